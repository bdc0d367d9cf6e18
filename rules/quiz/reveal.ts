import type { QuestionResult } from '../../subscriptions/quizRoomEvent.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import type { QuizDraft } from './quizDraft.ts';
import type { QuizAnswerState, QuizMemberState } from './quizState.ts';
import { durationMs, intermissionMs, questionInPlay } from './question.ts';
import { mark, type Mark } from './scoring.ts';
import { placed, ranking, shownInReveal } from './standings.ts';

/** Closes the question in play: marks every answer that came in time, once, and says how it went. */
export function closeQuestion(draft: QuizDraft): void {
  const { room, now } = draft;
  const { index, question } = questionInPlay(room);
  const answers = countedAnswers(draft, index, question);
  const marks = markAll(draft, question, answers);
  draft.changeMembers((member) => scoreChange(member, marks.get(member.person.id), now));
  for (const userId of answers.keys()) {
    const { correct, points, bonus } = marks.get(userId) ?? missed;
    draft.scored.push({ userId, questionIndex: index, correct, points, bonus });
  }
  room.phase = 'REVEAL';
  room.pausedFrom = null;
  room.remainingMs = null;
  room.answered = answers.size;
  room.endsAt = room.settings.advance === 'AUTOMATIC' ? now + intermissionMs(room.settings) : null;
  const ranked = ranking(room.members);
  draft.say({
    type: 'QuestionRevealed',
    questionIndex: index,
    correctOptions: question.correctOptions,
    explanation: question.explanation,
    distribution: distributionOf(question, answers),
    answered: answers.size,
    results: resultsOf(ranked, marks, answers),
    standings: placed(ranked, shownInReveal),
    deadline: room.endsAt,
  });
}

type Answers = ReadonlyMap<string, QuizAnswerState>;

const missed: Mark = { correct: false, points: 0, bonus: 0, streak: 0 };

/** One answer of each who plays, in time. By seat, so that a board that takes them in order ranks as `ranking` does. */
function countedAnswers(draft: QuizDraft, index: number, question: QuizQuestion): Answers {
  const limit = durationMs(question);
  const inTime = draft
    .answers()
    .filter(({ questionIndex, elapsedMs }) => questionIndex === index && elapsedMs >= 0 && elapsedMs < limit);
  const byUser = new Map(inTime.map((answer) => [answer.userId, answer]));
  const counted = draft.room.members.filter(isMarked).map(({ person }) => byUser.get(person.id));
  return new Map(counted.filter((answer) => answer !== undefined).map((answer) => [answer.userId, answer]));
}

/** Answers of those who were kicked count no more. */
function isMarked({ plays, status }: QuizMemberState): boolean {
  return plays && status !== 'KICKED';
}

function markAll({ room }: QuizDraft, question: QuizQuestion, answers: Answers): ReadonlyMap<string, Mark> {
  const limit = durationMs(question);
  return new Map(
    room.members.filter(isMarked).map(({ person, streak }) => {
      const given = answers.get(person.id);
      const answer = given ? { options: given.options, timeShare: given.elapsedMs / limit } : null;
      return [person.id, mark({ question, settings: room.settings, answer, streak })];
    }),
  );
}

function scoreChange(
  member: QuizMemberState,
  given: Mark | undefined,
  now: number,
): Partial<QuizMemberState> | undefined {
  if (!given) return undefined;
  const { points, streak } = given;
  if (points === 0) return streak === member.streak ? undefined : { streak };
  return { streak, score: member.score + points, scoredAt: now };
}

/** Of everyone who is in, or has answered. */
function resultsOf(
  ranked: readonly QuizMemberState[],
  marks: ReadonlyMap<string, Mark>,
  answers: Answers,
): QuestionResult[] {
  return ranked.flatMap(({ person: { id: userId }, status, score }, index) => {
    const options = answers.get(userId)?.options ?? null;
    if (status !== 'IN' && !options) return [];
    return { userId, options, ...(marks.get(userId) ?? missed), score, rank: index + 1 };
  });
}

function distributionOf({ options }: QuizQuestion, answers: Answers): number[] {
  const chosen = [...answers.values()].flatMap((answer) => answer.options);
  return options.map((_, option) => chosen.filter((one) => one === option).length);
}
