import { collectDefaultMetrics, type Counter, type Gauge } from 'prom-client';
import type { Pool } from 'pg';
import { deadlineKinds } from '../entities/deadline.ts';
import { throwStatuses } from '../entities/throw.ts';
import type { DeadlineObserver } from '../jobs/deadlineClock.ts';
import type { OperationObserver } from '../resolvers/services.ts';
import { battleEvent } from '../subscriptions/battleEvent.ts';
import type { FanoutCounts } from '../subscriptions/fanout.ts';
import type { FeedObserver } from '../subscriptions/feed.ts';
import { quizRoomEvent } from '../subscriptions/quizRoomEvent.ts';
import type { Failures, ReportCounts } from './failures.ts';
import { errorCodes, publicCode } from './http/publicError.ts';
import type { Logger, Say } from './log.ts';
import { gameMetrics, outcomeOf } from './metrics/gameMetrics.ts';
import { liveMetrics } from './metrics/liveMetrics.ts';
import { lateSeconds, Meter, shortSeconds } from './metrics/meter.ts';
import { stateMetrics } from './metrics/stateMetrics.ts';
import { telegramMetrics } from './metrics/telegramMetrics.ts';
import { storeMetrics } from './metrics/storeMetrics.ts';
import { webhookMetrics } from './metrics/webhookMetrics.ts';
import type { SpanCounts } from './tracing/nodeTracing.ts';

const lateness = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000];

/** A tournament's step taken later than this was held up by an outage. */
const lateAfterMs = 60_000;

/** Everything this node counts, for Prometheus. One registry per server, so that several can run in a process. */
export class Metrics {
  readonly #meter = new Meter();
  readonly registry = this.#meter.registry;
  /** Sockets' messages, and how events travel. */
  readonly live = liveMetrics(this.#meter);
  readonly webhooks = webhookMetrics(this.#meter);
  readonly stores = storeMetrics(this.#meter);
  readonly #games = gameMetrics(this.#meter);
  readonly telegram = telegramMetrics(this.#meter);

  readonly operations = this.#counter('operations_total', 'GraphQL operations by type and outcome.', [
    'type',
    'outcome',
  ]);
  readonly operationSeconds = this.#meter.histogram(
    'operation_seconds',
    'From when an operation arrived to when its answer was there, by type.',
    shortSeconds,
    ['type'],
  );
  readonly errors = this.#counter('errors_total', 'Top-level errors answered, by code.', { code: errorCodes });
  readonly sockets = this.#gauge('sockets', 'Open WebSockets.');
  readonly subscriptions = this.#gauge('subscriptions', 'Subscriptions under way.');
  readonly throws = this.#counter('throws_total', 'Throws that came to a status.', { status: throwStatuses });
  readonly games = this.#counter('games_total', 'Games that started, finished or were abandoned.', {
    what: ['started', 'finished', 'abandoned'],
  });
  readonly roomEvents = this.#counter('quiz_room_events_total', 'Events of quiz rooms, by type.', {
    type: typesOf(quizRoomEvent),
  });
  readonly battleEvents = this.#counter('battle_events_total', 'Events of battles, by type.', {
    type: typesOf(battleEvent),
  });
  readonly ledgerWritersOutwaited = this.#counter(
    'battle_writers_outwaited_total',
    'Ends of battles that did not wait for somebody who wrote scores for 20 s. Should stay zero.',
    [],
  );
  readonly deadlineLateness = this.#meter.histogram(
    'deadline_lateness_milliseconds',
    'From when a window was due to when it was settled, by kind.',
    lateness,
    ['kind'],
  );
  readonly deadlineFailures = this.#counter('deadline_failures_total', 'Deadlines whose settling failed.', {
    kind: [...deadlineKinds, 'NONE'],
  });
  readonly swept = this.#counter(
    'sweep_settled_total',
    'Windows a sweep closed that a clock missed. Should stay zero.',
    [],
  );
  readonly jobs = this.#counter('jobs_total', 'Jobs run, by outcome.', ['job', 'outcome']);
  readonly jobLateness = this.#meter.histogram(
    'job_lateness_seconds',
    'From when a job was due to when it began.',
    lateSeconds,
    ['job'],
  );
  readonly jobSeconds = this.#meter.histogram('job_seconds', 'How long jobs ran that did not fail.', lateSeconds, [
    'job',
  ]);
  readonly healed = this.#counter(
    'feed_healed_events_total',
    'Events found in the log that no announcement brought.',
    [],
  );
  readonly forged = this.#counter('feed_forged_messages_total', 'Messages between nodes without our signature.', []);
  readonly feedFailures = this.#counter('feed_failures_total', 'Announcements or beats that failed.', {
    what: ['beat', 'publish', 'subscribe', 'read'],
  });
  readonly standingsDrift = this.#gauge(
    'standings_drift',
    'Entries of boards in Redis that differed from the table when last compared. Should stay zero.',
  );
  readonly standingsLedgerDrift = this.#gauge(
    'standings_ledger_drift',
    'Standings that were not the sum of their ledger when last compared. Should stay zero.',
  );
  readonly standingsFailures = this.#counter(
    'standings_failures_total',
    'Reads of boards in Redis that the table answered because it failed, and writes and loads that failed.',
    { what: ['tell', 'read', 'load'] },
  );
  readonly retries = this.#counter('transaction_retries_total', 'Transactions tried again, by reason.', {
    why: ['deadlock', 'lock_timeout', 'lost_race'],
  });

  readonly tournamentSteps = this.#counter(
    'tournament_steps_total',
    'Steps of tournaments taken; late: more than a minute after they were due.',
    { step: ['CREATION', 'OPENING', 'ENTRY', 'FINISH'], late: ['true', 'false'] },
  );
  readonly tournamentStepsMissed = this.#counter(
    'tournament_steps_missed_total',
    'Tournaments with steps that every clock and sweep missed. Should stay zero.',
    [],
  );
  readonly rewardsPaid = this.#counter('unclaimed_rewards_paid_total', 'Rewards paid that nobody claimed in time.', []);

  readonly spansExported = this.#counter('spans_exported_total', 'Spans that the collector took.', []);
  readonly spansDropped = this.#counter(
    'spans_dropped_total',
    'Spans that were not sent: too many waited, or the collector did not take them.',
    { why: ['queue_full', 'export_failed'] },
  );
  readonly analyticsEvents = this.#counter(
    'analytics_events_total',
    'Product events written, dropped because too many waited for Redis, and writes tried again.',
    { outcome: ['written', 'dropped', 'retried'] },
  );

  readonly errorReports = this.#counter('error_reports_total', 'Reports of errors, by outcome.', {
    outcome: ['sent', 'dropped'],
  });

  /** `ofProcess`: also what the process takes, which is watched as long as it lives. */
  constructor({ ofProcess = true }: { ofProcess?: boolean } = {}) {
    if (!ofProcess) return;
    collectDefaultMetrics({ register: this.registry, prefix: 'cupbearer_', eventLoopMonitoringPrecision: 20 });
  }

  /** One operation that came to an end, or to a stream of results; `arrivedAt` on the scale of `performance.now()`. */
  countOperation(type: string, result: unknown, arrivedAt?: number): void {
    if (arrivedAt !== undefined) this.operationSeconds.observe({ type }, (performance.now() - arrivedAt) / 1000);
    const failures = failuresOf(result);
    this.operations.inc({ type, outcome: failures.length > 0 ? 'failed' : 'ok' });
    for (const failure of failures) this.errors.inc({ code: publicCode(failure) });
  }

  watchStreams(count: () => number): void {
    this.#watch('streams_followed', 'Streams that have followers on this node.', count);
  }

  watchBoards(count: () => number): void {
    this.#watch('boards_followed', 'Boards that have followers on this node.', count);
  }

  /** On workers: how much there is now, as the database has it. */
  watchStates(pool: Pool, now: () => number): void {
    stateMetrics(this.#meter, { pool, now });
  }

  watchAnalytics(count: () => number): void {
    this.#watch('analytics_waiting', 'Product events and people seen that wait to be written to Redis.', count);
  }

  watchFanout(counts: FanoutCounts): void {
    this.#watch('fanout_groups', 'Groups of listeners who are served together.', () => counts.groups);
    this.#watch('fanout_members', 'Listeners in those groups; others are catching up.', () => counts.members);
    this.#watch('fanout_answers_total', 'Executions of a subscription for one event.', () => counts.answered);
    this.#watch('fanout_deliveries_total', 'Events delivered to one listener each.', () => counts.written);
  }

  reportCounts(): ReportCounts {
    return {
      sent: () => this.errorReports.inc({ outcome: 'sent' }),
      dropped: () => this.errorReports.inc({ outcome: 'dropped' }),
    };
  }

  spanCounts(): SpanCounts {
    return {
      exported: (spans) => this.spansExported.inc(spans),
      dropped: (spans, why) => this.spansDropped.inc({ why }, spans),
    };
  }

  feedObserver(log: Logger): FeedObserver {
    return {
      came: (way, lagMs) => this.live.came(way, lagMs),
      announced: (direction) => this.live.announcements.inc({ direction }),
      healed: (events) => {
        this.healed.inc(events);
        this.live.logReads.inc();
      },
      forged: () => this.forged.inc(),
      failed: (what, error) => {
        this.feedFailures.inc({ what });
        log.debug({ err: error, what }, 'the feed failed and will try again');
      },
    };
  }

  operationObserver(log: Logger): OperationObserver {
    return {
      retried: (why) => this.retries.inc({ why }),
      notificationSettled: (kind, outcome) => this.telegram.notifications.inc({ kind, outcome }),
      tournamentStep: ({ id, day, step, lateMs }) => {
        const late = lateMs > lateAfterMs;
        this.tournamentSteps.inc({ step, late: String(late) });
        if (late) log.info({ tournament: id, day, step, lateMs }, 'a step of a tournament was taken late');
        else log.info({ tournament: id, day, step }, 'a step of a tournament was taken');
      },
      tournamentEntered: (fee) => {
        this.#games.entries.inc();
        this.#games.entryCoins.inc(fee);
      },
      roomChanged: (events, openMs) => {
        for (const { type } of events) this.roomEvents.inc({ type });
        for (const ms of openMs) this.#games.questionSeconds.observe(ms / 1000);
      },
      answersTaken: (results) => {
        for (const result of results) this.#games.answers.inc({ outcome: outcomeOf(result) });
      },
      battleChanged: (events) => {
        for (const event of events) {
          this.battleEvents.inc({ type: event.type });
          if (event.type === 'BattleJoined') this.#games.fighters.inc(event.fighters.length);
        }
      },
      ledgerWriterOutwaited: (battleId) => {
        this.ledgerWritersOutwaited.inc();
        log.warn({ battleId }, 'a battle ended while somebody was still writing scores; theirs do not count in it');
      },
      gameChanged: (events) => {
        for (const event of events) {
          if (event.type === 'BallThrown') this.throws.inc({ status: 'IN_FLIGHT' });
          else if (event.type === 'ThrowRejected') this.throws.inc({ status: 'REJECTED' });
          else if (event.type === 'ThrowChallenged') this.throws.inc({ status: 'CHALLENGED' });
          else if (event.type === 'ThrowSettled') this.throws.inc({ status: event.status });
          else if (event.type === 'GameStarted') this.games.inc({ what: 'started' });
          else if (event.type === 'GameFinished') this.games.inc({ what: 'finished' });
          else if (event.type === 'GameAbandoned') this.games.inc({ what: 'abandoned' });
        }
      },
    };
  }

  deadlineObserver(warn: Say, failures: Failures): DeadlineObserver {
    return {
      settled: ({ kind }, lateMs) => this.deadlineLateness.observe({ kind }, lateMs),
      failed: (error, deadline) => {
        this.deadlineFailures.inc({ kind: deadline?.kind ?? 'NONE' });
        if (deadline) {
          const { kind, subject, gameId } = deadline;
          failures.report(error, { deadline: kind, subject, ...(gameId !== null && { game: gameId }) });
        }
        warn(
          { err: error, deadline },
          deadline
            ? 'a deadline could not be settled and will be tried again'
            : 'deadlines could not be looked for; trying again',
        );
      },
    };
  }

  #counter<Label extends string>(
    name: string,
    help: string,
    labels: Label[] | Record<Label, readonly string[]>,
  ): Counter<Label> {
    return this.#meter.counter(name, help, labels);
  }

  #watch(name: string, help: string, value: () => number): void {
    this.#meter.watch(name, help, value);
  }

  #gauge(name: string, help: string): Gauge {
    return this.#meter.gauge(name, help);
  }
}

function typesOf({ options }: { options: readonly { shape: { type: { value: string } } }[] }): string[] {
  return options.map(({ shape }) => shape.type.value);
}

function failuresOf(result: unknown): readonly unknown[] {
  if (typeof result !== 'object' || result === null || !('errors' in result) || !Array.isArray(result.errors))
    return [];
  return result.errors;
}
