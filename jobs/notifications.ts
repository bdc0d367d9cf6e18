import type { Pool } from 'pg';
import { afterAttempt, type Attempt, longestFloodMs, longestOutageMs, outageMs } from '../rules/delivery.ts';
import { noticeText } from '../rules/notice.ts';
import type { Clock } from '../resolvers/clock.ts';
import type { OperationObserver } from '../resolvers/services.ts';
import { observeSettled, setBlocked } from '../resolvers/telegram/chats.ts';
import { noteFlood, pauseMessages } from '../resolvers/telegram/messagePauses.ts';
import { giveBack, settleNotification, type Settlement } from '../resolvers/telegram/settleNotification.ts';
import { type TakenNotification, takeNotifications } from '../resolvers/telegram/takeNotifications.ts';
import { expireNotifications, nextNotificationAt, someWait } from '../resolvers/telegram/waitingNotifications.ts';
import type { Job } from './job.ts';

/** The longest a call of the Bot API takes. */
export const callTimeoutMs = 8_000;
/** A run takes no more after so long: it is over before another worker takes the job for abandoned. */
const runMs = 8_000;
/** How long a chat waits for a worker that died. */
const leaseMs = 12_000;
/** Calls of a worker under way at once; so many are sent again, at most, when it dies. */
const mostAtOnce = 10;
/** While calls are under way, what else can be sent is looked for so often. */
const lookMs = 250;
/** It has been sent: to forget that for a connection's sake would be to send it again. */
const settleTries = 3;

export interface NotificationsOptions {
  pool: Pool;
  services: { clock: Clock; observer: Pick<OperationObserver, 'notificationSettled'> };
  /** Sends plain text; never rejects. */
  send(chatId: string, text: string): Promise<Attempt>;
  /** From 0 to 1. */
  chance(): number;
  messagesPerSecond: number;
  chatIntervalMs: number;
  observer: NotificationsObserver;
}

export interface NotificationsObserver {
  attempted(attempt: Attempt): void;
  /** For how long nobody is written to, and why. */
  paused(ms: number, reason: string): void;
}

/**
 * Sends what waits to be told: every second, and for as long as there is something to send. In order in each chat, no
 * faster than Telegram allows, each until it is taken, of no more use, or tried for a day.
 */
export class Notifications implements Job {
  readonly name = 'notifications';
  readonly every = '1 second';
  readonly #options: NotificationsOptions;
  readonly #stopping = new AbortController();
  /** Calls, also of runs that are over: one that hangs holds up its own chat, and not the next run. */
  readonly #underWay = new Set<Promise<void>>();
  /** What the database failed them with. */
  readonly #failures: unknown[] = [];
  #failuresInRow = 0;

  constructor(options: NotificationsOptions) {
    this.#options = options;
  }

  /** No more calls are made; resolves when those under way have come to their end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
  }

  async run(): Promise<void> {
    const { pool, services } = this.#options;
    const { signal } = this.#stopping;
    const now = () => services.clock.now();
    const end = now() + runMs;
    if (!(await someWait(pool))) return;
    // One that a worker is at now is not called expired before that worker has let go of it.
    for (const outcome of ['LATE', 'GAVE_UP'] as const) {
      observeSettled(services, await expireNotifications(pool, { outcome, by: now() - leaseMs, now: now() }), outcome);
    }
    const underWay = this.#underWay;
    const failures = this.#failures;
    while (!signal.aborted && now() < end && failures.length === 0) {
      const taken = underWay.size < mostAtOnce ? await this.#take(mostAtOnce - underWay.size) : [];
      for (const one of taken) {
        const done: Promise<void> = this.#deliver(one)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => underWay.delete(done));
        underWay.add(done);
      }
      if (taken.length > 0 && underWay.size < mostAtOnce) continue;
      if (underWay.size > 0) {
        await this.#next(underWay);
        continue;
      }
      const at = await nextNotificationAt(pool, now());
      if (at === undefined || at >= end) break;
      await services.clock.reach(Math.max(at, now() + 10), signal);
    }
    if (signal.aborted) await Promise.all(underWay);
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  async #take(most: number): Promise<TakenNotification[]> {
    const { pool, services, messagesPerSecond } = this.#options;
    const intervalMs = 1000 / messagesPerSecond;
    const { taken } = await takeNotifications(pool, { now: services.clock.now(), most, leaseMs, intervalMs });
    return taken;
  }

  /** Until one of them is done, or it is time to look again. */
  async #next(underWay: ReadonlySet<Promise<void>>): Promise<void> {
    const { clock } = this.#options.services;
    const looking = new AbortController();
    await Promise.race([...underWay, clock.reach(clock.now() + lookMs, looking.signal)]);
    looking.abort();
  }

  async #deliver(one: TakenNotification): Promise<void> {
    const { pool, services, send, chance, chatIntervalMs: perChatMs, observer } = this.#options;
    const { clock } = services;
    const { signal } = this.#stopping;
    if (one.ends) {
      return this.#settle(one, { outcome: one.ends, reason: null, now: clock.now(), chatAt: clock.now() });
    }
    await clock.reach(one.sendAt, signal);
    if (signal.aborted) return giveBack(pool, one);
    const attempt = await send(one.chatId, noticeText(one.notice, clock.now()));
    observer.attempted(attempt);
    const now = clock.now();
    const { outcome, chatAt } = afterAttempt({ attempt, attempts: one.attempts, now, chance: chance(), perChatMs });
    await this.#settle(one, { outcome, reason: 'reason' in attempt ? attempt.reason : null, now, chatAt });
    if (attempt.said === 'BLOCKED') {
      await setBlocked({ pool, observer: services.observer }, { chatId: one.chatId, blocked: true, at: now });
    }
    await this.#heed(attempt, { ...one, until: chatAt, now });
  }

  /** What one attempt means for all chats. */
  async #heed(attempt: Attempt, { userId, until, now }: { userId: string; until: number; now: number }): Promise<void> {
    const { pool, observer } = this.#options;
    this.#failuresInRow = attempt.said === 'NOTHING' ? this.#failuresInRow + 1 : 0;
    if (attempt.said === 'WAIT') {
      const pauseMs = Math.min(until - now, longestFloodMs);
      const all = await noteFlood(pool, { userId, until: now + pauseMs, now });
      if (all) observer.paused(pauseMs, attempt.reason);
      return;
    }
    const pauseMs = attempt.said === 'UNKNOWN_BOT' ? longestOutageMs : outageMs(this.#failuresInRow);
    if (pauseMs === 0) return;
    await pauseMessages(pool, now + pauseMs);
    observer.paused(pauseMs, 'reason' in attempt ? attempt.reason : '');
  }

  async #settle(one: TakenNotification, settlement: Settlement): Promise<void> {
    const { pool, services } = this.#options;
    for (let tries = 1; ; tries += 1) {
      try {
        await settleNotification(pool, one, settlement);
        break;
      } catch (error) {
        if (tries === settleTries) throw error;
      }
    }
    if (settlement.outcome) services.observer.notificationSettled(one.notice.kind, settlement.outcome);
  }
}
