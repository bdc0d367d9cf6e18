import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bot } from 'grammy/web';
import type { TelegramConfig } from '../config.ts';
import { readUpdate } from '../telegram/update.ts';
import { jsonType, refuse, write } from './jsonAnswer.ts';

export const telegramPath = '/telegram/webhook';
const secretHeader = 'x-telegram-bot-api-secret-token';

export type TelegramHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface TelegramRouteOptions {
  config: Pick<TelegramConfig, 'webhookSecret'>;
  bot: Bot;
  bodyBytes: number;
  /** Of an update that is none. */
  met(what: 'unreadable'): void;
}

/**
 * Takes Telegram's updates, from whoever knows the secret. An answer to a person goes back in the response. Updates that
 * hold nothing for us are answered with 200, so that Telegram does not send them again; when something fails here, with
 * 500, so that it does.
 */
export function telegramUpdates({ config, bot, bodyBytes, met }: TelegramRouteOptions): TelegramHandler {
  const secret = digest(config.webhookSecret);
  return async (req, res) => {
    if (req.method !== 'POST') {
      res.setHeader('allow', 'POST');
      return refuse(res, 405, 'BAD_USER_INPUT', 'This address takes POST only.');
    }
    const given = req.headers[secretHeader];
    if (typeof given !== 'string' || !timingSafeEqual(digest(given), secret)) {
      return refuse(res, 401, 'UNAUTHENTICATED', 'Only Telegram, with the secret it was given, may send updates.');
    }
    const body = await bodyOf(req, bodyBytes);
    if (body === 'TOO_LONG') {
      res.setHeader('connection', 'close');
      return refuse(res, 413, 'BAD_USER_INPUT', `An update has ${bodyBytes} bytes at most.`);
    }
    if (body === 'GONE') return;
    const update = readUpdate(body);
    if (!update) {
      met('unreadable');
      return refuse(res, 400, 'BAD_USER_INPUT', 'This is no update of the Bot API.');
    }
    let reply = '{}';
    await bot.handleUpdate(update, { send: (payload) => void (reply = payload) });
    write(res, 200, jsonType, reply);
  };
}

/** Of one length whatever the text, so that comparing tells nothing of it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** GONE: the client went before all of it was there. */
function bodyOf(req: IncomingMessage, mostBytes: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) resolve('TOO_LONG');
      else chunks.push(chunk);
    });
    req.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    req.once('error', () => resolve('GONE'));
    req.once('close', () => resolve('GONE'));
  });
}
