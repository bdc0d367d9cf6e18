import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { notificationKinds } from '../../entities/telegram.ts';
import { Notifications, type NotificationsOptions } from '../../jobs/notifications.ts';
import type { Clock } from '../../resolvers/clock.ts';
import { botApi, sendText } from '../../server/telegram/botApi.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { openTestPool } from '../jobs/testPool.ts';
import { botToken, TestBotApi } from './botApi.ts';
import { newChat } from './chat.ts';

export interface TestReader {
  userId: string;
  chat: number;
}

/** Notifications that wait, and workers that send them, without a server. */
export class TestQueue {
  readonly pool: Pool;
  readonly #api: TestBotApi;
  readonly #clock: Clock;

  private constructor(pool: Pool, api: TestBotApi, clock: Clock) {
    this.pool = pool;
    this.#api = api;
    this.#clock = clock;
  }

  static async open(api: TestBotApi, clock: Clock): Promise<TestQueue> {
    return new TestQueue(await openTestPool(), api, clock);
  }

  async reader(): Promise<TestReader> {
    const [userId, chat] = [randomUUID(), newChat()];
    const at = new Date(this.#clock.now());
    await this.pool.query(
      `insert into users (id, handle, display_name, guest, created_at) values ($1::uuid, $1::text, 'Ada', false, $2)`,
      [userId, at],
    );
    await this.pool.query('insert into telegram_link (user_id, chat_id, kinds, linked_at) values ($1, $2, $3, $4)', [
      userId,
      chat,
      notificationKinds,
      at,
    ]);
    return { userId, chat };
  }

  async readers(count: number): Promise<TestReader[]> {
    return Promise.all(Array.from({ length: count }, () => this.reader()));
  }

  /** Something to tell, which calls itself by number; of use for a day, or so long. */
  async notify({ userId }: TestReader, rank: number, usefulMs = 86_400_000): Promise<void> {
    const now = this.#clock.now();
    const data = { tournament: 'Daily', rank, players: 100, coins: 0 };
    await this.pool.query(
      `insert into telegram_notification (user_id, kind, subject, data, made_at, expires_at)
       values ($1, 'TOURNAMENT_RESULT', $2, $3, $4, $5)`,
      [userId, randomUUID(), data, new Date(now), new Date(now + usefulMs)],
    );
  }

  worker(options: Partial<Omit<NotificationsOptions, 'observer'>> & { timeoutMs?: number } = {}) {
    const { timeoutMs = 5_000, ...others } = options;
    const api = botApi({ config: { token: botToken, apiUrl: this.#api.url }, timeoutMs });
    const paused: number[] = [];
    const begun: string[] = [];
    const outcomes: string[] = [];
    const worker = new Notifications({
      pool: this.pool,
      services: {
        clock: this.#clock,
        observer: { notificationSettled: (_kind, outcome) => void outcomes.push(outcome) },
      },
      send: (chatId, text) => {
        begun.push(chatId);
        return sendText(api, chatId, text);
      },
      chance: () => 0,
      messagesPerSecond: 1_000,
      chatIntervalMs: 0,
      ...others,
      observer: { attempted: () => undefined, paused: (ms) => void paused.push(ms) },
    });
    return Object.assign(worker, { begun, paused, outcomes });
  }

  /** Numbers that a chat got, in the order it got them. */
  told({ chat }: TestReader): number[] {
    return this.#api.textsTo(chat).map((text) => Number(/number (\d+)/.exec(text)?.[1]));
  }

  async rows(): Promise<{ outcome: string | null; attempts: number; lastError: string | null }[]> {
    const { rows } = await this.pool.query<{ outcome: string | null; attempts: number; lastError: string | null }>(
      `select outcome, attempts, last_error as "lastError" from telegram_notification order by id`,
    );
    return rows;
  }
}

/** A queue of the test's own, before a Bot API of its own. */
export async function openQueue(): Promise<{ api: TestBotApi; clock: ShiftedClock; queue: TestQueue }> {
  const [api, clock] = [await TestBotApi.ofTest(), new ShiftedClock()];
  return { api, clock, queue: await TestQueue.open(api, clock) };
}
