import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { type Dispatcher, request } from 'undici';
import type { Attempt } from '../../rules/webhook.ts';
import { RefusedAddressError } from './guardedAgent.ts';

export interface Message {
  url: string;
  /** The same for each try. */
  id: string;
  body: string;
  /** Each signs; the newest first. */
  secrets: readonly string[];
  /** Unix time in milliseconds. */
  now: number;
}

export interface SendOptions {
  dispatcher: Dispatcher;
  /** From the beginning to the head of the answer. */
  timeoutMs: number;
}

/** Of an answer so much is read, for the connection's sake, and nothing kept. */
const mostRead = 16_384;
const readMs = 1_000;
const longestError = 200;

/** Signs a message as Standard Webhooks has it, posts it, and says how that came out. Never rejects. */
export async function sendWebhook(
  { url, id, body, secrets, now }: Message,
  { dispatcher, timeoutMs }: SendOptions,
): Promise<Attempt> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(now), body));
    const answer = await request(url, {
      dispatcher,
      method: 'POST',
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: readMs,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Cupbearer-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': `${Math.floor(now / 1_000)}`,
        'webhook-signature': signatures.join(' '),
      },
      body,
    });
    await drained(answer.body);
    const { statusCode: status, headers } = answer;
    if (status >= 200 && status < 300) return { status, error: null, retryAfterMs: null };
    const redirected = status >= 300 && status < 400;
    const error = redirected ? `Answered ${status}; redirects are not followed.` : `Answered ${status}.`;
    return { status, error, retryAfterMs: retryAfter(headers['retry-after'], Date.now()) };
  } catch (error) {
    const why = signal.aborted ? `No answer within ${timeoutMs / 1_000} s.` : reasonOf(error);
    return { status: null, error: why, retryAfterMs: null };
  }
}

/** The message has arrived, whatever becomes of the rest of the answer. */
async function drained(body: Dispatcher.ResponseData['body']): Promise<void> {
  body.on('error', () => undefined);
  const done = new AbortController();
  await Promise.race([
    body.dump({ limit: mostRead }).catch(() => undefined),
    sleep(readMs, undefined, { signal: done.signal }).catch(() => undefined),
  ]);
  done.abort();
  body.destroy();
}

/** `Retry-After` in milliseconds: it comes in seconds or as a date. */
export function retryAfter(header: string | string[] | undefined, now: number): number | null {
  if (typeof header !== 'string') return null;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** What went wrong, without saying anything of our networks. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It could not be sent.';
  if (error instanceof RefusedAddressError) return `The url ${error.message}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `No answer: ${code}.`.slice(0, longestError);
}
