import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeCursor } from '../../subscriptions/cursor.ts';
import { countOf, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { gameState } from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { trimStream } from './logRows.ts';
import { overEventStream, overWebSocket, Refused, ways, type StreamItem, type Subscriber } from './ways.ts';

let app: App;
onOneNode({}, (node) => void (app = node));

/** A game whose stream ends at 6, and how to make it longer by one. */
async function sixEvents() {
  const { id, players } = await seedGame(app);
  const [{ token, cups }] = players;
  const happens = () => throwAt(app, token, id, cups[0] ?? '');
  for (let count = 0; count < 3; count += 1) await happens();
  const at = (seq: number, changes = {}) =>
    encodeCursor({ stream: id, epoch: app.services.log.epoch, seq, ...changes });
  return { id, token, happens, at };
}
type SixEvents = Awaited<ReturnType<typeof sixEvents>>;

/** As a person would note it down. */
function noted({ __typename, seq, reason, missedFrom, missedTo }: StreamItem): string {
  return __typename === 'StreamGap' ? `${seq} ${reason} ${missedFrom}–${missedTo}` : `${seq}`;
}

async function take(subscriber: Subscriber, count: number): Promise<string[]> {
  const items: string[] = [];
  while (items.length < count) items.push(noted(await subscriber.next()));
  return items;
}

const otherEpoch = { epoch: 'fedcba9876543210' };
const resumptions: [what: string, after: (game: SixEvents) => string | undefined, tail: number, given: string[]][] = [
  ['nothing missed', ({ at }) => at(6), 1, []],
  ['one missed', ({ at }) => at(5), 1, ['6']],
  ['some missed', ({ at }) => at(2), 1, ['3', '4', '5', '6']],
  ['all missed', () => undefined, 1, ['1', '2', '3', '4', '5', '6']],
  ['all missed, by a cursor', ({ at }) => at(0), 1, ['1', '2', '3', '4', '5', '6']],
  ['all missed, some trimmed', () => undefined, 5, ['5', '6']],
  ['trimmed, and seen', ({ at }) => at(3), 4, ['4', '5', '6']],
  ['one trimmed', ({ at }) => at(2), 4, ['3 TRIMMED 3–3', '4', '5', '6']],
  ['some trimmed', ({ at }) => at(1), 5, ['4 TRIMMED 2–4', '5', '6']],
  ['all trimmed', ({ at }) => at(2), 7, ['6 TRIMMED 3–6']],
  ['all trimmed and seen', ({ at }) => at(6), 7, []],
  ['another epoch', ({ at }) => at(4, otherEpoch), 1, ['0 RESTORED null–null', '1', '2', '3', '4', '5', '6']],
  ['another epoch, some trimmed', ({ at }) => at(4, otherEpoch), 3, ['2 RESTORED null–null', '3', '4', '5', '6']],
  ['past the head', ({ at }) => at(7), 1, ['0 RESTORED null–null', '1', '2', '3', '4', '5', '6']],
  ['far past the head, all trimmed', ({ at }) => at(9_999_999_999), 7, ['6 RESTORED null–null']],
];
const refusals: [what: string, asked: (game: SixEvents, other: SixEvents) => { gameId?: string; after?: string }][] = [
  ['another game’s cursor', (_, other) => ({ after: other.at(1) })],
  ['another game’s cursor of another epoch', (_, other) => ({ after: other.at(1, otherEpoch) })],
  [
    'a cursor of the same id in another kind of stream',
    ({ id, at }) => ({ after: at(1, { stream: id.replace('Game', 'User') }) }),
  ],
  ['garbage', () => ({ after: 'garbage' })],
  ['an empty cursor', () => ({ after: '' })],
  ['a cursor with a letter too many', ({ at }) => ({ after: `${at(1)}A` })],
  ['an id of another type', ({ id }) => ({ gameId: id.replace('Game', 'Cup') })],
  ['no id', () => ({ gameId: 'game' })],
];

describe.each(Object.entries(ways))('over %s', (name, way) => {
  it.each(resumptions)('%s: what was missed, then what happens next', async (_, after, tail, given) => {
    const game = await sixEvents();
    if (tail > 1) await trimStream(app, game.id, tail);
    const subscriber = way(app, game.token, { gameId: game.id, after: after(game) });
    expect(await take(subscriber, given.length)).toEqual(given);
    await game.happens();
    expect(await take(subscriber, 1)).toEqual(['7']);
    await subscriber.stop();
  });

  it.each([
    ['an event', 1, 5, ['3', '4', '5', '6']],
    ['a gap that said TRIMMED', 1, 5, ['5', '6']],
  ])('the cursor of %s is a place to resume', async (what, after, tail, given) => {
    const game = await sixEvents();
    if (what !== 'an event') await trimStream(app, game.id, tail);
    const first = way(app, game.token, { gameId: game.id, after: game.at(after) });
    const { cursor } = await first.next();
    await first.stop();
    const again = way(app, game.token, { gameId: game.id, after: cursor });
    expect(await take(again, given.length)).toEqual(given);
    await again.stop();
  });

  it.each(refusals)('%s is BAD_USER_INPUT', async (_, asked) => {
    const [game, other] = [await sixEvents(), await sixEvents()];
    const subscriber = way(app, game.token, { gameId: game.id, ...asked(game, other) });
    await expect(subscriber.next()).rejects.toMatchObject(new Refused(['BAD_USER_INPUT']));
    await subscriber.stop();
  });

  it('nobody is UNAUTHENTICATED', async () => {
    const { id: gameId } = await sixEvents();
    const subscriber = way(app, null, { gameId });
    await expect(subscriber.next()).rejects.toMatchObject(new Refused(['UNAUTHENTICATED']));
    await subscriber.stop();
  });

  it('an unknown game is BAD_USER_INPUT, or null where a lookup says so', async () => {
    const { token } = await seedPlayer(app);
    const gameId = `Game:${randomUUID()}`;
    if (name === 'polling') return expect(await execute(app, token, gameState, { id: gameId })).toEqual({ game: null });
    const subscriber = way(app, token, { gameId });
    await expect(subscriber.next()).rejects.toMatchObject(new Refused(['BAD_USER_INPUT']));
    return subscriber.stop();
  });

  it('another game’s events never come', async () => {
    const [game, other] = [await sixEvents(), await sixEvents()];
    const subscriber = way(app, game.token, { gameId: game.id, after: game.at(6) });
    for (let count = 0; count < 3; count += 1) await other.happens();
    await game.happens();
    expect(await take(subscriber, 1)).toEqual(['7']);
    await subscriber.stop();
  });
});

describe('state meets stream', () => {
  it.each([
    ['a WebSocket', overWebSocket],
    ['an event stream', overEventStream],
  ])('nothing is lost between a query and a subscription after its cursor, over %s', async (_, way) => {
    const game = await sixEvents();
    let busy = true;
    // The query that tells all throws tells a hundred at most.
    const storm = (async () => {
      for (let count = 0; busy && count < 80; count += 1) await game.happens();
    })();
    const watchers: { from: number; subscriber: Subscriber }[] = [];
    for (let count = 0; count < 25; count += 1) {
      const { game: state } = await execute(app, game.token, gameState, { id: game.id });
      const from = state?.throws.edges.length ?? 0;
      watchers.push({ from, subscriber: way(app, game.token, { gameId: game.id, after: state?.cursor }) });
      // Its subscription is under way, or not yet, when the next one asks.
      if (count % 3 === 0) await game.happens();
    }
    busy = false;
    await storm;
    const { game: last } = await execute(app, game.token, gameState, { id: game.id });
    const before = 3;
    const head = before + (last?.throws.edges.length ?? 0);
    for (const { from, subscriber } of watchers) {
      const first = await subscriber.next();
      // The state may know more than its cursor, never less.
      expect(first.seq).toBeLessThanOrEqual(before + from + 1);
      const seqs = [first.seq];
      while ((seqs.at(-1) ?? head) < head) seqs.push((await subscriber.next()).seq);
      expect(seqs).toEqual(Array.from({ length: head - first.seq + 1 }, (_unused, index) => first.seq + index));
      await subscriber.stop();
    }
  });
});

it('nothing is left of all these subscribers', async () => {
  const followed = (node: App) => countOf(node, 'cupbearer_streams_followed', {});
  await eventually(
    'No stream followed',
    () => followed(app),
    (streams) => streams === 0,
  );
  await eventually(
    'No subscription',
    () => countOf(app, 'cupbearer_subscriptions', {}),
    (open) => open === 0,
  );
});
