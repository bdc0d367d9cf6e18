import { createPublicKey, type JsonWebKey, randomUUID } from 'node:crypto';
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, startApp, type App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, send, type Answer } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { cast, hmacSigned, type Mould, mouldOf, tampered, unsigned } from './forgedToken.ts';
import { signedUp } from './signedUp.ts';
import { socketClose } from './socketClose.ts';

/** All that a refused token is answered with: what to do, and nothing of why. */
const refusal = [
  {
    message: 'Your access token is not valid or has ended. Refresh your session or sign in again.',
    extensions: { code: 'UNAUTHENTICATED' },
  },
];

const receipt = (app: App, userId: string) =>
  app.services.receipts.sign({
    throwId: randomUUID(),
    gameId: randomUUID(),
    cupId: randomUUID(),
    throwerId: userId,
    cupOwnerId: randomUUID(),
    commitment: 'x',
    challenged: false,
    thrownAt: Date.now(),
    settledAt: Date.now(),
  });

/** Each makes one thing wrong with a token that is right otherwise. */
const forgeries: Record<string, (mould: Mould, app: App) => string | Promise<string>> = {
  'that has expired': (mould) => cast(edit(mould, { exp: now(mould) - 10 })),
  'that is not valid yet': (mould) => cast(edit(mould, { nbf: now(mould) + 60 })),
  'that never ends': (mould) => cast(edit(mould, { exp: undefined })),
  'for another audience': (mould) => cast(edit(mould, { aud: 'cupbearer:throw-receipt' })),
  'for no audience': (mould) => cast(edit(mould, { aud: undefined })),
  'of another issuer': (mould) => cast(edit(mould, { iss: 'http://cupbearer.example.org' })),
  'of no issuer': (mould) => cast(edit(mould, { iss: undefined })),
  'for nobody': (mould) => cast(edit(mould, { sub: undefined })),
  'for someone with no id': (mould) => cast(edit(mould, { sub: 'ada' })),
  'with a role there is not': (mould) => cast(edit(mould, { roles: ['root'] })),
  'of the type of a receipt': (mould) => cast({ ...mould, header: { ...mould.header, typ: 'throw-receipt+jwt' } }),
  'of no type': ({ header: { alg, kid }, ...mould }) => cast({ ...mould, header: { alg, kid: kid ?? '' } }),
  'of the type of any JWT': (mould) => cast({ ...mould, header: { ...mould.header, typ: 'JWT' } }),
  'that is a receipt': (mould, app) => receipt(app, String(mould.claims.sub)),
  'without a signature': (mould) => unsigned(mould),
  'without a signature, in capitals': (mould) => unsigned(mould, 'NONE'),
  'whose signature is gone': async (mould) => (await cast(mould)).replace(/[^.]+$/, ''),
  'whose signature is of other claims': async (mould) =>
    tampered(await cast(mould), { ...mould.claims, roles: ['admin'] }),
  'signed by another key': async (mould) => cast(mould, (await generateKeyPair('EdDSA')).privateKey),
  'signed by another key that has its own name': async (mould) => {
    const { privateKey } = await generateKeyPair('EdDSA');
    return cast({ ...mould, header: { ...mould.header, kid: 'mine' } }, privateKey);
  },
  'sealed with the public key as it is published': (mould) => hmacSigned(mould, String(publicJwk(mould)['x'])),
  'sealed with the bytes of the public key': (mould) =>
    hmacSigned(mould, Buffer.from(String(publicJwk(mould)['x']), 'base64url')),
  'sealed with the public key in PEM': (mould) => hmacSigned(mould, pem(publicJwk(mould))),
  'that is garbage': () => 'garbage',
  'that is three parts of garbage': () => 'a.b.c',
  'that is very long': () => 'x'.repeat(8_000),
};

const edit = (mould: Mould, claims: Record<string, unknown>): Mould => ({
  ...mould,
  claims: { ...mould.claims, ...claims },
});
const now = ({ claims }: Mould) => Number(claims.iat);
const publicJwk = ({ keys }: Mould): JsonWebKey => ({ ...keys.jwks.keys.find(({ use }) => use === 'sig') });
const pem = (jwk: JsonWebKey) => createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });

describe('an access token', () => {
  let app: Awaited<ReturnType<typeof openApp>>;
  let mould: Mould;
  beforeAll(async () => {
    app = await openApp();
    mould = await mouldOf(app);
  });
  afterAll(() => app.close());

  const answerTo = async (authorization: string): Promise<Answer<unknown>> => {
    const headers = { 'content-type': 'application/json', authorization };
    const body = JSON.stringify({ query: '{ serverTime }' });
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body });
    return { data: null, errors: [], ...(await response.json()), status: response.status };
  };

  it('is taken when all of it is right, over HTTP and over a socket', async () => {
    const { data } = await answerTo(`Bearer ${await cast(mould)}`);
    expect(data).toEqual({ serverTime: expect.any(String) });
    const shortLived = await cast(edit(mould, { exp: Math.floor(Date.now() / 1000) + 2 }));
    const { code, messages } = await socketClose(app, { authorization: `Bearer ${shortLived}` });
    expect({ code, messages }).toEqual({ code: 4410, messages: ['{"type":"connection_ack"}'] });
  });

  it.each(Object.keys(forgeries))('%s is refused, and nothing says why', async (what) => {
    const token = (await forgeries[what]?.(mould, app)) ?? '';
    expect(token).not.toBe('');
    expect(await answerTo(`Bearer ${token}`)).toEqual({ status: 401, data: null, errors: refusal });
    for (const payload of [{ authorization: `Bearer ${token}` }, { Authorization: `Bearer ${token}` }]) {
      expect(await socketClose(app, payload)).toEqual({ code: 4403, messages: [] });
    }
  });

  it.each(['Bearer', 'Bearer ', 'bearer', 'Basic YWRhOmFkYQ==', 'x'])(
    '%j is refused as well',
    async (authorization) => {
      expect(await answerTo(authorization)).toEqual({ status: 401, data: null, errors: refusal });
      expect(await socketClose(app, { authorization })).toEqual({ code: 4403, messages: [] });
    },
  );

  it('without its Bearer, or beside another, is refused', async () => {
    const token = await cast(mould);
    for (const authorization of [token, `Token ${token}`, `Bearer ${token} ${token}`]) {
      expect(await answerTo(authorization)).toEqual({ status: 401, data: null, errors: refusal });
      expect(await socketClose(app, { authorization })).toEqual({ code: 4403, messages: [] });
    }
  });
});

describe('a development token', () => {
  const issue = async (app: App, development: boolean) => {
    const { user } = await signedUp(app);
    const subject = { userId: user.id.replace('User:', ''), handle: user.handle, roles: [], sessionId: null };
    return app.tokens.issueHandToken(subject, 60_000, development);
  };

  it('is refused in production, where others are taken', async () => {
    const app = await startApp({ env: { NODE_ENV: 'production', HOST: '127.0.0.1' } });
    const token = await issue(app, true);
    const { status, errors } = await send(app, token, shared.me);
    expect({ status, errors }).toEqual({ status: 401, errors: refusal });
    expect((await socketClose(app, { authorization: `Bearer ${token}` })).code).toBe(4403);
    expect((await execute(app, await issue(app, false), shared.me)).me).not.toBeNull();
  });

  it.each(['development', 'test'])('is taken in %s', async (mode) => {
    const app = await startApp({ env: { NODE_ENV: mode } });
    expect((await execute(app, await issue(app, true), shared.me)).me).not.toBeNull();
  });
});

describe('keys', () => {
  it('are the same for all nodes of a database: each takes what another issued', async () => {
    const app = await startApp();
    const other = await startApp({ beside: app });
    const ada = await seedPlayer(app);
    expect((await execute(other, ada.token, shared.me)).me?.id).toBe(ada.id);
  });

  it('that are retired go on to vouch for what they signed', async () => {
    const app = await startApp();
    const ada = await seedPlayer(app);
    await app.services.pool.query(`update server_key set retired_at = now() where use = 'sig'`);
    const next = await startApp({ beside: app });
    expect((await execute(next, ada.token, shared.me)).me?.id).toBe(ada.id);
    const { keys: before } = await jwks(app);
    const { keys: after } = await jwks(next);
    expect(before.filter(({ use }) => use === 'sig')).toHaveLength(1);
    expect(after.filter(({ use }) => use === 'sig')).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

async function jwks({ url }: App): Promise<{ keys: JsonWebKey[] }> {
  const response = await fetch(`${url}/.well-known/jwks.json`);
  return (await response.json()) as { keys: JsonWebKey[] };
}
