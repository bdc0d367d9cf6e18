import { type Api, GrammyError } from 'grammy/web';
import type { TelegramConfig } from '../config.ts';
import { telegramPath } from '../http/telegramRoute.ts';
import { commands } from './chatBot.ts';
import { allowedUpdates } from './update.ts';

const mostTries = 5;

export interface RegisterOptions {
  telegram: Pick<TelegramConfig, 'botName' | 'webhookSecret'>;
  publicUrl: string;
  /** Takes it away instead. */
  drop: boolean;
  /** Waits so many milliseconds before the next try. */
  pause(ms: number): Promise<unknown>;
}

/** Tells Telegram where updates go, and says in lines what came of it. Throws an Error that says what to do. */
export async function registerWebhook(
  api: Api,
  { telegram, publicUrl, drop, pause }: RegisterOptions,
): Promise<string[]> {
  const url = new URL(telegramPath, publicUrl);
  if (!drop && url.protocol !== 'https:') {
    throw new RangeError(
      `Telegram sends updates over HTTPS only: set PUBLIC_URL to that of your proxy, not ${publicUrl}.`,
    );
  }
  const call = <Result>(work: () => Promise<Result>) => patiently(work, pause);
  const { username } = await call(() => api.getMe());
  if (username.toLowerCase() !== telegram.botName.toLowerCase()) {
    throw new RangeError(`The token is that of @${username}; set TELEGRAM_BOT_NAME=${username}.`);
  }
  if (drop) {
    await call(() => api.deleteWebhook());
    return [`@${username} is told nothing any more.`];
  }
  const secret = { secret_token: telegram.webhookSecret, allowed_updates: allowedUpdates };
  await call(() => api.setWebhook(url.href, secret));
  await call(() => api.setMyCommands(commands));
  const { pending_update_count: waiting, last_error_message: trouble } = await call(() => api.getWebhookInfo());
  return [
    `What people say to @${username} goes to ${url.href}. ${waiting} updates wait.`,
    ...(trouble ? [`Of the last that could not be delivered Telegram says: ${trouble}`] : []),
  ];
}

/** Tries again what Telegram was too busy for, or out of reach. */
async function patiently<Result>(work: () => Promise<Result>, pause: RegisterOptions['pause']): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GrammyError)) {
        if (tries === mostTries)
          throw new Error('Telegram could not be reached. Is TELEGRAM_API_URL right?', { cause: error });
        await pause(1_000 * tries);
        continue;
      }
      const { error_code: code, description, parameters } = error;
      if (code === 401 || code === 404) throw new Error('Telegram does not know TELEGRAM_BOT_TOKEN.', { cause: error });
      if (tries === mostTries || (code < 500 && code !== 429)) {
        throw new Error(`Telegram refused: ${code} ${description}`, { cause: error });
      }
      await pause(1_000 * (parameters.retry_after ?? tries));
    }
  }
}
