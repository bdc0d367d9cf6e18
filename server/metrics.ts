import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeadlineObserver } from '../jobs/deadlineClock.ts';
import type { OperationObserver } from '../resolvers/services.ts';
import type { FanoutCounts } from '../subscriptions/fanout.ts';
import type { FeedObserver } from '../subscriptions/feed.ts';
import { publicCode } from './http/publicError.ts';
import type { Logger, Say } from './log.ts';
import type { SpanCounts } from './tracing/nodeTracing.ts';

const lateness = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000];

/** A tournament's step taken later than this was held up by an outage. */
const lateAfterMs = 60_000;

/** Everything this node counts, for Prometheus. One registry per server, so that several can run in a process. */
export class Metrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  readonly operations = this.#counter('operations_total', 'GraphQL operations by type and outcome.', [
    'type',
    'outcome',
  ]);
  readonly errors = this.#counter('errors_total', 'Top-level errors answered, by code.', ['code']);
  readonly sockets = this.#gauge('sockets', 'Open WebSockets.');
  readonly socketCloses = this.#counter('socket_closes_total', 'WebSockets closed, by close code.', ['code']);
  readonly subscriptions = this.#gauge('subscriptions', 'Subscriptions under way.');
  readonly throws = this.#counter('throws_total', 'Throws that came to a status.', ['status']);
  readonly games = this.#counter('games_total', 'Games that started, finished or were abandoned.', ['what']);
  readonly roomEvents = this.#counter('quiz_room_events_total', 'Events of quiz rooms, by type.', ['type']);
  readonly battleEvents = this.#counter('battle_events_total', 'Events of battles, by type.', ['type']);
  readonly ledgerWritersOutwaited = this.#counter(
    'battle_writers_outwaited_total',
    'Ends of battles that did not wait for somebody who wrote scores for 20 s. Should stay zero.',
    [],
  );
  readonly deadlineLateness = new Histogram({
    name: 'cupbearer_deadline_lateness_milliseconds',
    help: 'From when a window was due to when it was settled, by kind.',
    labelNames: ['kind'],
    buckets: lateness,
    registers: this.#registers,
  });
  readonly deadlineFailures = this.#counter('deadline_failures_total', 'Deadlines whose settling failed.', ['kind']);
  readonly swept = this.#counter(
    'sweep_settled_total',
    'Windows a sweep closed that a clock missed. Should stay zero.',
    [],
  );
  readonly jobs = this.#counter('jobs_total', 'Jobs run, by outcome.', ['job', 'outcome']);
  readonly healed = this.#counter(
    'feed_healed_events_total',
    'Events found in the log that no announcement brought.',
    [],
  );
  readonly forged = this.#counter('feed_forged_messages_total', 'Messages between nodes without our signature.', []);
  readonly feedFailures = this.#counter('feed_failures_total', 'Announcements or beats that failed.', ['what']);
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
    ['what'],
  );
  readonly retries = this.#counter('transaction_retries_total', 'Transactions tried again, by reason.', ['why']);

  readonly tournamentSteps = this.#counter(
    'tournament_steps_total',
    'Steps of tournaments taken; late: more than a minute after they were due.',
    ['step', 'late'],
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
    ['why'],
  );

  /** `ofProcess`: also what the process takes, which is watched as long as it lives. */
  constructor({ ofProcess = true }: { ofProcess?: boolean } = {}) {
    if (!ofProcess) return;
    collectDefaultMetrics({ register: this.registry, prefix: 'cupbearer_', eventLoopMonitoringPrecision: 20 });
  }

  /** One operation that came to an end, or to a stream of results. */
  countOperation(type: string, result: unknown): void {
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

  watchFanout(counts: FanoutCounts): void {
    this.#watch('fanout_groups', 'Groups of listeners who are served together.', () => counts.groups);
    this.#watch('fanout_members', 'Listeners in those groups; others are catching up.', () => counts.members);
    this.#watch('fanout_answers_total', 'Executions of a subscription for one event.', () => counts.answered);
    this.#watch('fanout_deliveries_total', 'Events delivered to one listener each.', () => counts.written);
  }

  spanCounts(): SpanCounts {
    return {
      exported: (spans) => this.spansExported.inc(spans),
      dropped: (spans, why) => this.spansDropped.inc({ why }, spans),
    };
  }

  feedObserver(log: Logger): FeedObserver {
    return {
      healed: (events) => this.healed.inc(events),
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
      tournamentStep: ({ name, step, lateMs }) => {
        const late = lateMs > lateAfterMs;
        this.tournamentSteps.inc({ step, late: String(late) });
        if (late) log.info({ tournament: name, step, lateMs }, 'a step of a tournament was taken late');
        else log.info({ tournament: name, step }, 'a step of a tournament was taken');
      },
      roomChanged: (events) => {
        for (const { type } of events) this.roomEvents.inc({ type });
      },
      battleChanged: (events) => {
        for (const { type } of events) this.battleEvents.inc({ type });
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

  deadlineObserver(warn: Say): DeadlineObserver {
    return {
      settled: ({ kind }, lateMs) => this.deadlineLateness.observe({ kind }, lateMs),
      failed: (error, deadline) => {
        this.deadlineFailures.inc({ kind: deadline?.kind ?? 'NONE' });
        warn(
          { err: error, deadline },
          deadline
            ? 'a deadline could not be settled and will be tried again'
            : 'deadlines could not be looked for; trying again',
        );
      },
    };
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `cupbearer_${name}`, help, labelNames, registers: this.#registers });
  }

  /** What is kept elsewhere, asked for whenever the metrics are read. */
  #watch(name: string, help: string, value: () => number): void {
    if (name.endsWith('_total')) {
      const counter: Counter = new Counter({
        name: `cupbearer_${name}`,
        help,
        registers: this.#registers,
        collect() {
          counter.reset();
          counter.inc(value());
        },
      });
      return;
    }
    const gauge: Gauge = new Gauge({
      name: `cupbearer_${name}`,
      help,
      registers: this.#registers,
      collect: () => gauge.set(value()),
    });
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `cupbearer_${name}`, help, registers: this.#registers });
  }
}

function failuresOf(result: unknown): readonly unknown[] {
  if (typeof result !== 'object' || result === null || !('errors' in result) || !Array.isArray(result.errors))
    return [];
  return result.errors;
}
