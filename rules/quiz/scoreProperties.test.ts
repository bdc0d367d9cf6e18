import { describe, expect, it } from 'vitest';
import { durationMs } from './question.ts';
import type { QuizAnswerState } from './quizState.ts';
import { at, counts, does, due } from './testMoves.ts';
import { play, typesOf } from './testRoom.ts';
import { always, everMs, type Story, type Turn, twice } from './testStory.ts';
import { deadlineOf } from './windows.ts';

const keyOf = ({ userId, questionIndex }: { userId: string; questionIndex: number }) => `${userId} ${questionIndex}`;

describe('whatever happens in a room', () => {
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
        if (early >= ms) {
          // Nobody is told of those who have just joined but by what comes next.
          const still = play(after, due(early));
          expect(still.room === room || typesOf(still.events).join() === 'MemberJoined').toBe(true);
        }
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

  it('where a reveal may be early, no question stays open that everyone online has answered', () => {
    const looks = new Set<string>(['LEAVE', 'KICK', 'RESUME']);
    always(({ turns }) => {
      for (const { ms, step, after } of turns) {
        const { room, answers } = play(after, counts(ms));
        const players = room.members.filter(({ plays, online }) => plays && online);
        const answered = players.filter(({ person }) =>
          answers.some((one) => keyOf(one) === keyOf({ userId: person.id, questionIndex: room.questionIndex ?? -1 })),
        );
        const mayClose = room.phase === 'QUESTION' && room.settings.revealEarly && players.length > 0;
        if (mayClose) expect(answered.length).toBeLessThan(players.length);
        if (looks.has(step.does) && after.answered === undefined) expect(room.phase).toBe(after.room.phase);
      }
    });
  });

  it('scores are the sum of what was revealed, and each as the formula says', () => {
    always((story) => {
      const sums = new Map<string, number>();
      const streaks = new Map<string, number>();
      for (const { before, after } of story.turns) {
        const kicked = new Set<string>();
        for (const event of after.events) {
          if (event.type === 'MemberKicked') kicked.add(event.person.id);
          if (event.type !== 'QuestionRevealed') continue;
          const marks = new Map(after.scored.map((one) => [keyOf(one), one]));
          for (const { person, plays, status } of before.room.members.filter((one) => one.plays)) {
            if (!plays || status === 'KICKED' || kicked.has(person.id)) continue;
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
