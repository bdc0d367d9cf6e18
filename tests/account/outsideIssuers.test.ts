import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type App, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { outsideIssuer, type OutsideIssuer } from './jwksServer.ts';

async function appTrusting(other: OutsideIssuer, more: object = {}): Promise<App> {
  const { issuer, jwks } = other;
  const entry = { issuer, jwks, audience: 'cupbearer-game', algorithms: ['RS256', 'ES256', 'EdDSA'], ...more };
  return startApp({ env: { AUTH_ISSUERS: JSON.stringify([entry]) } });
}

const codeOf = async (app: App, token: string) => (await send(app, token, documents.me)).errors[0]?.extensions.code;

describe('a token of an outside issuer', () => {
  it.each(['RS256', 'ES256', 'EdDSA'] as const)(
    'by %s makes an account at first sight, and finds it again',
    async (alg) => {
      const other = await outsideIssuer();
      const app = await appTrusting(other);
      const claims = { sub: randomUUID(), preferred_username: 'grace' };
      const first = await execute(app, await other.sign(claims, { alg }), documents.me);
      expect(first.me).toMatchObject({ handle: 'grace', guest: false, level: 1, coins: 1000 });
      const again = await execute(app, await other.sign(claims, { alg, typ: 'at+jwt' }), documents.me);
      expect(again.me?.id).toBe(first.me?.id);
      const { createGame } = await execute(app, await other.sign(claims, { alg }), documents.createGame, { input: {} });
      expect(expectPayload(createGame).game.host.id).toBe(first.me?.id);
    },
  );

  it('keeps people apart by issuer and subject, whatever they would like to be called', async () => {
    const other = await outsideIssuer();
    const app = await appTrusting(other);
    const tokens = await Promise.all(['one', 'two'].map((sub) => other.sign({ sub, preferred_username: 'Grace' })));
    const people = await Promise.all(tokens.map((token) => execute(app, token, documents.me)));
    expect(new Set(people.map(({ me }) => me?.id)).size).toBe(2);
    expect(people.filter(({ me }) => me?.handle === 'Grace')).toHaveLength(1);
    const odd = await execute(
      app,
      await other.sign({ sub: 'three', preferred_username: '\u0000 ; drop' }),
      documents.me,
    );
    expect(odd.me?.handle).toMatch(/^[\w.-]+$/);
  });

  it('of fifty requests at once makes one account', async () => {
    const other = await outsideIssuer();
    const app = await appTrusting(other);
    const token = await other.sign({ sub: 'rush', preferred_username: 'rush' });
    const people = await Promise.all(Array.from({ length: 50 }, () => execute(app, token, documents.me)));
    expect(new Set(people.map(({ me }) => me?.id)).size).toBe(1);
  });

  it('is refused when it is for someone else, over, unsigned for us, of another kind, or by an issuer not named', async () => {
    const other = await outsideIssuer();
    const stranger = await outsideIssuer('https://elsewhere.example.com');
    const app = await appTrusting(other, { algorithms: ['RS256'] });
    const sub = randomUUID();
    const past = Math.floor(Date.now() / 1000) - 60;
    const bad = {
      audience: await other.sign({ sub, aud: 'another-game' }),
      algorithm: await other.sign({ sub }, { alg: 'ES256' }),
      subject: await other.sign({}),
      receipt: await other.sign({ sub }, { typ: 'throw-receipt+jwt' }),
      notYet: await other.sign({ sub, nbf: past + 3600 }),
      stranger: await stranger.sign({ sub }),
      impostor: await stranger.sign({ sub, iss: other.issuer }),
    };
    for (const [what, token] of Object.entries(bad)) expect(await codeOf(app, token), what).toBe('UNAUTHENTICATED');
    expect(await codeOf(app, await other.sign({ sub }))).toBeUndefined();
  });

  it('is good after its issuer has rotated keys, without a restart of ours', async () => {
    const other = await outsideIssuer();
    const app = await appTrusting(other);
    await execute(app, await other.sign({ sub: 'kay' }), documents.me);
    await other.rotate();
    const token = await other.sign({ sub: 'kay' });
    await eventually(
      'A token by the new key',
      () => codeOf(app, token),
      (code) => code === undefined,
      15_000,
    );
    expect(other.asked()).toBeLessThan(5);
  });

  it('while the keys are out of reach is UNAUTHENTICATED, and says so', async () => {
    const other = await outsideIssuer();
    const app = await appTrusting(other, { jwks: 'http://127.0.0.1:9/keys' });
    const { errors } = await send(app, await other.sign({ sub: 'kay' }), documents.me);
    expect(errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' }, message: /out of reach/ });
  });

  it('can never name an admin', async () => {
    const other = await outsideIssuer();
    await expect(appTrusting(other, { rolesClaim: 'roles', roles: ['admin'] })).rejects.toThrow(/can’t make admins/);
    const app = await appTrusting(other, { rolesClaim: 'roles', roles: ['moderator'] });
    const token = await other.sign({ sub: 'kay', roles: ['admin', 'moderator'] });
    const { errors } = await send(
      app,
      token,
      `mutation { voidThrow(input: { throwId: "Throw:${randomUUID()}", reason: "Why" }) { __typename } }`,
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
