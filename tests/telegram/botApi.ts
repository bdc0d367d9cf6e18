import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

export const botToken = '123456789:AAE-a-token-of-no-bot';
export const webhookSecret = 'a-secret-of-the-webhook';

const message = z.looseObject({ chat_id: z.coerce.string(), text: z.string() });

export interface Call {
  method: string;
  chatId: string;
  text: string;
  payload: Record<string, unknown>;
}

/** What a call is answered with: an error of the Bot API, whatever a gateway says, or nothing at all. */
export type Answer =
  | { code: number; description: string; retryAfter?: number }
  | { status: number; body: string }
  | 'HANG'
  | 'CUT'
  | undefined;

/** A server that speaks as much of Telegram's Bot API as this one asks of it. */
export class TestBotApi {
  readonly url: string;
  /** Every message that was taken, in the order in which they came. */
  readonly taken: Call[] = [];
  /** Every call, taken or not. */
  readonly calls: Call[] = [];
  /** What is said to a call instead of taking it. */
  answer: (call: Call) => Answer | Promise<Answer> = () => undefined;
  readonly #close: () => Promise<void>;

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.#close = close;
  }

  static async open(): Promise<TestBotApi> {
    const server = createServer((req, res) => {
      api.#take(req, res).catch(() => res.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const api: TestBotApi = new TestBotApi(`http://127.0.0.1:${port}`, () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    });
    return api;
  }

  /** Gone with the test. */
  static async ofTest(): Promise<TestBotApi> {
    const api = await TestBotApi.open();
    onTestFinished(() => api.close());
    return api;
  }

  /** Settings of a server that writes here, as fast as it is let. */
  get env(): Record<string, string> {
    return {
      TELEGRAM_BOT_TOKEN: botToken,
      TELEGRAM_BOT_NAME: 'cupbearer_test_bot',
      TELEGRAM_WEBHOOK_SECRET: webhookSecret,
      TELEGRAM_API_URL: this.url,
      TELEGRAM_MESSAGES_PER_SECOND: '1000',
      TELEGRAM_CHAT_INTERVAL_MS: '0',
    };
  }

  textsTo(chatId: number | string): string[] {
    return this.taken.filter((call) => call.chatId === String(chatId)).map(({ text }) => text);
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(req.url ?? '') ?? [];
    if (token !== botToken) return say(res, 404, { ok: false, error_code: 404, description: 'Not Found' });
    const payload = JSON.parse(Buffer.concat(await req.toArray()).toString('utf8')) as Record<string, unknown>;
    const parsed = message.safeParse(payload);
    const call = { method, payload, chatId: parsed.data?.chat_id ?? '', text: parsed.data?.text ?? '' };
    this.calls.push(call);
    const answer = await this.answer(call);
    if (answer === 'HANG') return;
    if (answer === 'CUT') return void req.socket.destroy();
    if (answer && 'status' in answer) return void res.writeHead(answer.status).end(answer.body);
    if (answer) {
      const { code, description, retryAfter } = answer;
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      return say(res, code, { ok: false, error_code: code, description, ...parameters });
    }
    if (method === 'sendMessage') this.taken.push(call);
    const results: Record<string, unknown> = {
      sendMessage: { message_id: this.taken.length },
      getMe: { id: 123456789, is_bot: true, first_name: 'Cupbearer', username: 'cupbearer_test_bot' },
      getWebhookInfo: { url: '', pending_update_count: 0 },
    };
    say(res, 200, { ok: true, result: results[method] ?? true });
  }
}

function say(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
