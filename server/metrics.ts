import { collectDefaultMetrics } from 'prom-client';
import type { Pool } from 'pg';
import type { OperationObserver } from '../resolvers/services.ts';
import type { Logger } from './log.ts';
import { feedMetrics } from './metrics/feedMetrics.ts';
import { gameMetrics } from './metrics/gameMetrics.ts';
import { liveMetrics } from './metrics/liveMetrics.ts';
import { Meter } from './metrics/meter.ts';
import { operationMetrics } from './metrics/operationMetrics.ts';
import { reportMetrics } from './metrics/reportMetrics.ts';
import { standingsMetrics } from './metrics/standingsMetrics.ts';
import { stateMetrics } from './metrics/stateMetrics.ts';
import { storeMetrics } from './metrics/storeMetrics.ts';
import { telegramMetrics } from './metrics/telegramMetrics.ts';
import { timerMetrics } from './metrics/timerMetrics.ts';
import { webhookMetrics } from './metrics/webhookMetrics.ts';

/** Everything this node counts, for Prometheus. One registry per server, so that several can run in a process. */
export class Metrics {
  readonly #meter = new Meter();
  readonly registry = this.#meter.registry;
  readonly operations = operationMetrics(this.#meter);
  readonly live = liveMetrics(this.#meter);
  readonly feed = feedMetrics(this.#meter);
  readonly stores = storeMetrics(this.#meter);
  readonly standings = standingsMetrics(this.#meter);
  readonly timers = timerMetrics(this.#meter);
  readonly webhooks = webhookMetrics(this.#meter);
  readonly telegram = telegramMetrics(this.#meter);
  readonly reports = reportMetrics(this.#meter);
  readonly #games = gameMetrics(this.#meter);
  readonly #retries = this.#meter.counter('transaction_retries_total', 'Transactions tried again, by reason.', {
    why: ['deadlock', 'lock_timeout', 'lost_race'],
  });

  /** `ofProcess`: also what the process takes, which is watched as long as it lives. */
  constructor({ ofProcess = true }: { ofProcess?: boolean } = {}) {
    if (!ofProcess) return;
    collectDefaultMetrics({ register: this.registry, prefix: 'cupbearer_', eventLoopMonitoringPrecision: 20 });
  }

  /** On workers: how much there is now, as the database has it. */
  watchStates(pool: Pool, now: () => number): void {
    stateMetrics(this.#meter, { pool, now });
  }

  operationObserver(log: Logger): OperationObserver {
    return {
      ...this.#games.observer(log),
      retried: (why) => this.#retries.inc({ why }),
      notificationSettled: (kind, outcome) => this.telegram.notifications.inc({ kind, outcome }),
    };
  }
}
