import type { ClientBase } from 'pg';
import type { Hop } from '../../entities/throw.ts';
import type { GameState, Outcome } from '../../rules/gameState.ts';
import { opponentsThatCount } from '../../rules/levels.ts';
import type { LogEntry, NewEntry } from '../../subscriptions/eventLog.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { awardLevel, lockWinner } from '../progress/awardLevel.ts';
import { tellAll, type Told } from '../progress/tellAll.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import type { AuditRow } from '../operator/writeAudit.ts';
import type { Services } from '../services.ts';
import { announce, appendEvents, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { gameScores, type GameScore } from './gameScores.ts';
import { loadGame, type GameQuery, type LoadedGame } from './loadGame.ts';
import { saveGame, type SavedGame } from './saveGame.ts';
import { queueNotices } from '../telegram/queueNotices.ts';
import { toldPlayer } from './toldPlayer.ts';

/** How often a change tries again after somebody else's came first, before it locks the game. */
const optimisticTries = 3;

/**
 * The way every change of a game goes: load it, let `decide` apply the rules, write what changed and its events, tell
 * the feed. Undefined when there is no such game.
 *
 * The state is read without a lock and written only if the game's stream still ends where it was read; otherwise all of
 * it is done again, so `decide` must be free of side effects. A game that keeps changing is locked by its stream's row.
 * One statement reads and one writes; only the end of a game, which touches people, takes a transaction.
 * @param audit what is to be written down of an outcome, with it: of an operator's deed
 */
export async function changeGame(
  services: Services,
  gameId: string,
  query: GameQuery,
  decide: (game: LoadedGame, now: number) => Outcome,
  audit?: (outcome: Outcome) => AuditRow | undefined,
): Promise<ChangedGame | undefined> {
  const { pool, games, observer } = services;
  const attempt = async (connection: Connection): Promise<(GameOutcome & ChangedGame) | 'LOST_RACE' | undefined> => {
    const game = await loadGame(connection, gameId, query);
    if (!game) return undefined;
    const { state: before, head, earlierHops } = game;
    const at = services.clock.now();
    const outcome = decide(game, at);
    const change = { before, head, outcome, at, audited: audit?.(outcome) };
    const written = await write(services, connection, change);
    return written ? { ...change, ...written, earlierHops } : 'LOST_RACE';
  };
  const change = await games.run(gameId, () =>
    retrying(observer, async () => {
      for (let tries = 0; tries < optimisticTries; tries += 1) {
        const done = await attempt(pool);
        if (done !== 'LOST_RACE') return done;
        observer.retried('lost_race');
      }
      return inTransaction(pool, async (client) => {
        await client.query('select from stream where id = $1 for no key update', [streamId('Game', gameId)]);
        const done = await attempt(client);
        if (done === 'LOST_RACE') throw new Error(`Game ${gameId} changed under its lock`);
        return done;
      });
    }),
  );
  if (change) tell(services, change);
  return change;
}

/** Writes a game that is new, and tells everyone who listens. */
export async function saveNewGame(services: Services, outcome: Outcome, at: number): Promise<void> {
  const change = { head: 0, outcome, at };
  const written = await write(services, services.pool, change);
  if (written) tell(services, { ...change, ...written });
}

/** What came of a change, and what it wrote besides the state: all a client may ask of the throw it was about. */
export interface ChangedGame extends Written {
  outcome: Outcome;
  /** Of the throw the query named, from before the change. */
  earlierHops: Hop[] | null;
}

interface Written {
  /** The events, as the log takes them. */
  entries: readonly NewEntry[];
  /** What came of them on the game's board. */
  scores: readonly GameScore[];
  /** Hops that were added, by throw. */
  hops: ReadonlyMap<string, Hop[]>;
  /** Receipts that were signed, by throw. */
  receipts: ReadonlyMap<string, string>;
  /** Events of people's own streams. */
  told: readonly Appended[];
  /** What the end of the game did beyond it. */
  beyond?: Told;
}

type Connection = ClientBase | Services['pool'];

interface GameOutcome {
  /** Left out for a new game. */
  before?: GameState;
  head: number;
  outcome: Outcome;
  /** Unix time in milliseconds. */
  at: number;
  /** What an operator did by it. */
  audited?: AuditRow | undefined;
}

/** Writes an outcome, if anything came of it. Undefined: the game has moved on since it was read. */
async function write(
  services: Services,
  connection: Connection,
  { before, head, outcome, at, audited }: GameOutcome,
): Promise<Written | undefined> {
  const { state: after, events } = outcome;
  const entries = events.map((event) => newEntry('Game', event));
  const written = {
    entries,
    scores: gameScores(before, after, head, entries),
    hops: hopsByThrow(events),
    receipts: await signReceipts(services, after, events),
    told: [],
  };
  if (events.length === 0) return written;
  const told = toldPlayer(after.id, events);
  const change = { ...(before && { before }), after, head, at, ...written, told, audited };
  const finished = events.some(({ type }) => type === 'GameFinished');
  const saved = await (finished || (told && written.scores.length > 0)
    ? saveInSteps(connection, (client) => (finished ? saveFinish(client, change) : saveThenTell(client, change)))
    : saveGame(connection, change));
  return saved && { ...written, ...saved };
}

/** In a transaction already, it goes on in that one. */
async function saveInSteps(
  connection: Connection,
  save: (client: ClientBase) => Promise<Saved | undefined>,
): Promise<Saved | undefined> {
  return isPool(connection) ? inTransaction(connection, save) : save(connection);
}

function isPool(connection: Connection): connection is Services['pool'] {
  return 'totalCount' in connection;
}

/** After the commit: whoever follows the game, the deadline clock, the metrics. */
function tell(
  services: Services,
  { head, outcome: { state, events }, at, entries, scores, told, beyond }: GameOutcome & Written,
): void {
  if (events.length === 0) return;
  const { feed, deadlines, standings, observer, product } = services;
  feed.announce(
    streamId('Game', state.id),
    entries.map((entry, index): LogEntry => ({ ...entry, seq: head + index + 1, at })),
  );
  announce(services, told);
  if (scores.length > 0) standings.changed(onlySeasonOf(state.id), []);
  if (beyond) tellAll(services, beyond);
  deadlines.wake();
  observer.gameChanged(events);
  product.gameChanged(state, events);
}

type Change = Parameters<typeof saveGame>[1];
type Saved = SavedGame & Pick<Written, 'beyond'>;

/** Where a throw meets one that is settled: scores, and all that follows from them, come before people's streams. */
async function saveThenTell(client: ClientBase, { told, ...change }: Change): Promise<SavedGame | undefined> {
  if (!(await saveGame(client, change))) return undefined;
  if (!told) return { told: [] };
  if (told.notice) await queueNotices(client, told.notice, change.at);
  return { told: [await appendEvents(client, told.stream, [told.entry], change.at)] };
}

/** The end of a game touches people too. Undefined: the game has moved on. */
async function saveFinish(client: ClientBase, change: Change): Promise<Saved | undefined> {
  const { after, at } = change;
  const { id, winnerId } = after;
  const opponents = opponentsThatCount(after);
  // The game comes before people, and people before what is scored.
  if (opponents.length > 0) await client.query('select from stream where id = $1 for no key update', [`Game:${id}`]);
  const winner = await lockWinner(client, { winnerId, opponents }, at);
  const saved = await saveGame(client, change);
  if (!saved) return undefined;
  const beyond = winner && (await awardLevel(client, winner, { opponents, source: `Game:${id}` }, at));
  return beyond ? { ...saved, beyond } : saved;
}

function hopsByThrow(events: readonly GameEvent[]): Map<string, Hop[]> {
  const byThrow = new Map<string, Hop[]>();
  for (const event of events) {
    if ('hops' in event) byThrow.set(event.throwId, [...(byThrow.get(event.throwId) ?? []), ...event.hops]);
  }
  return byThrow;
}

async function signReceipts(
  { receipts }: Services,
  state: GameState,
  events: readonly GameEvent[],
): Promise<Map<string, string>> {
  const signed = new Map<string, string>();
  for (const event of events) {
    if (event.type !== 'ThrowSettled' || event.status !== 'LANDED') continue;
    const ball = state.throws.find(({ id }) => id === event.throwId);
    const cup = state.cups.find(({ id }) => id === event.cupId);
    if (!ball || !cup) throw new RangeError(`Throw ${event.throwId} landed nowhere`);
    const receipt = await receipts.sign({
      throwId: ball.id,
      gameId: state.id,
      cupId: cup.id,
      throwerId: ball.thrower.id,
      cupOwnerId: cup.ownerId,
      commitment: ball.commitment,
      challenged: ball.challenge !== null,
      thrownAt: ball.thrownAt,
      settledAt: event.settledAt,
    });
    signed.set(ball.id, receipt);
  }
  return signed;
}
