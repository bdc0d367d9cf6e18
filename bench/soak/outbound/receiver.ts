import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe } from '../mutations.ts';
import { type Fate, fateOf } from './fates.ts';

/** One message, whatever its protocol. */
export interface Message {
  /** Within which order counts. */
  lane: string;
  /** What it tells, once in its lane. */
  what: string;
  /** What its sender calls it. */
  id: string;
}

/** How a protocol is read and spoken. */
export interface Dialect {
  /** Throws on what must not come, such as a wrong signature. */
  read(request: { path: string; headers: IncomingHttpHeaders; body: string }): Message;
  answer(fate: 'TAKEN' | 'FAILED' | 'TOO_MANY'): Answer;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: object;
}

/** A call that came whole. */
export interface Arrival extends Message {
  body: string;
  fate: Fate;
  /** `performance.now()`. */
  at: number;
}

/** A server on this machine that takes messages, fails a fifth of all calls in several ways, and keeps account. */
export class Receiver {
  readonly url: string;
  readonly arrivals: Arrival[] = [];
  /** Calls that must not have come, in words. */
  readonly strange: string[] = [];
  /** Heard before each call is answered. */
  arrived: () => void = () => undefined;
  /** Messages that were taken once at least. */
  taken = 0;
  readonly #dialect: Dialect;
  readonly #close: () => Promise<void>;
  /** By message: failures since it was last taken, and whether it ever was. */
  readonly #known = new Map<string, { failuresInRow: number; taken: boolean }>();

  private constructor(url: string, dialect: Dialect, close: () => Promise<void>) {
    this.url = url;
    this.#dialect = dialect;
    this.#close = close;
  }

  static async open(dialect: Dialect): Promise<Receiver> {
    const server = createServer((request, response) => {
      // One whose sender died on the way never came.
      receiver.#take(request, response).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const receiver: Receiver = new Receiver(`http://127.0.0.1:${port}`, dialect, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return receiver;
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { url: path = '', headers } = request;
    let message: Message;
    try {
      message = this.#dialect.read({ path, headers, body });
    } catch (error) {
      this.strange.push(`${path}: ${describe(error)}`);
      return void response.writeHead(400).end();
    }
    const fate = this.#fateOf(message);
    this.arrivals.push({ ...message, body, fate, at: performance.now() });
    this.arrived();
    if (fate === 'SILENT') return;
    if (fate === 'RESET') return void request.socket.resetAndDestroy();
    if (fate === 'CUT') return void request.socket.destroy();
    const { status, headers: more = {}, body: said } = this.#dialect.answer(fate);
    response.writeHead(status, { ...more, ...(said && { 'content-type': 'application/json' }) });
    response.end(said && JSON.stringify(said));
  }

  #fateOf({ lane, what }: Message): Fate {
    const key = `${lane} ${what}`;
    const known = this.#known.get(key) ?? { failuresInRow: 0, taken: false };
    this.#known.set(key, known);
    const fate = fateOf(known.failuresInRow, Math.random());
    known.failuresInRow = fate === 'TAKEN' ? 0 : known.failuresInRow + 1;
    if (isTaken(fate) && !known.taken) {
      known.taken = true;
      this.taken += 1;
    }
    return fate;
  }
}

export function isTaken(fate: Fate): boolean {
  return fate === 'TAKEN' || fate === 'CUT';
}
