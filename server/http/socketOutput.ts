import type { Socket } from 'node:net';
import type { ExecutionResult } from 'graphql';
import type { WebSocket } from 'ws';
import type { Sink } from '../../subscriptions/fanout.ts';
import type { SharedAnswer } from './sharedAnswer.ts';

/**
 * The way out through one WebSocket, past the library that reads it: frames are written whole, and the library writes its
 * own whole and at once (it compresses nothing), so that neither ever comes between the other's.
 */
export class SocketOutput {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  /** Whether both ends agreed to permessage-deflate. */
  readonly compressed: boolean;
  #drained: Promise<void> | undefined;

  constructor(webSocket: WebSocket, socket: Socket) {
    this.webSocket = webSocket;
    this.socket = socket;
    this.compressed = webSocket.extensions !== '';
  }

  /** Never settles for a socket that closes first: nobody is waiting any more. */
  drained(): Promise<void> {
    if (!this.socket.writableNeedDrain) return Promise.resolve();
    this.#drained ??= new Promise((resolve) => {
      this.socket.once('drain', () => {
        this.#drained = undefined;
        resolve();
      });
    });
    return this.#drained;
  }
}

/**
 * One subscription's answers, sent as they come. What iterates over it, as graphql-ws does, gets no results: it waits for
 * the end, or the failure, of the stream.
 */
export class SentAnswers implements Sink<SharedAnswer>, AsyncIterableIterator<ExecutionResult> {
  readonly #output: SocketOutput;
  // Close at hand: every event passes here once for every listener.
  readonly #webSocket: WebSocket;
  readonly #socket: Socket;
  readonly #compressed: boolean;
  readonly #id: Buffer;
  readonly #source: { stop(): void };
  readonly #end = Promise.withResolvers<IteratorResult<ExecutionResult, undefined>>();

  constructor(output: SocketOutput, id: string, begin: (sink: Sink<SharedAnswer>) => { stop(): void }) {
    this.#output = output;
    this.#webSocket = output.webSocket;
    this.#socket = output.socket;
    this.#compressed = output.compressed;
    this.#id = Buffer.from(JSON.stringify(id));
    // Nobody may ever look at how it ended.
    this.#end.promise.catch(() => undefined);
    this.#source = begin(this);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  write(answer: SharedAnswer): boolean {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return true;
    return answer.sendTo(this.#socket, this.#id, this.#compressed);
  }

  drained(): Promise<void> {
    return this.#output.drained();
  }

  end(error?: unknown): void {
    if (error === undefined) this.#end.resolve({ done: true, value: undefined });
    else this.#end.reject(error);
  }

  next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    return this.#end.promise;
  }

  return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#source.stop();
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }
}
