import { randomUUID } from 'node:crypto';
import type { CreateBattleInput, EveryBattleEventFragment, BattleEventsSubscription } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { FollowingEvents } from '../harness/following.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { boardOf, submitAll, type TestBoard } from '../scoreboard/boardOf.ts';
import * as documents from './documents.ts';

export type BattleEvent = EveryBattleEventFragment;
export type EventOf<Name extends BattleEvent['__typename']> = Extract<BattleEvent, { __typename: Name }>;
type Where = Pick<App, 'url'>;
type Somebody = Pick<TestPlayer, 'token'>;

export interface TestBattle {
  id: string;
  /** In the order in which they came; the first hosts. */
  fighters: [TestPlayer, TestPlayer, TestPlayer, ...TestPlayer[]];
}

export interface BattleSeed {
  fighters?: number;
  people?: TestPlayer[];
}

/** Whose tokens outlast days of a clock that is moved. */
const longLifeMs = 90 * 86_400_000;
export const longLived = (app: App) => seedPlayer(app, [], longLifeMs);

/** A battle that waits, with these many in it, three or more, or with these people. */
export async function seedBattle(
  app: App,
  { fighters: count = 3, people, ...input }: Partial<CreateBattleInput> & BattleSeed = {},
): Promise<TestBattle> {
  const seated = people ?? (await Promise.all(Array.from({ length: count }, () => longLived(app))));
  const [host, second, third, ...rest] = seated;
  if (!host || !second || !third) throw new RangeError('A battle of a test takes three');
  const { id } = await created(app, host, input);
  for (const fighter of [second, third, ...rest]) expectPayload(await join(app, { id }, fighter));
  return { id, fighters: [host, second, third, ...rest] };
}

export async function created(app: Where, { token }: Somebody, input: Partial<CreateBattleInput> = {}) {
  const asked = { title: 'A race', seconds: 60, ...input };
  return expectPayload((await execute(app, token, documents.createBattle, { input: asked })).createBattle).battle;
}

export async function join(app: Where, { id: battleId }: Pick<TestBattle, 'id'>, { token }: Somebody) {
  return (await execute(app, token, documents.joinBattle, { battleId })).joinBattle;
}

export async function leave(app: Where, { id: battleId }: Pick<TestBattle, 'id'>, { token }: Somebody) {
  return (await execute(app, token, documents.leaveBattle, { battleId })).leaveBattle;
}

export async function begin(app: Where, { id: battleId }: Pick<TestBattle, 'id'>, { token }: Somebody) {
  return (await execute(app, token, documents.beginBattle, { battleId })).beginBattle;
}

export async function cancel(app: Where, { id: battleId }: Pick<TestBattle, 'id'>, { token }: Somebody) {
  return (await execute(app, token, documents.cancelBattle, { battleId })).cancelBattle;
}

/** The battle as somebody sees it; null when they do not. */
export async function battleAs(app: Where, { id }: Pick<TestBattle, 'id'>, { token }: Somebody) {
  return (await execute(app, token, documents.battle, { id })).battle;
}
export type BattleSeen = NonNullable<Awaited<ReturnType<typeof battleAs>>>;

/** The battle once it is as wished. */
export async function untilBattle(
  app: Where,
  battle: Pick<TestBattle, 'id'>,
  viewer: Somebody,
  wish: (seen: BattleSeen) => boolean,
): Promise<BattleSeen> {
  const passes = (seen: BattleSeen | null) => seen !== null && wish(seen);
  const seen = await eventually(`The battle ${String(wish)}`, () => battleAs(app, battle, viewer), passes, 20_000);
  if (!seen) throw new Error('The battle is not to be seen');
  return seen;
}

/** A board whose scores count, and what puts points on it. */
export async function scoring(app: App, board: Parameters<typeof boardOf>[1] = {}) {
  const made: TestBoard = await boardOf(app, board, 0);
  return {
    board: made,
    /** Each person their points, in one submission. */
    async score(...scores: [person: Pick<TestPlayer, 'id'>, points: number][]) {
      const all = scores.map(([{ id: userId }, points]) => ({ userId, points, idempotencyKey: randomUUID() }));
      return expectPayload(await submitAll(app, made, all));
    },
  };
}

/** Who ranks where in a battle, as `fighters` and its board say. */
export function ranksOf({ fighters, scoreboard }: BattleSeen) {
  const ranks = fighters.map(({ user, rank, score }) => [user.id, rank, score]);
  const board = scoreboard.top.edges.map(({ node: { user, rank, score } }) => [user.id, rank, score]);
  return { ranks, board };
}

/** A socket of somebody's that follows a battle. */
export class Following extends FollowingEvents<BattleEventsSubscription, BattleEvent> {
  constructor(app: Where, { id: battleId }: Pick<TestBattle, 'id'>, who: Somebody, after?: string) {
    const variables = { battleId, ...(after !== undefined && { after }) };
    super(app, who, documents.battleEvents, variables, ({ battleEvents }) => battleEvents);
  }
}

/** Everything that was told of a battle, by polling, page by page. */
export async function pollAll(app: Where, { id }: Pick<TestBattle, 'id'>, { token }: Somebody): Promise<BattleEvent[]> {
  const events: BattleEvent[] = [];
  for (let after: string | undefined; ;) {
    const variables = { id, first: 7, ...(after !== undefined && { after }) };
    const { battle } = await execute(app, token, documents.polledBattleEvents, variables);
    if (!battle) throw new Error('The battle is not to be seen');
    const { edges, pageInfo } = battle.events;
    events.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor ?? after;
    if (!pageInfo.hasNextPage) return events;
  }
}

export function only<Name extends BattleEvent['__typename']>(
  events: readonly BattleEvent[],
  name: Name,
): EventOf<Name>[] {
  return events.filter((event): event is EventOf<Name> => event.__typename === name);
}
