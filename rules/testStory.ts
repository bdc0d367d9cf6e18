import fc from 'fast-check';
import type { GameEvent } from '../subscriptions/gameEvent.ts';
import type { GameState, Outcome } from './gameState.ts';
import { lobbyMs } from './points.ts';
import { isOpen, throwDueAt } from './settle.ts';
import {
  ann,
  answers,
  at,
  challenges,
  closes,
  eve,
  joins,
  leaves,
  lobby,
  people,
  play,
  starts,
  throws,
  transitMs,
  voids,
  type Move,
  type Secret,
} from './testGame.ts';
import type { Attempt } from './throw.ts';

/** One thing that someone does in a random story. The numbers pick from what there is when it happens. */
interface Step {
  does: 'throws' | 'challenges' | 'answers' | 'voids' | 'joins' | 'starts' | 'leaves' | 'closes';
  /** Time that passes before: milliseconds, or to so many milliseconds from when the next throw is due. */
  wait: { ms: number } | { fromDue: number };
  who: number;
  what: number;
  /** Whether they do it the way it is meant: the right player, at a cup worth aiming at. */
  fairly: boolean;
  secret: Secret;
  flaw: Partial<Pick<Attempt, 'sealing' | 'replayed'>> & { lagMs?: number };
}

/** One move of a story: what was, what came of it, and how to make it again. */
export interface Turn {
  ms: number;
  before: GameState;
  after: Outcome;
  move: Move;
  /** The throw it names, if any. */
  throwId?: string;
}

/** Moves made after a game is over, before its story is. */
const epilogue = 6;

/** Plays a story out from `state` on. Every move's state is frozen, deep. */
function tell(state: GameState, steps: readonly Step[]): Turn[] {
  const turns: Turn[] = [];
  let [before, ms] = [state, 0];
  for (const [index, step] of steps.entries()) {
    ms = timeOf(step, before, ms);
    const turn = moveOf(step, before, ms, `throw-${index}`);
    const after = play(before, turn.move);
    turns.push({ ...turn, ms, before, after });
    before = after.state;
    if (isOver(turns.at(-epilogue)?.before)) break;
  }
  return turns;
}

export function isOver(state: GameState | undefined): boolean {
  return state?.status === 'FINISHED' || state?.status === 'ABANDONED';
}

function timeOf({ wait }: Step, state: GameState, ms: number): number {
  if ('ms' in wait) return ms + wait.ms;
  const due = state.throws.filter(isOpen).map((ball) => throwDueAt(ball) - at(0));
  return due.length > 0 ? Math.max(ms, Math.min(...due) + wait.fromDue) : ms;
}

function moveOf(step: Step, state: GameState, ms: number, newThrow: string): Pick<Turn, 'move' | 'throwId'> {
  const { does, who, what, fairly, secret, flaw } = step;
  const someone = pick([...people, eve], who) ?? eve;
  const wanted = does === 'answers' ? 'CHALLENGED' : 'IN_FLIGHT';
  const fitting = state.throws.filter(({ status }) => fairly && status === wanted);
  const ball = pick(fitting.length > 0 ? fitting : state.throws, what);
  const throwId = ball?.id ?? 'no throw';
  if (does === 'throws') {
    const player = fairly ? (pick(state.players, who)?.person ?? someone) : someone;
    const worth = state.cups.filter((one) => one.standing && one.ownerId !== player.id);
    const aim = pick(fairly ? worth : [...state.cups, undefined], what)?.id ?? 'no cup';
    const { lagMs = 0, ...changes } = flaw;
    return { move: throws(player, aim, ms, { ...changes, throwId: newThrow, thrownAt: at(ms) - transitMs - lagMs }) };
  }
  const owner = state.cups.find(({ id }) => id === ball?.cupId)?.ownerId;
  const challenger = people.find(({ id }) => fairly && id === owner) ?? someone;
  if (does === 'challenges') return { move: challenges(challenger, ms, throwId), throwId };
  if (does === 'answers')
    return { move: answers(fairly && ball ? ball.thrower : someone, secret, ms, throwId), throwId };
  if (does === 'voids') return { move: voids(ms, throwId), throwId };
  if (does === 'closes') return { move: closes(ms) };
  if (does === 'starts') return { move: starts(people.find(({ id }) => fairly && id === state.hostId) ?? someone, ms) };
  return { move: does === 'joins' ? joins(someone, ms) : leaves(someone, ms) };
}

function pick<One>(from: readonly One[], index: number): One | undefined {
  return from[index % from.length];
}

const often = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });
const steps: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(
    often(10, fc.constant<Step['does']>('throws')),
    often(8, fc.constant<Step['does']>('challenges')),
    often(6, fc.constant<Step['does']>('answers')),
    often(3, fc.constantFrom<Step['does']>('closes', 'starts', 'joins')),
    often(2, fc.constantFrom<Step['does']>('leaves', 'voids')),
  ),
  wait: fc.oneof(
    often(40, fc.record({ ms: fc.nat(1_500) })),
    often(10, fc.record({ fromDue: fc.constantFrom(-1, 0, 1, 500) })),
    often(2, fc.constantFrom({ ms: 15_000 }, { ms: 0 })),
    often(1, fc.constant({ ms: lobbyMs })),
  ),
  who: fc.nat(11),
  what: fc.nat(11),
  fairly: fc.integer({ min: 0, max: 9 }).map((one) => one < 8),
  secret: fc.constantFrom('right', 'wrong'),
  flaw: fc.oneof(
    often(20, fc.constantFrom<Step['flaw']>({}, { sealing: 'OPENED' })),
    often(1, fc.constantFrom<Step['flaw']>({ sealing: 'UNREADABLE' }, { sealing: 'SEAL_REQUIRED' })),
    often(1, fc.constantFrom<Step['flaw']>({ replayed: true }, { lagMs: 15_001 }, { lagMs: -15_001 })),
  ),
});

export interface Story {
  opening: GameState;
  turns: Turn[];
  ending: GameState;
  /** Every event since the lobby opened. */
  events: GameEvent[];
}
export const stories: fc.Arbitrary<Story> = fc
  .record({
    seated: fc.integer({ min: 1, max: 4 }),
    started: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
    maxPlayers: fc.integer({ min: 2, max: 4 }),
    cupsPerPlayer: fc.integer({ min: 1, max: 3 }),
    challengesPerPlayer: fc.integer({ min: 0, max: 3 }),
    steps: fc.array(steps, { maxLength: 80, size: 'max' }),
  })
  .map(({ seated, started, steps: told, ...settings }) => {
    const players = Math.min(seated, settings.maxPlayers);
    const opening = lobby(players, settings);
    const joined = people.slice(0, players).map((player, seat) => ({ type: 'PlayerJoined' as const, player, seat }));
    const begun = play(opening, ...(started ? [starts(ann, 0)] : []));
    const turns = tell(begun.state, told);
    const ending = turns.at(-1)?.after.state ?? begun.state;
    const events = [...joined, ...begun.events, ...turns.flatMap(({ after }) => after.events)];
    return { opening, turns, ending, events, [fc.toStringMethod]: () => summary(opening, turns) };
  });

/** What fast-check prints of a story for which a claim does not hold. */
function summary({ settings, players }: GameState, turns: Turn[]): string {
  const lines = turns.map(({ ms, after: { events, refusal } }) => {
    const said = events.map((event) => {
      const about = 'throwId' in event ? event.throwId : 'player' in event ? event.player.handle : '';
      return `${event.type} ${about} ${'status' in event ? event.status : ''}`.trim();
    });
    return `${ms} ms: ${[...said, refusal?.refused ?? []].flat().join(', ')}`;
  });
  return [`${players.length} in the lobby, ${JSON.stringify(settings)}`, ...lines].join('\n');
}

/** Random stories hold for `claim`. */
export function always(claim: (story: Story) => void): void {
  fc.assert(fc.property(stories, claim), { numRuns: 300 });
}
