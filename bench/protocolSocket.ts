import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcodes, type FrameSink } from './fanout/frames.ts';

export interface ProtocolSocketOptions {
  port: number;
  token: string;
  /** A message, as it came. Of those that `isEvent` names nothing is parsed. */
  heard(text: string): void;
  /** Whether this is one of the messages that come often. */
  isEvent(text: string): boolean;
  /** Once it is gone, and was not closed from here. */
  lost(why: string): void;
}

/** Read into by all sockets, one after another: nothing of it is kept. */
const readBuffer = Buffer.allocUnsafe(65_536);
const endOfHead = '\r\n\r\n';

/** A client's end of a WebSocket by graphql-transport-ws, as cheap as can be; what is asked is its owner's. */
export class ProtocolSocket implements FrameSink {
  readonly collecting = true;
  readonly #options: ProtocolSocketOptions;
  readonly #frames = new FrameReader(this);
  readonly #ready = Promise.withResolvers<void>();
  #socket: Socket | undefined;
  #head: string | undefined = '';

  constructor(options: ProtocolSocketOptions) {
    this.#options = options;
  }

  get open(): boolean {
    return this.#socket !== undefined;
  }

  /** Resolves once the server has let it in. */
  connect(): Promise<void> {
    const socket = connect({
      host: '127.0.0.1',
      port: this.#options.port,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (bytes) => this.#read(bytes) },
    });
    this.#socket = socket;
    socket.once('error', (error) => this.lose(error.message));
    socket.once('close', () => this.lose('The server closed the socket'));
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

  say(message: object): void {
    this.#socket?.write(clientFrame(opcodes.text, JSON.stringify(message)));
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }

  lose(why: string): void {
    if (!this.#socket) return;
    this.close();
    this.#ready.reject(new Error(why));
    this.#options.lost(why);
  }

  frame(opcode: number, _length: number, payload: Buffer): void {
    if (opcode === opcodes.ping) this.#socket?.write(clientFrame(opcodes.pong, payload));
    else if (opcode === opcodes.close) this.lose(`The server closed with ${payload.toString('latin1')}`);
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
    if (!head.startsWith('HTTP/1.1 101')) return this.lose(head.slice(0, end));
    this.#head = undefined;
    this.say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } });
    const rest = Buffer.from(head.slice(end + endOfHead.length), 'latin1');
    this.#frames.read(rest, 0, rest.length);
  }

  #hear(text: string): void {
    const { heard, isEvent } = this.#options;
    if (isEvent(text)) return heard(text);
    const { type } = JSON.parse(text) as { type: string };
    if (type === 'connection_ack') this.#ready.resolve();
    else if (type === 'ping') this.say({ type: 'pong' });
    else heard(text);
  }
}
