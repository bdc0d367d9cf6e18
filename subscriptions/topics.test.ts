import { describe, expect, it } from 'vitest';
import type { QuizRoomEvent } from './quizRoomEvent.ts';
import { newEntry, topics } from './topics.ts';

const [ada, ben] = ['ada', 'ben'].map((id) => ({ id, handle: id, displayName: id }));
if (!ada || !ben) throw new Error('Nobody is here');

const kicked: QuizRoomEvent = { type: 'MemberKicked', person: ada, by: ben, reason: null, memberCount: 1 };
const left: QuizRoomEvent = { type: 'MemberLeft', person: ada, memberCount: 1 };
const result = { options: [1], correct: true, points: 9, bonus: 0, streak: 1, score: 9, rank: 1 };
const revealed: QuizRoomEvent = {
  type: 'QuestionRevealed',
  questionIndex: 0,
  correctOptions: [1],
  explanation: null,
  distribution: [0, 2],
  answered: 2,
  results: [ada, ben].map(({ id }) => ({ ...result, userId: id })),
  standings: [],
  deadline: null,
};

describe('the topic of rooms', () => {
  const topic = topics.QuizRoom;

  it('ends with a kick, for who is kicked', () => {
    expect(topic.lastFor(kicked)).toEqual(['ada']);
    expect([left, revealed].map((event) => topic.lastFor(event))).toEqual([[], []]);
  });

  it('has eyes for those whom a reveal has something of their own for', () => {
    expect(topic.eyes(revealed)).toEqual(['ada', 'ben']);
    expect([left, kicked].map((event) => topic.eyes(event))).toEqual([[], []]);
  });

  it('reads what it wrote, and nothing of a later version', () => {
    for (const event of [kicked, left, revealed]) {
      const { type, version, payload } = newEntry('QuizRoom', event);
      expect(topic.parse(type, version, payload)).toEqual(event);
      expect(topic.parse(type, version + 1, payload)).toBeUndefined();
    }
  });
});
