import { randomBytes, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcodes, type FrameSink } from './frames.ts';
import type { Hello } from './serverProcess.ts';

/** What a listener reports. */
export interface Ears {
  /** Whether events are wanted with what is in them. */
  readonly reads: boolean;
  /** An event of that many bytes has come; `payload` is empty unless it is read. */
  heard(listener: Listener, bytes: number, payload: Buffer): void;
  /** The server closed the connection. */
  lost(listener: Listener, why: string): void;
}

/** Shorter messages belong to the protocol. */
const leastEventBytes = 100;
/** Read into by all sockets, one after another: nothing of it is kept. */
const readBuffer = Buffer.allocUnsafe(65_536);
const endOfHead = '\r\n\r\n';

/** One listener over a raw socket: it shakes hands by itself and then only counts what comes. */
export class Listener implements FrameSink {
  readonly number: number;
  /** Events since whoever counts set it. */
  events = 0;
  collecting = true;
  readonly #ears: Ears;
  readonly #frames = new FrameReader(this);
  readonly #ready = Promise.withResolvers<void>();
  #socket: Socket | undefined;
  readonly #hello: Hello;
  readonly #token: string | undefined;
  #upgraded = false;
  #begun = false;
  #head = '';

  constructor(number: number, hello: Hello, token: string | undefined, ears: Ears) {
    this.number = number;
    this.#hello = hello;
    this.#token = token;
    this.#ears = ears;
  }

  /** Resolves once it listens, or has asked to. */
  async open(): Promise<void> {
    const path = this.#hello.protocol === 'colyseus' ? await seat(this.#hello) : this.#hello.path;
    const { port, protocol } = this.#hello;
    const socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (bytes) => this.#read(bytes) },
    });
    this.#socket = socket;
    socket.once('error', (error) => this.#lost(error.message));
    socket.once('close', () => this.#lost('closed'));
    const key = randomBytes(16).toString('base64');
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${key}`,
      ...(protocol === 'graphql' ? ['Sec-WebSocket-Protocol: graphql-transport-ws'] : []),
    ];
    socket.write(`${lines.join('\r\n')}${endOfHead}`);
    return this.#ready.promise;
  }

  /** Cuts the connection without a word. */
  cut(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }

  frame(opcode: number, length: number, payload: Buffer): void {
    if (opcode === opcodes.ping) this.#send(opcodes.pong, '');
    else if (opcode === opcodes.close) this.#lost(`close ${payload.toString('latin1')}`);
    else if (length >= leastEventBytes && this.#begun) this.#ears.heard(this, length, payload);
    else if (!this.#begun) this.#shakeHands(payload);
    // Engine.IO's own ping is one letter long.
    else if (length === 1 && this.#hello.protocol === 'socket.io') this.#send(opcodes.text, '3');
  }

  #read(bytes: number): boolean {
    if (this.#upgraded) this.#frames.read(readBuffer, 0, bytes);
    else this.#upgrade(readBuffer.toString('latin1', 0, bytes));
    return true;
  }

  #upgrade(text: string): void {
    this.#head += text;
    const end = this.#head.indexOf(endOfHead);
    if (end < 0) return;
    if (!this.#head.startsWith('HTTP/1.1 101')) return this.#lost(this.#head.slice(0, end));
    this.#upgraded = true;
    const rest = Buffer.from(this.#head.slice(end + endOfHead.length), 'latin1');
    this.#head = '';
    if (this.#hello.protocol === 'graphql') this.#say({ type: 'connection_init', ...this.#credentials() });
    else if (this.#hello.protocol === 'ws') this.#begin();
    this.#frames.read(rest, 0, rest.length);
  }

  #credentials(): object {
    return this.#token === undefined ? {} : { payload: { authorization: `Bearer ${this.#token}` } };
  }

  #shakeHands(payload: Buffer): void {
    if (this.#hello.protocol === 'graphql') this.#subscribe(payload.toString());
    else if (this.#hello.protocol === 'socket.io') this.#joinNamespace(payload.toString());
    else this.#joinRoom(payload);
  }

  #subscribe(message: string): void {
    const { type } = JSON.parse(message) as { type: string };
    if (type !== 'connection_ack') return this.#lost(message);
    this.#say({ id: randomUUID(), type: 'subscribe', payload: this.#hello.subscribe });
    this.#begin();
  }

  /** Engine.IO has opened (0); Socket.IO's namespace is asked for (40) and confirmed (40 with a session). */
  #joinNamespace(message: string): void {
    if (message.startsWith('0')) this.#send(opcodes.text, '40');
    else if (message.startsWith('40')) this.#begin();
    else this.#lost(message);
  }

  /** Colyseus says JOIN_ROOM first, and sends nothing before that is said back. */
  #joinRoom(message: Buffer): void {
    if (message[0] !== joinRoom) return this.#lost(`Colyseus said ${message.toString('hex')}`);
    this.#send(opcodes.binary, Buffer.of(joinRoom));
    this.#begin();
  }

  #begin(): void {
    this.#begun = true;
    this.collecting = this.#ears.reads;
    this.#ready.resolve();
  }

  #say(message: object): void {
    this.#send(opcodes.text, JSON.stringify(message));
  }

  #send(opcode: number, payload: Uint8Array | string): void {
    this.#socket?.write(clientFrame(opcode, payload));
  }

  #lost(why: string): void {
    if (!this.#socket) return;
    this.cut();
    this.#ready.reject(new Error(`Listener ${this.number}: ${why}`));
    this.#ears.lost(this, why);
  }
}

const joinRoom = 10;

/** Reserves a seat in the room; the path to it. */
async function seat({ port, path }: Hello): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { sessionId, roomId, processId } = (await response.json()) as Record<string, string>;
  return `/${processId}/${roomId}?sessionId=${sessionId}`;
}
