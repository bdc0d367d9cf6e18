import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcodes, type FrameSink } from '../fanout/frames.ts';

export interface SocketOptions {
  port: number;
  token: string;
  /** An event of the subscription, as it came. */
  heard(text: string): void;
  /** Once it is gone, and was not closed from here. */
  lost(why: string): void;
}

/** The socket went before the answer came; it may have been done or not. */
export class LostSocketError extends Error {}

/** Read into by all sockets, one after another: nothing of it is kept. */
const readBuffer = Buffer.allocUnsafe(65_536);
const endOfHead = '\r\n\r\n';
const subscriptionId = 'e';
const eventsBegin = `{"id":"${subscriptionId}","type":"next"`;

/** A member's WebSocket, by graphql-transport-ws: one subscription, and operations beside it. */
export class GraphQLSocket implements FrameSink {
  readonly collecting = true;
  readonly #options: SocketOptions;
  readonly #frames = new FrameReader(this);
  readonly #ready = Promise.withResolvers<void>();
  readonly #asked = new Map<string, PromiseWithResolvers<unknown>>();
  #socket: Socket | undefined;
  #head: string | undefined = '';
  #operations = 0;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  /** Resolves once the server has let it in. */
  open(): Promise<void> {
    const socket = connect({
      host: '127.0.0.1',
      port: this.#options.port,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (bytes) => this.#read(bytes) },
    });
    this.#socket = socket;
    socket.once('error', (error) => this.#lose(error.message));
    socket.once('close', () => this.#lose('The server closed the socket'));
    const lines = [
      'GET /graphql HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Protocol: graphql-transport-ws',
    ];
    socket.write(`${lines.join('\r\n')}${endOfHead}`);
    return this.#ready.promise;
  }

  /** The operation's data. Rejects on errors, and with LostSocketError when the socket goes first. */
  ask<Data>(query: string, variables: object): Promise<Data> {
    if (!this.#socket) return Promise.reject(new LostSocketError('The socket is gone'));
    this.#operations += 1;
    const id = `${this.#operations}`;
    const asked = Promise.withResolvers<unknown>();
    this.#asked.set(id, asked);
    this.#say({ id, type: 'subscribe', payload: { query, variables } });
    return asked.promise as Promise<Data>;
  }

  subscribe(query: string, variables: object): void {
    this.#say({ id: subscriptionId, type: 'subscribe', payload: { query, variables } });
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }

  frame(opcode: number, _length: number, payload: Buffer): void {
    if (opcode === opcodes.ping) this.#socket?.write(clientFrame(opcodes.pong, payload));
    else if (opcode === opcodes.close) this.#lose(`The server closed with ${payload.toString('latin1')}`);
    else this.#hear(payload.toString('latin1'));
  }

  #read(bytes: number): boolean {
    if (this.#head === undefined) this.#frames.read(readBuffer, 0, bytes);
    else this.#upgrade(readBuffer.toString('latin1', 0, bytes));
    return true;
  }

  #upgrade(text: string): void {
    const head = `${this.#head}${text}`;
    this.#head = head;
    const end = head.indexOf(endOfHead);
    if (end < 0) return;
    if (!head.startsWith('HTTP/1.1 101')) return this.#lose(head.slice(0, end));
    this.#head = undefined;
    this.#say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } });
    const rest = Buffer.from(head.slice(end + endOfHead.length), 'latin1');
    this.#frames.read(rest, 0, rest.length);
  }

  #hear(text: string): void {
    if (text.startsWith(eventsBegin)) return this.#options.heard(text);
    const { id = '', type, payload } = JSON.parse(text) as Message;
    if (type === 'connection_ack') return this.#ready.resolve();
    if (type === 'ping') return this.#say({ type: 'pong' });
    if (id === subscriptionId) return this.#lose(`The subscription ended: ${text.slice(0, 300)}`);
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (type === 'next' && !payload?.errors) asked?.resolve(payload?.data);
    else asked?.reject(new Error(text.slice(0, 300)));
  }

  #say(message: object): void {
    this.#socket?.write(clientFrame(opcodes.text, JSON.stringify(message)));
  }

  #lose(why: string): void {
    if (!this.#socket) return;
    this.close();
    const error = new LostSocketError(why);
    this.#ready.reject(error);
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
    this.#options.lost(why);
  }
}

interface Message {
  id?: string;
  type: string;
  payload?: { data?: unknown; errors?: unknown };
}
