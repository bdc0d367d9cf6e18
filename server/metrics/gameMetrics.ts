import type { AnswerResult } from '../../resolvers/quizRoom/roomWork.ts';
import type { Meter } from './meter.ts';

const answerOutcomes = [
  'ACCEPTED',
  'NO_SUCH_ROOM',
  'NOT_MEMBER',
  'BANNED',
  'WRONG_PHASE',
  'NOT_PLAYING',
  'OPTIONS_UNFIT',
  'QUESTION_CLOSED',
  'ALREADY_ANSWERED',
] as const;
type AnswerOutcome = (typeof answerOutcomes)[number];

const questionSeconds = [2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 300];

/** What people do, beyond what events say. */
export function gameMetrics(meter: Meter) {
  return {
    questionSeconds: meter.histogram(
      'quiz_question_seconds',
      'How long questions were open, pauses left out.',
      questionSeconds,
    ),
    answers: meter.counter(
      'quiz_answers_total',
      'Answers to questions: ACCEPTED (those sent again among them), or what they were refused for.',
      { outcome: answerOutcomes },
    ),
    fighters: meter.counter('battle_fighters_total', 'People who joined a battle.'),
    entries: meter.counter('tournament_entries_total', 'Entries to tournaments.'),
    entryCoins: meter.counter('tournament_entry_coins_total', 'Coins that entries to tournaments cost.'),
  };
}

export function outcomeOf(result: AnswerResult): AnswerOutcome {
  if ('answer' in result) return 'ACCEPTED';
  return 'missing' in result ? 'NO_SUCH_ROOM' : result.refusal.refused;
}
