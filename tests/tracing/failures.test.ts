import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as accounts from '../account/documents.ts';
import { password, signedUp } from '../account/signedUp.ts';
import { openApp } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { ballInFlight, seedGame, type TestGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { type Ingest, openIngest, type Report } from './ingest.ts';

const secret = 'could not reach hunter2';
const clientAddress = '203.0.113.7';

type Line = Record<string, unknown> & { msg: string };
const lines: Line[] = [];
let ingest: Ingest;
let app: Awaited<ReturnType<typeof openApp>>;
let game: TestGame;

beforeAll(async () => {
  ingest = await openIngest();
  const env = {
    LOG_LEVEL: 'debug',
    TRUST_PROXY: 'loopback',
    SENTRY_DSN: ingest.dsn,
    SENTRY_ENVIRONMENT: 'staging',
    SENTRY_RELEASE: '1.2.3',
  };
  app = await openApp({
    env,
    logTo: { write: (line) => void lines.push(JSON.parse(line) as Line) },
    alone: 'a part of the node is replaced',
  });
  game = await seedGame(app);
});

afterAll(async () => {
  await app.close();
  await ingest.close();
});

const bare = (id: string | undefined) => id?.replace(/^.*:/, '');

async function ask(token: string, query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-forwarded-for': clientAddress,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { errors?: { extensions: { code: string; errorId?: string } }[] };
}

function aThrow() {
  const [, ben] = game.players;
  const thrownAt = new Date(app.services.clock.now()).toISOString();
  return { input: { gameId: game.id, cupId: ben.cups[0] ?? '', nonce: randomUUID(), thrownAt } };
}

/** Makes every throw fail for a reason of ours. */
async function whileThrowsFail(work: () => Promise<void>): Promise<void> {
  const { commitmentTo } = app.services.throwSecrets;
  app.services.throwSecrets.commitmentTo = () => {
    throw Object.assign(new TypeError(secret), { connection: { password: 'hunter3' } });
  };
  try {
    await work();
  } finally {
    app.services.throwSecrets.commitmentTo = commitmentTo;
  }
}

function lineOf(msg: string, fields: Record<string, unknown>): Promise<Line> {
  const fits = (line: Line) => Object.entries(fields).every(([name, value]) => line[name] === value);
  return eventually(
    `A line ${msg}`,
    () => lines.find((line) => line.msg === msg && fits(line)) as Line,
    (line) => line !== undefined,
  );
}

function reportOf(tags: Record<string, string>): Promise<Report> {
  const fits = (report: Report) => Object.entries(tags).every(([name, value]) => report.tags[name] === value);
  return eventually(
    `A report of ${JSON.stringify(tags)}`,
    () => ingest.reports.find((report) => fits(report)) as Report,
    (report) => report !== undefined,
  );
}

it('logs and reports a failure of ours under the id that the client got, with ids of who and where', async () => {
  const [ada] = game.players;
  await whileThrowsFail(async () => {
    const { errors } = await ask(ada.token, documents.throwBall.toString(), aThrow(), { 'x-request-id': 'request-1' });
    const errorId = errors?.[0]?.extensions.errorId ?? '';
    expect(errorId).toMatch(/^[0-9a-f-]{36}$/);
    const about = {
      requestId: 'request-1',
      type: 'mutation',
      operation: 'ThrowBall',
      field: 'throwBall',
      game: bare(game.id),
    };
    expect(await lineOf('an operation failed', { errorId })).toMatchObject({
      ...about,
      user: bare(ada.id),
      err: { name: 'TypeError', message: secret },
    });
    const report = await reportOf({ errorId });
    expect(report).toMatchObject({ tags: about, user: { id: bare(ada.id) }, environment: 'staging', release: '1.2.3' });
    expect(report.exception.values[0]).toMatchObject({
      type: 'TypeError',
      value: secret,
      stacktrace: { frames: expect.any(Array) },
    });
  });
});

it('knows as much of what comes over a socket', async () => {
  const [ada] = game.players;
  await whileThrowsFail(async () => {
    const results = connect(app, ada.token).iterate({ query: documents.throwBall.toString(), variables: aThrow() });
    const { value } = await within(5_000, 'An answer', results.next());
    const errorId = String(value?.errors?.[0]?.extensions?.['errorId']);
    const about = { operation: 'ThrowBall', field: 'throwBall', game: bare(game.id), user: bare(ada.id) };
    expect(await lineOf('an operation failed', { errorId })).toMatchObject(about);
    expect((await reportOf({ errorId })).tags).toMatchObject({ operation: 'ThrowBall', game: bare(game.id) });
  });
});

it('reports a window that could not be settled, by its ids', async () => {
  const { id, players } = await seedGame(app, { challengeSeconds: 1 });
  const [ada, ben] = players;
  const { sign } = app.services.receipts;
  app.services.receipts.sign = () => Promise.reject(new Error(secret));
  const events = subscribe(connect(app, ada.token), documents.gameEvents, { gameId: id });
  await events.take(3);
  const { throw: ball } = await ballInFlight(app, ada.token, id, ben.cups[0] ?? '');
  await events.next();
  const report = await reportOf({ deadline: 'THROW' });
  expect(report.tags).toMatchObject({ subject: bare(ball.id), game: bare(id) });
  app.services.receipts.sign = sign;
  // It is tried again.
  await events.next();
});

it('writes a line for every operation, and nobody’s name, address or token into any', async () => {
  const { user, accessToken, refreshToken } = await signedUp(app, `secret-${randomUUID().slice(0, 8)}`);
  const wrong = { input: { handle: user.handle, password: `${password}!` } };
  await ask(accessToken, accounts.signIn.toString(), wrong);
  await ask(accessToken, documents.me.toString(), {}, { 'x-request-id': 'request-2' });
  await fetch(`${app.url}/${user.handle}?token=${accessToken}`);
  const events = subscribe(connect(app, game.players[0].token), documents.gameEvents, { gameId: game.id });
  await events.take(3);
  await events.stop();
  expect(await lineOf('operation', { requestId: 'request-2' })).toMatchObject({
    type: 'query',
    operation: 'Me',
    user: bare(user.id),
    ms: expect.any(Number),
  });
  await lineOf('operation', { type: 'subscription', field: 'gameEvents', game: bare(game.id) });
  await lineOf('request', { requestId: 'request-2' });
  const said = JSON.stringify([lines.filter(({ msg }) => msg !== 'listening'), ingest.texts]);
  const people = game.players.flatMap(({ handle, token }) => [handle, token]);
  const ours = [user.handle, accessToken, refreshToken, password, clientAddress, 'hunter3', ...people];
  for (const word of ours) expect(said.includes(word), word).toBe(false);
});
