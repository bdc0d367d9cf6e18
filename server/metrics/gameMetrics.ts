import { throwStatuses } from '../../entities/throw.ts';
import type { AnswerResult } from '../../resolvers/quizRoom/roomWork.ts';
import type { OperationObserver } from '../../resolvers/services.ts';
import { battleEvent } from '../../subscriptions/battleEvent.ts';
import { quizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import type { Logger } from '../log.ts';
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

/** A tournament's step taken later than this was held up by an outage. */
const lateAfterMs = 60_000;

/** What people do. */
export function gameMetrics(meter: Meter) {
  const throws = meter.counter('throws_total', 'Throws that came to a status.', { status: throwStatuses });
  const games = meter.counter('games_total', 'Games that started, finished or were abandoned.', {
    what: ['started', 'finished', 'abandoned'],
  });
  const roomEvents = meter.counter('quiz_room_events_total', 'Events of quiz rooms, by type.', {
    type: typesOf(quizRoomEvent),
  });
  const questionOpen = meter.histogram(
    'quiz_question_seconds',
    'How long questions were open, pauses left out.',
    questionSeconds,
  );
  const answers = meter.counter(
    'quiz_answers_total',
    'Answers to questions: ACCEPTED (those sent again among them), or what they were refused for.',
    { outcome: answerOutcomes },
  );
  const battleEvents = meter.counter('battle_events_total', 'Events of battles, by type.', {
    type: typesOf(battleEvent),
  });
  const fighters = meter.counter('battle_fighters_total', 'People who joined a battle.');
  const writersOutwaited = meter.counter(
    'battle_writers_outwaited_total',
    'Ends of battles that did not wait for somebody who wrote scores for 20 s. Should stay zero.',
  );
  const tournamentSteps = meter.counter(
    'tournament_steps_total',
    'Steps of tournaments taken; late: more than a minute after they were due.',
    { step: ['CREATION', 'OPENING', 'ENTRY', 'FINISH'], late: ['true', 'false'] },
  );
  const entries = meter.counter('tournament_entries_total', 'Entries to tournaments.');
  const entryCoins = meter.counter('tournament_entry_coins_total', 'Coins that entries to tournaments cost.');
  return {
    observer: (log: Logger): Omit<OperationObserver, 'retried' | 'notificationSettled'> => ({
      tournamentStep: ({ id, day, step, lateMs }) => {
        const late = lateMs > lateAfterMs;
        tournamentSteps.inc({ step, late: String(late) });
        if (late) log.info({ tournament: id, day, step, lateMs }, 'a step of a tournament was taken late');
        else log.info({ tournament: id, day, step }, 'a step of a tournament was taken');
      },
      tournamentEntered: (fee) => {
        entries.inc();
        entryCoins.inc(fee);
      },
      roomChanged: (events, openMs) => {
        for (const { type } of events) roomEvents.inc({ type });
        for (const ms of openMs) questionOpen.observe(ms / 1000);
      },
      answersTaken: (results) => {
        for (const result of results) answers.inc({ outcome: outcomeOf(result) });
      },
      battleChanged: (events) => {
        for (const event of events) {
          battleEvents.inc({ type: event.type });
          if (event.type === 'BattleJoined') fighters.inc(event.fighters.length);
        }
      },
      ledgerWriterOutwaited: (battleId) => {
        writersOutwaited.inc();
        log.warn({ battleId }, 'a battle ended while somebody was still writing scores; theirs do not count in it');
      },
      gameChanged: (events) => {
        for (const event of events) {
          if (event.type === 'BallThrown') throws.inc({ status: 'IN_FLIGHT' });
          else if (event.type === 'ThrowRejected') throws.inc({ status: 'REJECTED' });
          else if (event.type === 'ThrowChallenged') throws.inc({ status: 'CHALLENGED' });
          else if (event.type === 'ThrowSettled') throws.inc({ status: event.status });
          else if (event.type === 'GameStarted') games.inc({ what: 'started' });
          else if (event.type === 'GameFinished') games.inc({ what: 'finished' });
          else if (event.type === 'GameAbandoned') games.inc({ what: 'abandoned' });
        }
      },
    }),
  };
}

function outcomeOf(result: AnswerResult): AnswerOutcome {
  if ('answer' in result) return 'ACCEPTED';
  return 'missing' in result ? 'NO_SUCH_ROOM' : result.refusal.refused;
}

function typesOf({ options }: { options: readonly { shape: { type: { value: string } } }[] }): string[] {
  return options.map(({ shape }) => shape.type.value);
}
