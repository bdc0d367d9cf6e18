import type { RoomSettings } from '../../entities/quizRoom.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import fc from 'fast-check';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import { openRoom } from './quizRoom.ts';
import type { QuizAction } from './quizDecision.ts';
import { defaultRoomSettings, hostGoneSeconds, roomIdleMs } from './roomSettings.ts';
import { answers, at, does, type Kept, type Move, type Played } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { play } from './testRoom.ts';
import { deadlineOf } from './windows.ts';

/** One thing that happens in a random story. The numbers pick from what there is when it happens. */
interface Step {
  does: QuizAction['type'] | 'ANSWER';
  /** Time that passes before: milliseconds, or to so many milliseconds from what is due next. */
  wait: { ms: number } | { fromDue: number };
  who: number;
  whom: number;
  options: number[];
  online: boolean;
  /** Whether it is done the way it is meant: by a host, to the question in play; it is the host who comes and goes. */
  fairly: boolean;
  /** Which question is meant, from the one in play; null where the caller does not say. */
  offset: number | null;
}

/** One move of a story: what was, and what came of it. */
export interface Turn {
  ms: number;
  step: Step;
  before: Kept;
  after: Played;
}

export interface Story {
  settings: RoomSettings;
  questions: readonly QuizQuestion[];
  steps: readonly Step[];
  opening: Kept;
  turns: Turn[];
  ending: Kept;
  /** Every event since the room opened, with the Unix time at which it was appended. */
  events: { at: number; event: QuizRoomEvent }[];
}

/** Enough for timers to be late, and for a room to be left alone. */
const longMs = 3_600_000;

/** Moves made after a quiz is over, before its story is. */
const epilogue = 6;

const people: readonly PersonRef[] = [host, cora, paul, quinn, rosa];
/** Two of them are taken for paul's, one is no name. */
const names = ['The paul', 'тhе PАUL', 'Bob', '\u202e', null];

/** Plays a story out, always the same way for the same arguments. */
export function tell(settings: RoomSettings, questions: readonly QuizQuestion[], steps: readonly Step[]): Story {
  const opened = openRoom({ id: 'room', settings, questions, host }, at(0));
  const opening: Kept = { room: opened.state, answers: [] };
  const turns: Turn[] = [];
  let [before, ms] = [opening, 0];
  for (const step of steps) {
    ms = timeOf(step, before, ms);
    const after = play(before, moveOf(step, before, ms));
    turns.push({ ms, step, before, after });
    before = { room: after.room, answers: after.answers };
    if (turns.at(-epilogue)?.before.room.phase === 'ENDED') break;
  }
  const events = turns.flatMap(({ ms: when, after }) => after.events.map((event) => ({ at: at(when), event })));
  const first = opened.events.map((event) => ({ at: at(0), event }));
  return { settings, questions, steps, opening, turns, ending: before, events: [...first, ...events] };
}

function timeOf({ wait }: Step, { room }: Kept, ms: number): number {
  if ('ms' in wait) return ms + wait.ms;
  const due = deadlineOf(room);
  if (!due || (due.kind === 'ROOM_IDLE' && wait.fromDue < longMs)) return ms + Math.abs(wait.fromDue);
  return Math.max(ms, due.dueAt - at(0) + wait.fromDue);
}

function moveOf(step: Step, kept: Kept, ms: number): Move {
  const { room } = kept;
  const someone = pick(people, step.who);
  const runners = people.filter(({ id }) => id === room.hostId || room.cohostIds.includes(id));
  const runner = step.fairly ? pick(runners, step.who) : someone;
  const target = pick(people, step.whom);
  const current = room.questionIndex ?? 0;
  const meant = step.offset === null ? undefined : current + (step.fairly ? 0 : step.offset);
  const players = room.members.filter(({ plays, status }) => plays && status === 'IN').map(({ person }) => person);
  switch (step.does) {
    case 'ANSWER':
      if (step.fairly && room.phase !== 'QUESTION') return goesOn(room, ms);
      return answers(
        step.fairly && players.length > 0 ? pick(players, step.who) : someone,
        meant ?? current,
        step.options,
        ms,
      );
    case 'JOIN':
      return does({ type: 'JOIN', person: someone, displayName: pick(names, step.whom) }, ms);
    case 'LEAVE':
      return does({ type: 'LEAVE', userId: someone.id }, ms);
    case 'KICK':
      return does({ type: 'KICK', userId: runner.id, targetId: target.id, reason: 'reason' }, ms);
    case 'TRANSFER_HOST':
    case 'ADD_COHOST': {
      const userId = step.fairly ? room.hostId : someone.id;
      return does({ type: step.does, userId, targetId: target.id }, ms);
    }
    case 'PRESENCE': {
      const all = step.online || step.whom % 3 === 0 ? people : people.slice(0, 1);
      const those = step.fairly ? all : [someone, target];
      return does({ type: 'PRESENCE', changes: those.map(({ id }) => ({ userId: id, online: step.online })) }, ms);
    }
    case 'COUNT': {
      const those = kept.answers.filter(({ questionIndex }) => questionIndex === current);
      return does({ type: 'COUNT', questionIndex: meant ?? current, answeredBy: those.map((one) => one.userId) }, ms);
    }
    case 'DUE':
      return does({ type: 'DUE' }, ms);
    case 'CLOSE':
      return does({ type: 'CLOSE', reason: 'reason' }, ms);
    case 'EXPEL':
      return does({ type: 'EXPEL', targetId: target.id, reason: 'reason' }, ms);
    case 'NEXT':
      return does({ type: 'NEXT', userId: runner.id, afterIndex: meant }, ms);
    case 'REVEAL':
      return does({ type: 'REVEAL', userId: runner.id, questionIndex: meant }, ms);
    default:
      return does({ type: step.does, userId: runner.id }, ms);
  }
}

/** What moves a quiz on, done by its host. */
export function goesOn({ phase, hostId }: Kept['room'], ms: number): Move {
  const type = { LOBBY: 'START', QUESTION: 'REVEAL', REVEAL: 'NEXT', PAUSED: 'RESUME', ENDED: 'END' } as const;
  return does({ type: type[phase], userId: hostId }, ms);
}

function pick<One>(from: readonly One[], index: number): One {
  const one = from[index % from.length];
  if (one === undefined) throw new Error('The story has nobody to pick from');
  return one;
}

const often = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });
const mostly = fc.integer({ min: 0, max: 9 }).map((one) => one < 8);
const steps: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(
    often(36, fc.constant<Step['does']>('ANSWER')),
    often(16, fc.constantFrom<Step['does']>('PRESENCE', 'DUE', 'COUNT')),
    often(8, fc.constantFrom<Step['does']>('REVEAL', 'NEXT', 'PAUSE', 'RESUME', 'JOIN', 'ADD_COHOST')),
    often(3, fc.constantFrom<Step['does']>('LEAVE', 'TRANSFER_HOST', 'KICK', 'START')),
    often(1, fc.constantFrom<Step['does']>('END', 'CLOSE', 'EXPEL', 'EXPEL')),
  ),
  wait: fc.oneof(
    often(40, fc.record({ ms: fc.nat(2_000) })),
    often(8, fc.record({ fromDue: fc.constantFrom(-1, 0, 1, 500) })),
    often(6, fc.constantFrom({ ms: 0 }, { ms: hostGoneSeconds * 1_000 })),
    often(1, fc.constantFrom({ ms: 60_000 }, { fromDue: longMs })),
  ),
  who: fc.nat(59),
  whom: fc.nat(59),
  options: fc.oneof(
    often(12, fc.constant<number[]>([0])),
    often(6, fc.subarray([0, 1, 2], { minLength: 1 })),
    often(1, fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 4 })),
  ),
  online: fc.boolean(),
  fairly: mostly,
  offset: fc.constantFrom(null, 0, 0, -1, 1),
});

/** Marks what must not be known before the reveal; occurs nowhere else. */
export const secretOf = (index: number) => `secret-${index}`;

const questions: fc.Arbitrary<QuizQuestion[]> = fc
  .array(
    fc.record({
      correctOptions: fc.oneof(
        often(3, fc.constant<number[]>([0])),
        often(1, fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 })),
      ),
      seconds: fc.constantFrom(3, 5.5, 20),
      points: fc.constantFrom(1_000, 2_000, 7, 0),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map((one, index) => {
      const options = ['a', 'b', 'c'].map((letter) => `${letter}${index}`);
      return { ...one, body: `Question ${index}?`, options, pictureUrl: null, explanation: secretOf(index) };
    }),
  );

const settings: fc.Arbitrary<RoomSettings> = fc
  .record({
    advance: fc.constantFrom<RoomSettings['advance']>('HOST', 'AUTOMATIC'),
    intermissionSeconds: fc.constantFrom(1, 5),
    revealEarly: fc.boolean(),
    lateJoin: mostly,
    answerChange: fc.constantFrom<RoomSettings['answerChange']>('FIRST', 'LAST'),
    alpha: fc.constantFrom(0.8, 1, 1.5),
    streakBonus: mostly,
    whenHostGone: fc.constantFrom<RoomSettings['whenHostGone']>('PAUSE', 'HAND_OVER'),
    maxMembers: mostly.map((one) => (one ? 2_000 : 3)),
    hostPlays: fc.boolean(),
  })
  .map((drawn) => ({ ...defaultRoomSettings, ...drawn }));

/** In most of them everybody has come and the quiz has begun. */
const beginnings = (begun: boolean): Step[] => {
  const step = { wait: { ms: 0 }, whom: 1, options: [0], online: true, fairly: true, offset: null };
  const came = people.slice(1, 4).map((_, index): Step => ({ ...step, does: 'JOIN', who: index + 1, whom: 4 }));
  const start: Step[] = (['PRESENCE', 'ADD_COHOST', 'START'] as const).map((type) => ({ ...step, does: type, who: 0 }));
  return begun ? [...came, ...start] : [];
};

export const stories: fc.Arbitrary<Story> = fc
  .record({ settings, questions, begun: mostly, steps: fc.array(steps, { maxLength: 80, size: 'max' }) })
  .map(({ settings: chosen, questions: those, begun, steps: told }) => {
    const story = tell(chosen, those, [...beginnings(begun), ...told]);
    return { ...story, [fc.toStringMethod]: () => summary(story) };
  });

/** What fast-check prints of a story for which a claim does not hold. */
function summary({ settings: chosen, questions: those, turns }: Story): string {
  const lines = turns.map(({ ms, step, after: { events, refusal, answered } }) => {
    const said = events.map((event) => `${event.type}${'because' in event ? `(${event.because})` : ''}`);
    const refused = refusal?.refused ?? (answered && 'refusal' in answered ? answered.refusal.refused : '');
    return `${ms} ms: ${step.does} ${step.who % 5} ${step.whom % 5}: ${[...said, refused].join(', ')}`;
  });
  return [JSON.stringify(chosen), JSON.stringify(those), ...lines].join('\n');
}

/** Random stories hold for `claim`. */
export function always(claim: (story: Story) => void, numRuns = 300): void {
  fc.assert(fc.property(stories, claim), { numRuns });
}

/** Values that are there more than once. */
export function twice(values: unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Longer than anything that may be due. */
export const everMs = roomIdleMs * 2;
