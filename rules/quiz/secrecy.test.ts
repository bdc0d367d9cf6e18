import { describe, expect, it } from 'vitest';
import { isRevealed, questionShown } from './question.ts';
import { runs } from './testMoves.ts';
import { lobby, play, running } from './testRoom.ts';
import { always, secretOf, type Story, tell, type Turn } from './testStory.ts';

describe('a question that is shown', () => {
  const asked = running();
  const revealed = play(asked, runs('REVEAL', 1_000));
  const secret = { correctOptions: null, explanation: null };
  const told = { correctOptions: [0], explanation: 'explanation-of-0' };

  it('is as it was asked, and tells what is right from its reveal on', () => {
    expect(questionShown(lobby().room)).toBeNull();
    const question = { body: 'Question 0?', options: ['a0', 'b0', 'c0'], seconds: 10, points: 1_000, pictureUrl: null };
    expect(questionShown(asked.room)).toEqual({ questionIndex: 0, questionCount: 3, ...question, ...secret });
    expect(questionShown(play(asked, runs('PAUSE', 500)).room)).toMatchObject(secret);
    expect(questionShown(revealed.room)).toMatchObject(told);
    expect(questionShown(play(revealed, runs('PAUSE', 2_000)).room)).toMatchObject(told);
    expect(questionShown(play(asked, runs('END', 2_000)).room)).toMatchObject(told);
    const next = play(revealed, runs('NEXT', 2_000)).room;
    expect(questionShown(next)).toMatchObject({ questionIndex: 1, ...secret });
    expect([0, 1, 2].map((index) => isRevealed(next, index))).toEqual([true, false, false]);
  });
});

describe('whatever happens in a room', () => {
  it('the rules tell nothing of what is right before its reveal, in words', () => {
    always((story) => {
      const revealed = new Set<number>();
      for (const { after } of story.turns) {
        for (const event of after.events) {
          if (event.type === 'QuestionRevealed') revealed.add(event.questionIndex);
          expectNoSecrets(story, revealed, event);
        }
        const { refusal, answered, deadline, room } = after;
        const shown = questionShown(room);
        expectNoSecrets(story, revealed, { refusal, answered, deadline, shown });
        if (shown && !revealed.has(shown.questionIndex)) expect(shown.correctOptions).toBeNull();
        story.questions.forEach((_, index) => expect(isRevealed(room, index)).toBe(revealed.has(index)));
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
          if (turn.after.events.some((event) => event.type === 'QuestionRevealed' && event.questionIndex === changed))
            break;
          expect(twin && emitted(twin)).toEqual(emitted(turn));
        }
      });
    }, 150);
  });
});

function expectNoSecrets(story: Story, revealed: ReadonlySet<number>, emission: unknown): void {
  const json = JSON.stringify(emission);
  story.questions.forEach((_, index) => {
    if (!revealed.has(index)) expect(json).not.toContain(secretOf(index));
  });
}

/** All that leaves the rules of a turn. */
function emitted({ after: { events, refusal, answered, deadline, scored, room } }: Turn) {
  return { events, refusal, answered, deadline, scored, shown: questionShown(room) };
}
