import { describe, expect, it } from 'vitest';
import { joins, kicks, leaves } from './testMembership.ts';
import { answers, at, due, runs } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { lastOf, memberOf, play, running, scoreOfMember } from './testRoom.ts';

describe('a reveal', () => {
  it('tells what was right, who chose what, how it went for each, and who leads', () => {
    const { events, room } = play(
      running(),
      answers(paul, 0, [0], 5_000),
      answers(quinn, 0, [0, 2], 1_000),
      runs('REVEAL', 6_000),
    );
    expect(events).toEqual([
      {
        type: 'QuestionRevealed',
        questionIndex: 0,
        correctOptions: [0],
        explanation: 'explanation-of-0',
        distribution: [2, 0, 1],
        answered: 2,
        results: [
          { userId: paul.id, options: [0], correct: true, points: 500, bonus: 0, streak: 1, score: 500, rank: 1 },
          { userId: cora.id, options: null, correct: false, points: 0, bonus: 0, streak: 0, score: 0, rank: 2 },
          { userId: quinn.id, options: [0, 2], correct: false, points: 0, bonus: 0, streak: 0, score: 0, rank: 3 },
        ],
        standings: [
          { person: paul, rank: 1, score: 500 },
          { person: cora, rank: 2, score: 0 },
          { person: quinn, rank: 3, score: 0 },
        ],
        deadline: null,
      },
    ]);
    expect(memberOf(room, paul)).toMatchObject({ score: 500, streak: 1, scoredAt: at(6_000) });
    expect(memberOf(room, host)).toMatchObject({ score: 0, scoredAt: null });
  });

  it('scores a question once, and adds', () => {
    const both = play(
      running(),
      answers(paul, 0, [0], 5_000),
      due(10_000),
      runs('REVEAL', 11_000),
      runs('NEXT', 20_000),
      answers(paul, 1, [1], 20_000),
      due(40_000),
    );
    expect(both.scored).toEqual([
      { userId: paul.id, questionIndex: 0, correct: true, points: 500, bonus: 0 },
      { userId: paul.id, questionIndex: 1, correct: true, points: 1_100, bonus: 100 },
    ]);
    expect(scoreOfMember(both, paul)).toBe(1_600);
  });

  it('ends the streak of those who miss one', () => {
    const right = play(running(), answers(paul, 0, [0], 0), due(10_000), runs('NEXT', 10_000));
    expect(memberOf(right.room, paul)?.streak).toBe(1);
    expect(memberOf(play(right, due(30_000)).room, paul)).toMatchObject({ streak: 0, score: 1_000 });
    const wrong = play(right, answers(paul, 1, [0], 10_000), due(30_000));
    expect(memberOf(wrong.room, paul)).toMatchObject({ streak: 0, score: 1_000 });
  });

  it('counts no answer that was stamped late, wherever it came from', () => {
    const kept = running();
    const late = [10_000, 10_001, -1].map((elapsedMs, index) => ({
      userId: [cora, paul, quinn][index]?.id ?? '',
      questionIndex: 0,
      options: [0],
      answeredAt: at(elapsedMs),
      elapsedMs,
    }));
    const { scored, events } = play({ ...kept, answers: late }, due(12_000));
    expect(scored).toEqual([]);
    expect(lastOf(events, 'QuestionRevealed')).toMatchObject({ distribution: [0, 0, 0], answered: 0 });
  });

  it('counts the answers of those who left, not of those who were kicked', () => {
    const { scored, events, room } = play(
      running(),
      answers(paul, 0, [0], 5_000),
      answers(quinn, 0, [0], 1_000),
      leaves(paul, 6_000),
      kicks(host, quinn, 6_000),
      due(10_000),
    );
    expect(scored.map(({ userId }) => userId)).toEqual([paul.id]);
    const { results, standings, distribution } = lastOf(events, 'QuestionRevealed');
    expect(results.map(({ userId }) => userId)).toEqual([paul.id, cora.id]);
    expect(standings.map(({ person }) => person)).toEqual([paul, cora]);
    expect(distribution).toEqual([1, 0, 0]);
    expect(scoreOfMember({ room, answers: [] }, quinn)).toBe(0);
    expect(scoreOfMember(play({ room, answers: [] }, joins(paul, 20_000)), paul)).toBe(500);
  });

  it('ranks of equal scores the earlier first, then who came earlier', () => {
    const { events } = play(
      running(),
      joins(rosa, 100),
      answers(rosa, 0, [0], 5_000),
      due(10_000),
      runs('NEXT', 10_000),
      answers(paul, 1, [1], 20_000),
      answers(cora, 1, [1], 20_000),
      due(30_000),
    );
    expect(lastOf(events, 'QuestionRevealed').standings.map(({ person, score }) => [person.handle, score])).toEqual([
      ['rosa', 500],
      ['cora', 500],
      ['paul', 500],
      ['quinn', 0],
    ]);
  });

  it('reveals to two thousand, and shows the best ten', () => {
    const kept = running();
    const crowd = Array.from({ length: 2_000 }, (_, index) => ({ ...rosa, id: `id-${index}` }));
    const blank = memberOf(kept.room, paul);
    const members = crowd.flatMap((person, seat) => (blank ? [{ ...blank, person, seat: seat + 10 }] : []));
    const given = crowd.map(({ id }, index) => {
      const options = [index % 3];
      return { userId: id, questionIndex: 0, options, answeredAt: at(index), elapsedMs: index };
    });
    const room = { ...kept.room, members: [...kept.room.members, ...members] };
    const { scored, events } = play({ room, answers: given }, due(10_000));
    expect(scored).toHaveLength(2_000);
    expect(lastOf(events, 'QuestionRevealed')).toMatchObject({ answered: 2_000, distribution: [667, 667, 666] });
    expect(lastOf(events, 'QuestionRevealed').standings).toHaveLength(10);
  });
});
