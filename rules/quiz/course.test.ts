import { describe, expect, it } from 'vitest';
import { joins, kicks, leaves } from './testMembership.ts';
import { absence, answers, at, counts, does, due, type Kept, type Move, presence, runs } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { lastOf, lobby, play, refusal, running, typesOf } from './testRoom.ts';

const asked = running();
const revealed = play(asked, runs('REVEAL', 4_000));
const paused = play(asked, runs('PAUSE', 4_000));
const ended = play(asked, runs('END', 4_000));

describe('a quiz', () => {
  it('goes from the lobby through every question and reveal to the podium', () => {
    const steps = [0, 1, 2].flatMap((index) => [
      answers(paul, index, [1], 100_000 * index + 1_000),
      due(100_000 * index + 30_000),
      runs('NEXT', 100_000 * (index + 1)),
    ]);
    const whole = play(running(), ...steps);
    expect(typesOf(whole.events)).toEqual([
      'QuestionRevealed',
      'QuestionOpened',
      'QuestionRevealed',
      'QuestionOpened',
      'QuestionRevealed',
      'QuizEnded',
    ]);
    expect(whole.room).toMatchObject({ phase: 'ENDED', questionIndex: 2, endedAt: at(300_000) });
    expect(lastOf(whole.events, 'QuizEnded')).toEqual({
      type: 'QuizEnded',
      because: 'FINISHED',
      by: null,
      questionsRevealed: 3,
      podium: [
        { person: paul, rank: 1, score: 950 },
        { person: cora, rank: 2, score: 0 },
        { person: quinn, rank: 3, score: 0 },
      ],
    });
    expect(whole.deadline).toBeNull();
  });

  it('asks a question without a word about what is right', () => {
    const { events, deadline } = play(lobby(), runs('START', 1_000));
    expect(events).toEqual([
      {
        type: 'QuestionOpened',
        questionIndex: 0,
        questionCount: 3,
        body: 'Question 0?',
        options: ['a0', 'b0', 'c0'],
        seconds: 10,
        points: 1_000,
        pictureUrl: null,
        deadline: at(11_000),
      },
    ]);
    expect(deadline).toEqual({ kind: 'QUESTION', dueAt: at(11_000) });
  });

  it('closes a question at its deadline, whoever comes by first', () => {
    expect(play(asked, due(9_999)).room).toBe(asked.room);
    expect(play(asked, due(10_000)).room.phase).toBe('REVEAL');
    const late = play(asked, answers(paul, 0, [0], 5_000), runs('PAUSE', 10_001));
    expect(late.scored).toEqual([{ userId: paul.id, questionIndex: 0, correct: true, points: 500, bonus: 0 }]);
    expect(late.room).toMatchObject({ phase: 'PAUSED', pausedFrom: 'REVEAL' });
  });

  it('waits in a reveal for a host, or moves on by itself after the intermission', () => {
    expect(revealed.deadline).toBeNull();
    expect(play(revealed, due(3_600_000)).room).toBe(revealed.room);
    const automatic = play(running({ advance: 'AUTOMATIC', intermissionSeconds: 7 }), due(10_250));
    expect(automatic.deadline).toEqual({ kind: 'INTERMISSION', dueAt: at(17_250) });
    expect(lastOf(automatic.events, 'QuestionRevealed').deadline).toBe(at(17_250));
    expect(play(automatic, due(17_249)).room.phase).toBe('REVEAL');
    const moved = play(automatic, due(17_250));
    expect(moved.room).toMatchObject({ phase: 'QUESTION', questionIndex: 1, endsAt: at(37_250) });
    const over = play(moved, due(40_000), due(50_000), due(90_000), due(100_000));
    expect(lastOf(over.events, 'QuizEnded').because).toBe('FINISHED');
  });

  it('lasts whole milliseconds, however its reveal was set', () => {
    const automatic = play(running({ advance: 'AUTOMATIC', intermissionSeconds: 1.23456 }), due(10_000));
    expect(automatic.deadline).toEqual({ kind: 'INTERMISSION', dueAt: at(11_235) });
  });

  it('shows a reveal in full, however late it comes', () => {
    const automatic = play(running({ advance: 'AUTOMATIC' }), due(600_000));
    expect(automatic.room).toMatchObject({ phase: 'REVEAL', endsAt: at(605_000) });
  });
});

describe('asked twice', () => {
  it('next moves once for one index', () => {
    const next = (afterIndex: number, ms: number) => does({ type: 'NEXT', userId: host.id, afterIndex }, ms);
    const moved = play(revealed, next(0, 5_000));
    expect(moved.room).toMatchObject({ phase: 'QUESTION', questionIndex: 1 });
    expect(play(moved, next(0, 5_001))).toMatchObject({ events: [], room: moved.room });
    expect(play(moved, runs('REVEAL', 5_500), next(0, 5_600)).room.phase).toBe('REVEAL');
    expect(refusal(moved, next(1, 5_001))?.refused).toBe('WRONG_PHASE');
    expect(refusal(revealed, next(1, 5_001))?.refused).toBe('WRONG_PHASE');
    expect(refusal(moved, runs('NEXT', 5_001))?.refused).toBe('WRONG_PHASE');
    const last = play(moved, runs('REVEAL', 6_000), next(1, 7_000), runs('REVEAL', 8_000), next(2, 9_000));
    expect(last.room.phase).toBe('ENDED');
    expect(play(last, next(2, 9_001)).refusal).toBeUndefined();
  });

  it('reveal closes one question for one index', () => {
    const next = play(revealed, runs('NEXT', 5_000));
    const runsReveal = (index: number, ms: number) =>
      does({ type: 'REVEAL', userId: host.id, questionIndex: index }, ms);
    expect(play(next, runsReveal(0, 5_001))).toMatchObject({ room: next.room, events: [] });
    expect(play(next, runsReveal(1, 5_001)).room.phase).toBe('REVEAL');
    expect(refusal(next, runsReveal(2, 5_001))?.refused).toBe('WRONG_PHASE');
  });

  it('what is so already stays as it is', () => {
    expect(play(asked, runs('START', 5_000))).toMatchObject({ room: asked.room, events: [] });
    expect(play(revealed, runs('REVEAL', 5_000))).toMatchObject({ room: revealed.room, events: [] });
    expect(play(paused, runs('PAUSE', 5_000))).toMatchObject({ room: paused.room, events: [] });
    expect(play(asked, runs('RESUME', 5_000))).toMatchObject({ room: asked.room, events: [] });
    expect(play(ended, runs('END', 5_000))).toMatchObject({ room: ended.room, events: [] });
  });
});

describe('refuses', () => {
  it.each<[what: string, Kept, Move]>([
    ['next in a lobby', lobby(), runs('NEXT', 5_000)],
    ['reveal in a lobby', lobby(), runs('REVEAL', 5_000)],
    ['pause in a lobby', lobby(), runs('PAUSE', 5_000)],
    ['resume in a lobby', lobby(), runs('RESUME', 5_000)],
    ['next in a question', asked, runs('NEXT', 5_000)],
    ['next in a pause', paused, runs('NEXT', 5_000)],
    ['reveal in a pause', paused, runs('REVEAL', 5_000)],
    ['start at the end', ended, runs('START', 5_000)],
    ['next at the end', ended, runs('NEXT', 5_000)],
    ['reveal at the end', ended, runs('REVEAL', 5_000)],
    ['pause at the end', ended, runs('PAUSE', 5_000)],
    ['resume at the end', ended, runs('RESUME', 5_000)],
  ])('%s', (_what, kept, move) => {
    const { refusal, room } = play(kept, move);
    expect(refusal).toEqual({ refused: 'WRONG_PHASE', phase: kept.room.phase });
    expect(room.phase).toBe(kept.room.phase);
  });

  it.each(['START', 'NEXT', 'REVEAL', 'PAUSE', 'RESUME', 'END'] as const)('%s from players and strangers', (type) => {
    for (const kept of [lobby(), asked, revealed, paused, ended]) {
      for (const who of [paul, rosa]) {
        const { refusal, room, events } = play(kept, runs(type, 5_000, who));
        expect(refusal).toEqual({ refused: 'NOT_HOST', host, cohostsMay: true });
        expect(room).toBe(kept.room);
        expect(events).toEqual([]);
      }
    }
  });

  it('nothing of that to cohosts', () => {
    const steps: Move[] = [runs('PAUSE', 1_000, cora), runs('RESUME', 2_000, cora), runs('REVEAL', 3_000, cora)];
    const moved = play(asked, ...steps, runs('NEXT', 4_000, cora), runs('END', 5_000, cora));
    expect(lastOf(moved.events, 'QuizEnded')).toMatchObject({ because: 'STOPPED', by: cora });
  });
});

describe('a pause', () => {
  it('keeps what is left of a question, to the millisecond', () => {
    expect(paused.events).toEqual([
      {
        type: 'QuizPaused',
        pausedFrom: 'QUESTION',
        questionIndex: 0,
        remainingMs: 6_000,
        because: 'HOST',
        by: host,
      },
    ]);
    expect(paused.deadline).toBeNull();
    const resumed = play(paused, runs('RESUME', 1_000_003));
    expect(resumed.deadline).toEqual({ kind: 'QUESTION', dueAt: at(1_006_003) });
    expect(resumed.events).toEqual([
      { type: 'QuizResumed', phase: 'QUESTION', questionIndex: 0, deadline: at(1_006_003), by: host },
    ]);
  });

  it('keeps what is left of an intermission, and nothing where a host moves on', () => {
    const automatic = play(running({ advance: 'AUTOMATIC' }), due(10_000), runs('PAUSE', 12_000));
    expect(automatic.room).toMatchObject({ pausedFrom: 'REVEAL', remainingMs: 3_000 });
    expect(play(automatic, runs('RESUME', 20_000)).deadline).toEqual({ kind: 'INTERMISSION', dueAt: at(23_000) });
    const manual = play(revealed, runs('PAUSE', 12_000));
    expect(manual.room).toMatchObject({ pausedFrom: 'REVEAL', remainingMs: null });
    expect(play(manual, runs('RESUME', 20_000))).toMatchObject({ room: { phase: 'REVEAL' }, deadline: null });
  });
});

describe('an end', () => {
  it('closes the question in play first, paused or not: its answers count', () => {
    const given = play(asked, answers(paul, 0, [0], 1_000));
    for (const kept of [given, play(given, runs('PAUSE', 2_000))]) {
      const over = play(kept, runs('END', 4_000));
      expect(typesOf(over.events)).toEqual(['QuestionRevealed', 'QuizEnded']);
      expect(over.scored).toMatchObject([{ userId: paul.id, points: 900 }]);
      expect(lastOf(over.events, 'QuizEnded')).toMatchObject({ questionsRevealed: 1, because: 'STOPPED', by: host });
    }
  });

  it('in the lobby has no podium', () => {
    const { events } = play(lobby(), runs('END', 4_000));
    expect(lastOf(events, 'QuizEnded')).toMatchObject({ questionsRevealed: 0, podium: [] });
  });

  it('comes by itself two hours after anyone was there', () => {
    const twoHours = 2 * 60 * 60_000;
    expect(play(lobby(), due(1)).deadline).toEqual({ kind: 'ROOM_IDLE', dueAt: at(twoHours) });
    const left = play(asked, absence(1_000, host, cora, paul, quinn), due(10_000));
    expect(left.deadline).toEqual({ kind: 'HOST_GONE', dueAt: at(21_000) });
    const idle = play(left, due(21_000));
    expect(idle.deadline).toEqual({ kind: 'ROOM_IDLE', dueAt: at(1_000 + twoHours) });
    expect(play(idle, presence(60_000, paul)).deadline).toBeNull();
    expect(play(idle, runs('RESUME', 60_000)).deadline).toEqual({ kind: 'ROOM_IDLE', dueAt: at(60_000 + twoHours) });
    expect(play(idle, runs('RESUME', 60_000, rosa)).deadline).toEqual(idle.deadline);
    for (const goes of [leaves(rosa, 60_000), leaves(paul, 60_000)]) {
      expect(play(idle, goes).deadline).toEqual(idle.deadline);
    }
    const over = play(idle, due(1_000 + twoHours));
    expect(lastOf(over.events, 'QuizEnded')).toMatchObject({ because: 'IDLE', by: null });
  });
});

it('a count tells of joins, but keeps no room open that nobody answers in', () => {
  const untold = play(asked, absence(1_000, host, cora, paul, quinn), due(21_000), joins(rosa, 30_000));
  expect(untold.room.emptySince).toBe(at(30_000));
  const told = play(untold, counts(40_000));
  expect(typesOf(told.events)).toEqual(['MemberJoined']);
  expect(told.room.emptySince).toBe(at(30_000));
});

describe('the count of answers', () => {
  const early = running({ revealEarly: true });
  const all = [answers(cora, 0, [0], 1_000), answers(paul, 0, [0], 1_000), answers(quinn, 0, [1], 1_000)];

  it('is told when it has risen', () => {
    const counted = play(asked, ...all.slice(0, 2), counts(1_500));
    expect(counted.events).toEqual([{ type: 'AnswerCounted', questionIndex: 0, answered: 2, playerCount: 3 }]);
    expect(play(counted, counts(1_600))).toMatchObject({ events: [], room: counted.room });
    expect(typesOf(play(counted, ...all, counts(1_700)).events)).toEqual(['AnswerCounted']);
  });

  it('reveals once everyone online who plays has answered, where that is the setting', () => {
    expect(play(asked, ...all, counts(1_500)).room.phase).toBe('QUESTION');
    expect(play(early, ...all.slice(0, 2), counts(1_500)).room.phase).toBe('QUESTION');
    const revealed = play(early, ...all, counts(1_500));
    expect(typesOf(revealed.events)).toEqual(['AnswerCounted', 'QuestionRevealed']);
    expect(revealed.scored).toHaveLength(3);
  });

  it('does not wait for those who are offline, nor reveals for nobody', () => {
    const gone = play(early, ...all.slice(0, 2), absence(1_200, quinn), counts(1_500));
    expect(gone.room.phase).toBe('REVEAL');
    const nobody = play(early, absence(1_200, cora, paul, quinn), counts(1_500));
    expect(nobody.room.phase).toBe('QUESTION');
  });

  it('is not needed where those who had yet to answer leave, or all had answered before a pause', () => {
    const waiting = play(early, ...all.slice(0, 2));
    expect(play(waiting, leaves(quinn, 1_500)).room.phase).toBe('REVEAL');
    const kicked = play(waiting, kicks(host, quinn, 1_500));
    expect(typesOf(kicked.events)).toEqual(['MemberKicked', 'QuestionRevealed']);
    expect(kicked.scored).toHaveLength(2);
    const resumed = play(early, ...all, runs('PAUSE', 1_500), runs('RESUME', 2_000));
    expect(typesOf(resumed.events)).toEqual(['QuizPaused', 'QuizResumed', 'QuestionRevealed']);
    const late = play(asked, ...all.slice(0, 2), leaves(quinn, 1_500));
    expect(late.room.phase).toBe('QUESTION');
    expect(play(early, ...all.slice(0, 1), leaves(quinn, 1_500)).room.phase).toBe('QUESTION');
  });

  it('is of the question in play only', () => {
    const next = play(early, ...all, runs('REVEAL', 1_500), runs('NEXT', 2_000));
    const everyone = [cora, paul, quinn].map(({ id }) => id);
    const late = does({ type: 'COUNT', questionIndex: 0, answeredBy: everyone }, 2_500);
    const { room, events } = play(next, late);
    expect([room.phase, room.questionIndex, events]).toEqual(['QUESTION', 1, []]);
  });
});
