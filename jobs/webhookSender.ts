import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Pool } from 'pg';
import type { Clock } from '../resolvers/clock.ts';
import * as queue from '../resolvers/webhook/deliveryQueue.ts';
import type { Lane, PendingDelivery } from '../resolvers/webhook/deliveryQueue.ts';
import { type Attempt, verdictOf } from '../rules/webhook.ts';
import { sharedOut, width, widthOfWebhook } from '../rules/webhookShares.ts';

export interface WebhookSenderOptions {
  pool: Pool;
  clock: Clock;
  /** Signs and sends a message; whatever goes wrong is in what it comes to. */
  send(lane: Pick<Lane, 'url' | 'stream' | 'secrets'>, delivery: PendingDelivery): Promise<Attempt>;
  observer: WebhookObserver;
}

export interface WebhookObserver {
  tried(outcome: 'delivered' | 'failed' | 'parked', delivery: Pick<PendingDelivery, 'at'>): void;
  /** Messages of a webhook that nothing is sent to any more. */
  dropped(count: number): void;
  /** What waits on all nodes; counted as far as some number. */
  waits(count: number, oldestMs: number): void;
  failed(error: unknown): void;
}

/** How often it is looked for what is due. */
const lookMs = 250;
/** What a worker that dies has claimed is taken up by another after this. */
const leaseMs = 6_000;
const renewMs = 1_500;
/** Sent of one stream before others have their turn. */
const batchSize = 20;
/** Statements at once: of the connections that clock and feed need, too. */
const statements = 2;
const countEveryMs = 15_000;
const mostCounted = 100_000;
/** Webhooks that are remembered for having answered. */
const remembered = 10_000;

/**
 * Sends what is queued for webhooks. Runs on every worker: claims streams that are due, so that no other worker sends of
 * them, and sends what waits in each, one after the other. One that fails waits longer each time, and holds up its own
 * stream alone. A message that is sent but not written down, because the worker died, is sent again under the same id.
 */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #claim = randomUUID();
  readonly #limit = pLimit(statements);
  /** Those that are ours, surely until then. */
  readonly #lanes = new Map<Lane, { until: number; done: Promise<void> }>();
  /** How many lanes a webhook may have at once, where that is more than one: it answers. */
  readonly #widths = new LRUCache<string, number>({ max: remembered });
  #timers: NodeJS.Timeout[] = [];
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stopping = false;

  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timers = [
      setInterval(() => this.wake(), lookMs).unref(),
      setInterval(() => void this.#renew(), renewMs).unref(),
      setInterval(() => void this.#count(), countEveryMs).unref(),
    ];
    void this.#count();
  }

  /** Looks for what is due now. */
  wake(): void {
    if (this.#stopping) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Sends what is on its way, gives the rest back, and stops. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const [look, renew, count] = this.#timers;
    for (const timer of [look, count]) clearInterval(timer);
    await this.#looking;
    await Promise.all([...this.#lanes.values()].map(({ done }) => done));
    clearInterval(renew);
  }

  async #look(): Promise<void> {
    const { pool, clock, observer } = this.#options;
    while (this.#lookAgain && !this.#stopping) {
      this.#lookAgain = false;
      if (this.#lanes.size >= width) return;
      const now = clock.now();
      const until = now + leaseMs;
      try {
        const due = await this.#limit(() => queue.dueWebhooks(pool, now, widthOfWebhook));
        const shares = sharedOut({ held: [...this.#lanes.keys()], due, widthOf: (id) => this.#widths.get(id) ?? 1 });
        if (shares.size === 0) continue;
        const lanes = await this.#limit(() => queue.claimLanes(pool, { claim: this.#claim, now, until, shares }));
        for (const lane of lanes) this.#begin(lane, until);
      } catch (error) {
        observer.failed(error);
        return;
      }
    }
  }

  #begin(lane: Lane, until: number): void {
    const { observer } = this.#options;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.#lanes.set(lane, { until, done });
    void this.#work(lane)
      // The claim ends by itself, and whoever takes it up tries again.
      .catch((error: unknown) => observer.failed(error))
      .finally(() => {
        this.#lanes.delete(lane);
        resolve();
        this.wake();
      });
  }

  async #work(lane: Lane): Promise<void> {
    const { pool, clock } = this.#options;
    if (lane.closed) return this.#close(lane, lane.closed);
    const pending = await this.#limit(() => queue.pendingOf(pool, lane, batchSize));
    for (const delivery of pending) {
      if (this.#stopping) return this.#release(lane, clock.now());
      if (clock.now() >= (this.#lanes.get(lane)?.until ?? 0)) return;
      const goOn = await this.#deliver(lane, delivery);
      if (!goOn) return;
    }
    const all = pending.length < batchSize && (await this.#limit(() => queue.endLane(pool, this.#claim, lane)));
    if (!all) await this.#release(lane, clock.now());
  }

  /** Whether the next of the lane may follow. */
  async #deliver(lane: Lane, delivery: PendingDelivery): Promise<boolean> {
    const { pool, clock, send, observer } = this.#options;
    const attempt = await send(lane, delivery);
    const now = clock.now();
    const { giveUpAt } = delivery;
    const failures = lane.failures + 1;
    const verdict = verdictOf(attempt, { now, giveUpAt, failures, chance: Math.random() });
    this.#adapt(lane.webhookId, verdict.state === 'DELIVERED');
    lane.failures = verdict.state === 'DELIVERED' ? 0 : failures;
    const nextAt = verdict.state === 'PENDING' ? verdict.nextAt : null;
    const state = verdict.state === 'GONE' ? 'PARKED' : verdict.state;
    const tried = { id: delivery.id, state, attempt, now, nextAt };
    if (!(await this.#limit(() => queue.recordAttempt(pool, this.#claim, lane, tried)))) return false;
    observer.tried(state === 'PENDING' ? 'failed' : state === 'PARKED' ? 'parked' : 'delivered', delivery);
    if (verdict.state === 'GONE') {
      await this.#limit(() => queue.disableWebhook(pool, lane.webhookId, 'GONE', now));
      await this.#close(lane, 'DISABLED');
      return false;
    }
    if (verdict.state !== 'PENDING') return true;
    const { pauseUntil } = verdict;
    if (pauseUntil !== null) await this.#limit(() => queue.pauseWebhook(pool, lane.webhookId, pauseUntil));
    await this.#release(lane, verdict.nextAt);
    return false;
  }

  /** Nothing is sent from here: what waits is parked, and the lane ends. */
  async #close(lane: Lane, closed: NonNullable<Lane['closed']>): Promise<void> {
    const { pool, clock, observer } = this.#options;
    const now = clock.now();
    if (closed === 'TOKEN_ENDED') await queue.disableWebhook(pool, lane.webhookId, 'TOKEN_ENDED', now);
    const why = 'The webhook is disabled.';
    const parked = await this.#limit(() => queue.parkLane(pool, lane, why, now));
    if (parked > 0) observer.dropped(parked);
    if (!(await this.#limit(() => queue.endLane(pool, this.#claim, lane)))) await this.#release(lane, now);
  }

  async #release(lane: Lane, nextAt: number): Promise<void> {
    await this.#limit(() => queue.releaseLane(this.#options.pool, this.#claim, lane, nextAt));
  }

  /** A webhook that fails gets ever fewer connections, one that answers more: so it keeps no others waiting. */
  #adapt(webhookId: string, good: boolean): void {
    const was = this.#widths.get(webhookId) ?? 1;
    const is = good ? Math.min(widthOfWebhook, was * 2) : Math.floor(was / 2);
    if (is <= 1) this.#widths.delete(webhookId);
    else this.#widths.set(webhookId, is);
  }

  async #renew(): Promise<void> {
    const { pool, clock, observer } = this.#options;
    if (this.#lanes.size === 0) return;
    const until = clock.now() + leaseMs;
    try {
      const renewed = await this.#limit(() => queue.renewLanes(pool, this.#claim, [...this.#lanes.keys()], until));
      const keys = new Set(renewed.map(keyOf));
      for (const [lane, held] of this.#lanes) if (keys.has(keyOf(lane))) held.until = until;
    } catch (error) {
      observer.failed(error);
    }
  }

  async #count(): Promise<void> {
    const { pool, clock, observer } = this.#options;
    try {
      const { waiting, since } = await queue.queueLength(pool, mostCounted);
      observer.waits(waiting, since === null ? 0 : Math.max(0, clock.now() - since));
    } catch (error) {
      observer.failed(error);
    }
  }
}

function keyOf({ webhookId, stream }: Pick<Lane, 'webhookId' | 'stream'>): string {
  return `${webhookId} ${stream}`;
}
