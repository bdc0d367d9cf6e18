import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationMs, isRevealed, questionShown } from './question.ts';
import type { QuizEvent } from './quizEvent.ts';
import type { QuizAnswerState, QuizRoomState } from './quizState.ts';
import { roomIdleMs } from './roomSettings.ts';
import { at, does, type Kept, play, type Played } from './testRoom.ts';
import { always, everMs, goesOn, secretOf, stories, type Story, tell, type Turn } from './testStory.ts';
import { deadlineOf } from './windows.ts';

const twice = (values: unknown[]) => values.filter((value, index) => values.indexOf(value) !== index);
const keyOf = ({ userId, questionIndex }: { userId: string; questionIndex: number }) => `${userId} ${questionIndex}`;
const roomsOf = ({ opening, turns }: Story) => [opening.room, ...turns.map(({ after }) => after.room)];

/** A room as events tell it. */
interface Told {
  phase: string;
  index: number | null;
  endsAt: number | null;
  pausedFrom: string | null;
  remainingMs: number | null;
}

const legal: Partial<Record<QuizEvent['type'], string[]>> = {
  QuestionOpened: ['LOBBY', 'REVEAL'],
  QuestionRevealed: ['QUESTION', 'PAUSED QUESTION'],
  QuizPaused: ['QUESTION', 'REVEAL'],
  QuizResumed: ['PAUSED QUESTION', 'PAUSED REVEAL'],
  QuizEnded: ['LOBBY', 'REVEAL', 'PAUSED REVEAL'],
};

/** What an event makes of a room. Throws where it may not come. */
function follow(told: Told, event: QuizEvent): Told {
  const now = told.pausedFrom ? `${told.phase} ${told.pausedFrom}` : told.phase;
  expect(told.phase).not.toBe('ENDED');
  expect(legal[event.type] ?? [now]).toContain(now);
  switch (event.type) {
    case 'QuestionOpened':
      expect(event.questionIndex).toBe((told.index ?? -1) + 1);
      return { ...told, phase: 'QUESTION', index: event.questionIndex, endsAt: event.deadline };
    case 'QuestionRevealed':
      expect(event.questionIndex).toBe(told.index);
      return { ...told, phase: 'REVEAL', endsAt: event.deadline, pausedFrom: null, remainingMs: null };
    case 'QuizPaused':
      expect([event.pausedFrom, event.questionIndex]).toEqual([told.phase, told.index]);
      return { ...told, phase: 'PAUSED', pausedFrom: told.phase, remainingMs: event.remainingMs, endsAt: null };
    case 'QuizResumed':
      expect([event.phase, event.questionIndex]).toEqual([told.pausedFrom, told.index]);
      return { ...told, phase: event.phase, endsAt: event.deadline, pausedFrom: null, remainingMs: null };
    case 'QuizEnded':
      return { ...told, phase: 'ENDED', endsAt: null, pausedFrom: null, remainingMs: null };
    default:
      return told;
  }
}

function toldOf({ phase, questionIndex, endsAt, pausedFrom, remainingMs }: QuizRoomState): Told {
  return { phase, index: questionIndex, endsAt, pausedFrom, remainingMs };
}

/** Everyone in a room as events tell them. */
function followMembers(events: readonly QuizEvent[]) {
  const inside = new Map<string, { name: string; online: boolean; score: number; streak: number }>();
  let hosts: string[] = [];
  for (const event of events) {
    if (event.type === 'MemberJoined') {
      for (const { person, role, online, score, streak } of event.members) {
        inside.set(person.id, { name: person.displayName, online, score, streak });
        if (role === 'HOST') hosts = [person.id];
      }
      expect(event.memberCount).toBe(inside.size);
    }
    if (event.type === 'MemberLeft' || event.type === 'MemberKicked') {
      inside.delete(event.person.id);
      hosts = hosts.filter((id) => id !== event.person.id);
      expect(event.memberCount).toBe(inside.size);
    }
    if (event.type === 'PresenceChanged') {
      for (const { person, online } of event.members) Object.assign(inside.get(person.id) ?? {}, { online });
      expect(event.onlineCount).toBe([...inside.values()].filter(({ online }) => online).length);
    }
    if (event.type === 'HostChanged') hosts = [event.host, ...event.cohosts].map(({ id }) => id);
    if (event.type === 'QuestionRevealed') {
      for (const { userId, score, streak } of event.results) Object.assign(inside.get(userId) ?? {}, { score, streak });
    }
  }
  return { inside: Object.fromEntries(inside), hosts };
}

/** The question's time that passes from its opening, pauses left out, until `until`. */
function runningMs(story: Story, index: number, until: number): number {
  let [sum, since] = [0, null as number | null];
  for (const { at: when, event } of story.events) {
    if (when > until || !('questionIndex' in event) || event.questionIndex !== index) continue;
    if (event.type === 'QuestionOpened') since = when;
    if (event.type === 'QuizResumed' && event.phase === 'QUESTION') since = when;
    if ((event.type === 'QuizPaused' || event.type === 'QuestionRevealed') && since !== null) {
      sum += when - since;
      since = null;
    }
  }
  return since === null ? sum : sum + until - since;
}

describe('whatever happens in a room', () => {
  it('random stories reach every phase, event, refusal and deadline', () => {
    const told = fc.sample(stories, { numRuns: 600, seed: 1 });
    const turns = told.flatMap((story) => story.turns);
    const rooms = told.flatMap(roomsOf);
    expect(new Set(rooms.map(({ phase }) => phase)).size).toBe(5);
    const distinct = (values: string[]) => [...new Set(values)].sort().join(' ');
    const said = told.flatMap(({ events }) => events.map(({ event }) => event));
    expect(distinct(said.map(({ type }) => type))).toBe(
      'AnswerCounted HostChanged MemberJoined MemberKicked MemberLeft PresenceChanged QuestionOpened ' +
        'QuestionRevealed QuizEnded QuizPaused QuizResumed',
    );
    expect(distinct(said.flatMap((event) => ('because' in event ? event.because : [])))).toBe(
      'COHOST_ADDED FINISHED HANDED_OVER HOST HOST_GONE IDLE LEFT RETURNED STOPPED TRANSFERRED',
    );
    expect(distinct(turns.flatMap(({ after }) => after.refusal?.refused ?? []))).toBe(
      'BANNED LATE_JOIN_CLOSED NAME_TAKEN NAME_UNFIT NOT_HOST NOT_KICKABLE NOT_MEMBER ROOM_FULL WRONG_PHASE',
    );
    expect(distinct(turns.flatMap(({ after }) => refusedOf(after.answered)))).toBe(
      'ALREADY_ANSWERED BANNED NOT_MEMBER NOT_PLAYING OPTIONS_UNFIT QUESTION_CLOSED WRONG_PHASE',
    );
    const deadlines = rooms.flatMap((room) => deadlineOf(room)?.kind ?? []);
    expect(distinct(deadlines)).toBe('HOST_GONE INTERMISSION QUESTION ROOM_IDLE');
    expect(turns.filter(({ after }) => after.scored.some(({ bonus }) => bonus > 0)).length).toBeGreaterThan(20);
  });

  it('phases follow each other as they may, and the events alone tell phase, members and deadlines', () => {
    always((story) => {
      let told = toldOf(story.opening.room);
      for (const { after } of story.turns) {
        told = after.events.reduce(follow, told);
        expect(told).toEqual(toldOf(after.room));
      }
      const { room } = story.ending;
      const { inside, hosts } = followMembers(story.events.map(({ event }) => event));
      const present = room.members.filter(({ status }) => status === 'IN');
      expect(inside).toEqual(
        Object.fromEntries(
          present.map(({ person, online, score, streak }) => {
            // A streak is told of those who play only; of others it stays 0.
            return [person.id, { name: person.displayName, online, score, streak }];
          }),
        ),
      );
      expect(hosts).toEqual([room.hostId, ...room.cohostIds]);
    });
  });

  it('there is one host, who is in, as are the cohosts; names differ; the room holds no more than it may', () => {
    always((story) => {
      for (const { hostId, heldFor, cohostIds, members, settings } of roomsOf(story)) {
        const present = members.filter(({ status }) => status === 'IN').map(({ person }) => person.id);
        expect(present).toEqual(expect.arrayContaining([hostId, ...cohostIds]));
        expect(twice([hostId, ...cohostIds])).toEqual([]);
        expect(heldFor === null || cohostIds.includes(heldFor)).toBe(true);
        expect(twice(members.map(({ nameKey }) => nameKey))).toEqual([]);
        expect(twice(members.map(({ seat }) => seat))).toEqual([]);
        expect(present.length).toBeLessThanOrEqual(settings.maxMembers);
        expect(members.filter(({ status, online }) => online && status !== 'IN')).toEqual([]);
      }
    });
  });

  it('a deadline is later than what set it, fits its phase, and is the only thing that happens by itself', () => {
    always(({ turns }) => {
      for (const { ms, before, after } of turns) {
        const { room } = after;
        const deadline = deadlineOf(room);
        const anyone = room.members.some(({ online }) => online);
        if (room.phase === 'ENDED') expect(deadline).toBeNull();
        if (after.answered === undefined) expect(deadline === null || deadline.dueAt > at(ms)).toBe(true);
        if (room.phase === 'QUESTION') expect(deadline).not.toBeNull();
        if (room.endsAt === null) expect(['QUESTION', 'INTERMISSION']).not.toContain(deadline?.kind);
        if (deadline?.kind === 'INTERMISSION') expect(room.settings.advance).toBe('AUTOMATIC');
        if (deadline?.kind === 'ROOM_IDLE') expect(anyone).toBe(false);
        if (deadline?.kind === 'HOST_GONE') expect(['LOBBY', 'QUESTION', 'REVEAL', 'PAUSED']).toContain(room.phase);
        const early = (deadline?.dueAt ?? at(everMs)) - at(0) - 1;
        if (early >= ms) expect(play(after, does({ type: 'DUE' }, early)).room).toBe(room);
        if (room === before.room) expect(after.events).toEqual([]);
      }
    });
  });

  it('paused time never counts: what is left and what is used always make the whole', () => {
    always((story) => {
      for (const { ms, after } of story.turns) {
        const { room, answered } = after;
        const index = room.questionIndex ?? -1;
        const question = story.questions[index];
        if (!question) continue;
        const used = runningMs(story, index, at(ms));
        const whole = durationMs(question);
        if (room.phase === 'QUESTION' && room.endsAt !== null && used < whole) {
          expect(used + room.endsAt - at(ms)).toBe(whole);
        }
        if (room.pausedFrom === 'QUESTION') expect(used + (room.remainingMs ?? NaN)).toBe(whole);
        if (answered && 'answer' in answered && answered.written) expect(answered.answer.elapsedMs).toBe(used);
      }
    });
  });

  it('every answer that was taken is scored once, when its question closes; none after its time', () => {
    always((told) => {
      const story = ended(told);
      const scored = story.turns.flatMap(({ after }) => after.scored);
      expect(twice(scored.map(keyOf))).toEqual([]);
      const kicked = new Map(
        story.events.flatMap(({ event }, index) => (event.type === 'MemberKicked' ? [[event.person.id, index]] : [])),
      );
      const counted = story.ending.answers.filter(({ userId, questionIndex }) => {
        const closed = story.events.findIndex(
          ({ event }) => event.type === 'QuestionRevealed' && event.questionIndex === questionIndex,
        );
        return closed < (kicked.get(userId) ?? Infinity);
      });
      expect(new Set(scored.map(keyOf))).toEqual(new Set(counted.map(keyOf)));
      for (const { questionIndex, elapsedMs } of story.ending.answers) {
        const question = story.questions[questionIndex];
        expect(question && elapsedMs < durationMs(question)).toBe(true);
      }
    });
  });

  it('scores are the sum of what was revealed, and each as the formula says', () => {
    always((story) => {
      const sums = new Map<string, number>();
      const streaks = new Map<string, number>();
      for (const { before, after } of story.turns) {
        for (const event of after.events) {
          if (event.type !== 'QuestionRevealed') continue;
          const marks = new Map(after.scored.map((one) => [keyOf(one), one]));
          for (const { person, plays, status } of before.room.members.filter((one) => one.plays)) {
            if (!plays || status === 'KICKED') continue;
            const key = keyOf({ userId: person.id, questionIndex: event.questionIndex });
            const given = before.answers.find((one) => keyOf(one) === key);
            const { points, streak } = expectedMark(story, given, streaks.get(person.id) ?? 0);
            expect(marks.get(key)?.points ?? 0).toBe(points);
            streaks.set(person.id, streak);
            sums.set(person.id, (sums.get(person.id) ?? 0) + points);
          }
        }
        for (const { person, score } of after.room.members) expect(score).toBe(sums.get(person.id) ?? 0);
      }
    });
  });

  it('the rules tell nothing of what is right before its reveal, in words', () => {
    always((story) => {
      for (const { before, after } of story.turns) {
        const opened = after.events.map((event) => JSON.stringify(event));
        const shown = questionShown(after.room);
        const rest = JSON.stringify([after.refusal, after.answered, after.deadline, shown]);
        story.questions.forEach((_question, index) => {
          const revealedNow = after.events.findIndex(
            (event) => event.type === 'QuestionRevealed' && event.questionIndex === index,
          );
          const until = isRevealed(before.room, index) ? 0 : revealedNow < 0 ? opened.length : revealedNow;
          for (const json of opened.slice(0, until)) expect(json).not.toContain(secretOf(index));
          if (isRevealed(after.room, index)) return;
          expect(rest).not.toContain(secretOf(index));
          if (shown?.questionIndex === index) expect(shown.correctOptions).toBeNull();
        });
      }
    });
  });

  it('nor in any other way: had something else been right, all would look the same until then', () => {
    always((story) => {
      story.questions.forEach((_question, changed) => {
        const questions = story.questions.map((question, index) => {
          if (index !== changed) return question;
          const others = [0, 1, 2].filter((option) => !question.correctOptions.includes(option));
          return { ...question, correctOptions: others, explanation: null };
        });
        const other = tell(story.settings, questions, story.steps);
        for (const [index, turn] of story.turns.entries()) {
          const twin = other.turns[index];
          if (isRevealed(turn.after.room, changed)) break;
          expect(twin && emitted(twin)).toEqual(emitted(turn));
        }
      });
    }, 150);
  });

  it('a room that is over changes no more', () => {
    always(({ turns }) => {
      for (const { before, after } of turns.filter((turn) => turn.before.room.phase === 'ENDED')) {
        expect(after).toMatchObject({ events: [], scored: [] });
        expect(after.room).toBe(before.room);
        expect(after.answers).toEqual(before.answers);
      }
    });
  });

  it('there is always a way forward: a host can bring any quiz to its podium', () => {
    always(({ ending, turns }) => {
      let [kept, ms]: [Kept, number] = [ending, turns.at(-1)?.ms ?? 0];
      const finished = () => kept.room.phase === 'ENDED';
      for (let moves = 0; moves < 3 * 5 + 2 && !finished(); moves += 1) {
        ms += 1;
        kept = play(kept, does({ type: 'DUE' }, ms));
        if (finished()) break;
        const { refusal, ...after } = play(kept, goesOn(kept.room, ms));
        expect(refusal).toBeUndefined();
        expect(after.room).not.toBe(kept.room);
        kept = after;
      }
      expect(finished()).toBe(true);
    });
  });

  it('a room that everybody left alone ends by its deadlines, one after another', () => {
    always(({ ending, turns }) => {
      const ms = turns.at(-1)?.ms ?? 0;
      const changes = ending.room.members.map(({ person }) => ({ userId: person.id, online: false }));
      let kept: Kept = play(ending, does({ type: 'PRESENCE', changes }, ms));
      for (let fired = 0; fired < 20; fired += 1) {
        const deadline = deadlineOf(kept.room);
        if (!deadline) break;
        expect(deadline.dueAt).toBeLessThanOrEqual(at(ms + roomIdleMs));
        const after = play(kept, does({ type: 'DUE' }, deadline.dueAt - at(0)));
        expect(after.room).not.toBe(kept.room);
        kept = after;
      }
      expect(kept.room.phase).toBe('ENDED');
    });
  });

  it('lateness of timers changes no score', () => {
    always(({ ending }) => {
      const { phase, endsAt } = ending.room;
      if (phase !== 'QUESTION' || endsAt === null) return;
      const scored = [0, 1, 250, 3_600_000].map((late) => {
        return play(ending, does({ type: 'DUE' }, endsAt - at(0) + late)).scored;
      });
      expect(scored.filter((one) => JSON.stringify(one) !== JSON.stringify(scored[0]))).toEqual([]);
    });
  });
});

/** The same story, brought to an end by its host if it had none. */
function ended(story: Story): Story {
  const ms = story.turns.at(-1)?.ms ?? 0;
  const before = story.ending;
  const after = play(before, does({ type: 'END', userId: before.room.hostId }, ms));
  const [step] = story.steps;
  const last: Turn[] = step ? [{ ms, step, before, after }] : [];
  const events = [...story.events, ...after.events.map((event) => ({ at: at(ms), event }))];
  return { ...story, turns: [...story.turns, ...last], ending: after, events };
}

function expectedMark(
  { questions, settings }: Story,
  given: QuizAnswerState | undefined,
  streak: number,
): { points: number; streak: number } {
  const question = given && questions[given.questionIndex];
  if (!question || given.options.join() !== question.correctOptions.join()) return { points: 0, streak: 0 };
  const share = given.elapsedMs / (question.seconds * 1_000);
  const score = Math.round(question.points * (1 - share ** settings.alpha));
  const bonus = settings.streakBonus ? Math.round((score * Math.min(5, streak)) / 10) : 0;
  return { points: score + bonus, streak: streak + 1 };
}

/** All that leaves the rules of a turn. */
function emitted({ after: { events, refusal, answered, deadline, scored, room } }: Turn) {
  return { events, refusal, answered, deadline, scored, shown: questionShown(room) };
}

function refusedOf(answered: Played['answered']): string[] {
  return answered && 'refusal' in answered ? [answered.refusal.refused] : [];
}
