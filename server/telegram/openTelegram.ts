import type { Pool } from 'pg';
import { callTimeoutMs, Notifications } from '../../jobs/notifications.ts';
import type { Services } from '../../resolvers/services.ts';
import type { Config } from '../config.ts';
import { telegramUpdates, type TelegramHandler } from '../http/telegramRoute.ts';
import type { Say } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimiter } from '../rateLimiter.ts';
import { botApi, sendText } from './botApi.ts';
import { chatBot } from './chatBot.ts';

export interface TelegramOptions {
  config: Pick<Config, 'telegram' | 'limits'>;
  services: Services;
  metrics: Metrics;
}

/** What people say to the bot; undefined without one. */
export function openTelegram({
  config: { telegram, limits },
  services,
  limiter,
  metrics,
}: TelegramOptions & { limiter: RateLimiter }): TelegramHandler | undefined {
  if (!telegram) return undefined;
  const met = (what: string) => metrics.telegram.updates.inc({ what });
  const bot = chatBot({ config: telegram, services, limiter, met });
  return telegramUpdates({ config: telegram, bot, bodyBytes: limits.sizes.bodyBytes, met });
}

/** What the bot says to people; undefined without one. */
export function openNotifications({
  config: { telegram: config },
  services,
  pool,
  metrics,
  warn,
}: TelegramOptions & { pool: Pool; warn: Say }): Notifications | undefined {
  if (!config) return undefined;
  const { messagesPerSecond, chatIntervalMs } = config;
  const api = botApi({ config, timeoutMs: callTimeoutMs });
  return new Notifications({
    pool,
    services,
    send: (chatId, text) => sendText(api, chatId, text),
    chance: () => Math.random(),
    messagesPerSecond,
    chatIntervalMs,
    observer: {
      attempted: ({ said }) => metrics.telegram.calls.inc({ said }),
      paused: (ms, reason) => warn({ ms, reason }, 'nobody is written to over Telegram for a while'),
    },
  });
}
