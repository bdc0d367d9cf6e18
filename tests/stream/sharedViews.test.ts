import { afterEach, expect, it } from 'vitest';
import { countOf, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt, type TestGame } from '../harness/seed.ts';
import { rawEventStream, rawSocket, type Operation, type RawListener } from './rawListeners.ts';

let app: App;
onOneNode({ alone: 'what listeners of one node share' }, (node) => void (app = node));

const fanout = async () => {
  const names = ['groups', 'members', 'answers_total', 'deliveries_total'];
  const [groups = 0, members = 0, answers = 0, deliveries = 0] = await Promise.all(
    names.map((name) => countOf(app, `cupbearer_fanout_${name}`, {})),
  );
  return { groups, members, answers, deliveries };
};
/** Waits until all who listen do so in groups. */
const together = (groups: number, members: number) =>
  eventually('Everyone in groups', fanout, (now) => now.groups === groups && now.members === members);

afterEach(() => together(0, 0));

const withHops = `subscription ($gameId: ID!, $after: String) {
  gameEvents(gameId: $gameId, after: $after) {
    __typename seq cursor
    ... on BallThrown { thrower { handle } hops { name outcome detail } }
    ... on ThrowRejected { hops { name outcome detail } }
    ... on ThrowChallenged { challenger { handle } hops { name detail } }
    ... on ChallengeAnswered { upheld hops { name detail } }
    ... on ThrowSettled { status all: hops { ...F } }
  }
} fragment F on Hop { what: detail name }`;

/** The operation behind what has happened in the game until now. */
async function fromNow({ id: gameId, players: [{ token }] }: TestGame, query: string): Promise<Operation> {
  const { game } = await execute(app, token, documents.gameState, { id: gameId });
  return { query, variables: { gameId, after: game?.cursor } };
}

const remarks = (hops: readonly { detail?: string | null }[]) =>
  hops.flatMap(({ detail }) => (typeof detail === 'string' ? [detail] : []));

it('remarks reach their thrower alone, and everybody else is sent the very same', async () => {
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const watchers = [await seedPlayer(app), await seedPlayer(app, ['admin'])];
  const operation = await fromNow(game, withHops);
  const listen = async (token: string) => [
    await rawSocket(app, token, operation, 'one'),
    await rawSocket(app, token, operation, 'the ä"other'),
    await rawEventStream(app, token, operation),
  ];
  const adas = await listen(ada.token);
  const bens = await listen(ben.token);
  const others = (await Promise.all(watchers.map(({ token }) => listen(token)))).flat();
  const all = [...adas, ...bens, ...others];
  await together(1, all.length);

  const variables = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  const throwId = variables.throw.id;
  expectPayload((await execute(app, ben.token, documents.challengeThrow, { throwId })).challengeThrow);
  const secret = variables.answerKey ?? '';
  expectPayload((await execute(app, ada.token, documents.answerChallenge, { throwId, secret })).answerChallenge);
  const rejected = expectPayload(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
  const { node } = await execute(app, ada.token, documents.throwState, { id: throwId });
  const texts = [...remarks(rejected.throw.hops), ...remarks(node?.__typename === 'Throw' ? node.hops : [])];
  expect(texts.length).toBeGreaterThan(2);
  const types = ['BallThrown', 'ThrowChallenged', 'ChallengeAnswered', 'ThrowSettled', 'ThrowRejected'];
  await Promise.all(all.map((listener) => listener.heard(types.length)));

  const typesOf = (listener: RawListener) =>
    listener.payloads().map((text) => (JSON.parse(text) as Payload).data.gameEvents.__typename);
  for (const listener of all) expect(typesOf(listener)).toEqual(types);
  const [own] = adas;
  const [common] = bens;
  for (const listener of adas) {
    expect(listener.payloads()).toEqual(own?.payloads());
    for (const text of texts) expect(listener.bytes().includes(JSON.stringify(text))).toBe(true);
  }
  for (const listener of [...bens, ...others]) {
    expect(listener.payloads()).toEqual(common?.payloads());
    expect(listener.bytes().includes('"detail":null')).toBe(true);
    for (const text of texts) expect(listener.bytes().includes(JSON.stringify(text).slice(1, -1))).toBe(false);
  }

  // What Ben alone may see, Ada may not; who subscribes later, from before it all, is told the same as who was there.
  const { throw: his } = expectPayload(await throwAt(app, ben.token, game.id, ben.cups[0] ?? ''));
  const late = [
    ...(await listen(ada.token)),
    ...(await listen(ben.token)),
    ...(await listen(watchers[0]?.token ?? '')),
  ];
  await Promise.all([...all, ...late].map((listener) => listener.heard(types.length + 1)));
  const last = (listener: RawListener | undefined) => listener?.payloads().at(-1) ?? '';
  for (const text of remarks(his.hops)) {
    const named = JSON.stringify(text);
    for (const listener of bens) expect(last(listener)).toContain(named);
    for (const listener of [...adas, ...others]) expect(last(listener)).not.toContain(named.slice(1, -1));
  }
  expect(remarks(his.hops).length).toBeGreaterThan(0);
  const now = [own, common, others[0]];
  for (const [index, listener] of late.entries())
    expect(listener.payloads()).toEqual(now[Math.floor(index / 3)]?.payloads());
  for (const listener of [...all, ...late]) listener.stop();
});
interface Payload {
  data: { gameEvents: { __typename: string } };
}

it('an event costs one answer for all and one for its thrower, however many listen', async () => {
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const watcher = await seedPlayer(app);
  const operation = await fromNow(game, withHops);
  const listeners: RawListener[] = [];
  const come = async (token: string) => {
    listeners.push(await rawSocket(app, token, operation), await rawEventStream(app, token, operation));
    await together(1, listeners.length);
  };
  await come(watcher.token);
  let events = 0;
  /** What one event cost. */
  const cost = async () => {
    const before = await fanout();
    expectPayload(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
    events += 1;
    await Promise.all(listeners.map((listener) => listener.heard(events)));
    const { answers, deliveries } = await fanout();
    return { answers: answers - before.answers, deliveries: deliveries - before.deliveries };
  };
  expect(await cost()).toEqual({ answers: 1, deliveries: 2 });
  for (const token of [ben.token, watcher.token, ben.token]) {
    await come(token);
    expect(await cost()).toEqual({ answers: 1, deliveries: listeners.length });
  }
  // The one who threw comes, too: from now on there are two answers.
  for (let count = 0; count < 2; count += 1) {
    await come(ada.token);
    expect(await cost()).toEqual({ answers: 2, deliveries: listeners.length });
  }
  for (const listener of listeners) listener.stop();
});

it('other documents and variables have answers of their own, and those alone', async () => {
  const game = await seedGame(app);
  const [ada] = game.players;
  const query = `subscription ($gameId: ID!, $after: String, $more: Boolean = true) {
    gameEvents(gameId: $gameId, after: $after) { seq ... on ThrowRejected { hops @include(if: $more) { name detail } } }
  }`;
  const { variables } = await fromNow(game, query);
  const operations: Operation[] = [
    { query, variables: { ...variables, more: true } },
    { query, variables: { ...variables, more: false } },
    { query, variables },
    { query, variables: { ...variables, more: null } },
    { query: `${query} `, variables: { ...variables, more: true } },
  ];
  const watcher = await seedPlayer(app);
  const listeners: RawListener[] = [];
  for (const operation of operations) {
    listeners.push(await rawSocket(app, watcher.token, operation), await rawEventStream(app, watcher.token, operation));
  }
  await together(operations.length, listeners.length);
  const before = await fanout();
  expectPayload(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
  await Promise.all(listeners.map((listener) => listener.heard(1)));
  const after = await fanout();
  expect(after.answers - before.answers).toBe(operations.length);
  expect(after.deliveries - before.deliveries).toBe(listeners.length);
  const [[all, none, usual, refused, same], streams] = [0, 1].map((way) =>
    operations.map((_, index) => listeners[2 * index + way]?.payloads()[0] ?? ''),
  ) as [string[], string[]];
  expect(streams).toEqual([all, none, usual, refused, same]);
  expect(all).toContain('"hops":[{');
  expect(none).not.toContain('hops');
  expect([usual, same]).toEqual([all, all]);
  expect(refused).toContain('"errors":[{');
  for (const listener of listeners) listener.stop();
});

it('where they begin does not tell listeners apart: by variable, at any cursor or none', async () => {
  const game = await seedGame(app);
  const [ada] = game.players;
  const { variables } = await fromNow(game, withHops);
  const begun = await rawSocket(app, ada.token, { query: withHops, variables: { gameId: game.id } });
  await begun.heard(3);
  const cursors = begun
    .payloads()
    .map((text) => (JSON.parse(text) as { data: { gameEvents: { cursor: string } } }).data);
  const afters = [...cursors.map(({ gameEvents }) => gameEvents.cursor), variables['after'], null];
  const listeners = [begun];
  for (const after of afters) {
    const operation = { query: withHops, variables: { gameId: game.id, after } };
    listeners.push(await rawSocket(app, ada.token, operation), await rawEventStream(app, ada.token, operation));
  }
  await together(1, listeners.length);
  const before = await fanout();
  expectPayload(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
  const behind = [4, 3, 3, 2, 2, 1, 1, 1, 1, 4, 4];
  await Promise.all(listeners.map((listener, index) => listener.heard(behind[index] ?? 0)));
  const after = await fanout();
  expect(after.answers - before.answers).toBe(2);
  expect(after.deliveries - before.deliveries).toBe(listeners.length);
  for (const [index, listener] of listeners.entries()) {
    expect(listener.payloads()).toEqual(begun.payloads().slice(4 - (behind[index] ?? 0)));
  }
  for (const listener of listeners) listener.stop();
});
