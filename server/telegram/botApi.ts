import { Api, GrammyError } from 'grammy/web';
import { type Attempt, attemptOf } from '../../rules/delivery.ts';
import type { TelegramConfig } from '../config.ts';

export interface BotApiOptions {
  config: Pick<TelegramConfig, 'token' | 'apiUrl'>;
  /** The longest a call takes, in milliseconds. */
  timeoutMs: number;
}

/** The Bot API as this server calls it. Errors never hold the token. */
export function botApi({ config: { token, apiUrl }, timeoutMs }: BotApiOptions): Api {
  return new Api(token, { apiRoot: apiUrl, timeoutSeconds: timeoutMs / 1000 });
}

/** Sends plain text to a chat, and says what came of it. Never rejects. */
export async function sendText(api: Api, chatId: string, text: string): Promise<Attempt> {
  try {
    await api.sendMessage(chatId, text, { link_preview_options: { is_disabled: true } });
    return { said: 'TAKEN' };
  } catch (error) {
    if (!(error instanceof GrammyError)) return { said: 'NOTHING', reason: reasonOf(error) };
    return attemptOf(error.error_code, error.description, error.parameters.retry_after);
  }
}

/** What went wrong beneath a call, without the address, which has the token in it. */
function reasonOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = 'error' in one ? one.error : one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
    if (/timed out/.test(one.message)) return 'no answer in time';
  }
  return error instanceof Error ? error.name : 'unknown';
}
