import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rateLimits, sizeLimits } from '../../server/limits.ts';
import { noSockets, openSocket } from '../account/socketClose.ts';
import * as accounts from '../account/documents.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { boardOf, scored, standingsOf } from '../scoreboard/boardOf.ts';
import { submitScore } from '../scoreboard/documents.ts';

/** A limit that is not for all nodes together is counted by each for itself. */
const counted: Record<string, { shared?: boolean } | undefined> = { ...rateLimits, socketsPerUser: {} };
const limited = (LIMITS: string) => {
  const limit = counted[LIMITS.split('=')[0] ?? ''];
  return startApp({
    env: { LIMITS },
    ...(limit && !limit.shared && { alone: 'a limit that each node counts for itself' }),
  });
};
const rateLimited = { extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } };
const password = 'correct horse battery';

/** With the limits as they are. */
let roomy: App;
onOneNode({}, (app) => void (roomy = app));

describe('over a rate', () => {
  it('of requests by address the answer is 429 with the seconds to wait', async () => {
    const app = await limited('requestsPerAddress=3/60');
    for (let count = 0; count < 3; count += 1) expect((await send(app, null, '{ __typename }')).errors).toEqual([]);
    const response = await fetch(`${app.url}/graphql?query={__typename}`);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await response.json()).toMatchObject({ errors: [rateLimited] });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it('of operations by person others go on', async () => {
    const app = await limited('operationsPerUser=4/60');
    const [one, two] = [await seedPlayer(app), await seedPlayer(app)];
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(app, one.token, documents.me)));
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(3); // Seeding asked once.
    expect(refused[0]).toMatchObject({ status: 429, errors: [rateLimited] });
    expect((await send(app, two.token, documents.me)).errors).toEqual([]);
  });

  it.each([
    ['signInsPerHandle', String(accounts.signIn), (): object => ({ input: { handle: 'ada', password } })],
    [
      'signInsPerAddress',
      String(accounts.signIn),
      (): object => ({ input: { handle: randomUUID().slice(0, 8), password } }),
    ],
    ['accountsPerAddress', String(accounts.playAsGuest), (): object => ({ input: {} })],
    ['refreshesPerAddress', String(accounts.refreshSession), (): object => ({ refreshToken: 'nonsense' })],
  ])('%s', async (limit, document, variables) => {
    const app = await limited(`${limit}=2/60`);
    for (let count = 0; count < 2; count += 1) {
      expect((await send(app, null, document, variables())).errors).toEqual([]);
    }
    expect((await send(app, null, document, variables())).errors[0]).toMatchObject(rateLimited);
  });

  it('of operations by service others go on, and people do', async () => {
    const app = await limited('operationsPerService=4/60');
    const [one, two, ada] = [await seedService(app), await seedService(app), await seedPlayer(app)];
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(app, one.token, documents.me)));
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ status: 429, errors: [rateLimited] });
    expect((await send(app, two.token, documents.me)).errors).toEqual([]);
    expect((await send(app, ada.token, documents.me)).errors).toEqual([]);
  });

  it('of a player’s own scores other players and services go on', async () => {
    const app = await limited('ownScoresPerUser=3/60');
    const [one, two] = [await seedPlayer(app), await seedPlayer(app)];
    const board = await boardOf(app, { submission: 'PLAYER' }, 0);
    const submit = ({ token, id: userId }: typeof one) => {
      const input = { scoreboardKey: board.key, userId, points: 1, idempotencyKey: randomUUID() };
      return send(app, token, submitScore, { input });
    };
    for (let count = 0; count < 3; count += 1) expect((await submit(one)).errors).toEqual([]);
    expect((await submit(one)).errors[0]).toMatchObject(rateLimited);
    expect((await submit(two)).errors).toEqual([]);
    for (let count = 0; count < 5; count += 1) await scored(app, board, one.id, 1);
    expect((await standingsOf(app, { ...board, users: [one.id, two.id] })).top).toEqual([
      [0, 8],
      [1, 1],
    ]);
  });

  it('of messages the socket closes with 4429', async () => {
    const app = await limited('messagesPerSocket=5/60');
    const socket = openSocket(app, {});
    await socket.acknowledged();
    for (let count = 0; count < 5; count += 1) socket.send({ type: 'ping' });
    expect(await socket.closed()).toBe(4429);
    await noSockets(app);
  });
});

describe('over a size', () => {
  const documentsOver: [keyof typeof sizeLimits, number, string][] = [
    ['documentTokens', 50, `{ ${'__typename '.repeat(60)} }`],
    ['documentDepth', 3, '{ openGames { edges { node { host { id } } } } }'],
    ['documentAliases', 3, `{ ${Array.from({ length: 5 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
    ['documentDirectives', 3, `{ __typename ${'@include(if: true) '.repeat(5)} }`],
    ['operationCost', 100, '{ openGames(first: 200) { edges { node { id } } } }'],
  ];
  it.each(documentsOver)('%s of a document it is BAD_USER_INPUT', async (limit, most, query) => {
    const app = await limited(`${limit}=${most}`);
    const { token } = await seedPlayer(app);
    expect((await send(app, token, query)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const player = await seedPlayer(roomy);
    const { errors } = await send(roomy, player.token, query);
    expect(errors.filter(({ message }) => !message.includes('only be used once'))).toEqual([]);
  });

  it.each([
    ['a document of 1 MB, over bodyBytes,', `{ ${'__typename '.repeat(100_000)} }`, 413],
    ['10,000 aliases', `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}:__typename`).join(' ')} }`, 400],
  ])('%s is refused at once', async (_what, query, status) => {
    const response = await fetch(`${roomy.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(status);
  });

  it('of a message the socket closes with 1009', async () => {
    const app = await limited('socketMessageBytes=1000');
    const socket = openSocket(app, {});
    await socket.acknowledged();
    socket.send({ type: 'ping', payload: { padding: 'x'.repeat(2_000) } });
    expect(await socket.closed()).toBe(1009);
    await noSockets(app);
  });

  it('of subscriptions on a socket the next is RATE_LIMITED, and the others go on', async () => {
    const app = await limited('subscriptionsPerSocket=2');
    const { id, players } = await seedGame(app);
    const client = connect(app, players[0].token);
    const streams = Array.from({ length: 2 }, () => subscribe(client, documents.gameEvents, { gameId: id }));
    for (const stream of streams) await stream.next();
    const third = subscribe(client, documents.gameEvents, { gameId: id });
    await expect(third.next()).rejects.toMatchObject([rateLimited]);
    expect((await streams[0]?.next())?.gameEvents.seq).toBe(2);
    await Promise.all(streams.map((stream) => stream.stop()));
    await client.dispose();
    await noSockets(app);
  });

  it('of sockets of a person the newest closes with 4429', async () => {
    const app = await limited('socketsPerUser=1');
    const { token } = await seedPlayer(app);
    const first = openSocket(app, { authorization: `Bearer ${token}` });
    await first.acknowledged();
    const second = openSocket(app, { authorization: `Bearer ${token}` });
    expect(await second.closed()).toBe(4429);
    await first.close();
    const again = openSocket(app, { authorization: `Bearer ${token}` });
    await again.acknowledged();
    await again.close();
  });
});

describe('a classroom behind one address', () => {
  it('has room: 200 requests at once, 100 guests', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => send(roomy, null, '{ serverTime }')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const guests = await Promise.all(
      Array.from({ length: 100 }, () => execute(roomy, null, accounts.playAsGuest, { input: {} })),
    );
    expect(guests).toHaveLength(100);
  });
});

it('has a test, above or where its subject has its own, for every limit there is', async () => {
  const { readFile } = await import('node:fs/promises');
  const files = [
    'limits',
    '../quiz/guesses',
    '../quiz/reportCsv',
    '../group/limits',
    '../battle/limits',
    '../telegram/linking',
  ];
  const tests = await Promise.all(files.map((file) => readFile(new URL(`${file}.test.ts`, import.meta.url), 'utf8')));
  const untried = [...Object.keys(rateLimits), ...Object.keys(sizeLimits)].filter(
    (name) => !tests.some((text) => text.includes(name)),
  );
  expect(untried).toEqual([]);
});
