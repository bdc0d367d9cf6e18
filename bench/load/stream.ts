import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcodes, type FrameSink } from '../fanout/frames.ts';
import type { DeliveryKind } from './tally.ts';

const documents: Record<DeliveryKind, string> = {
  gameEvents: `subscription GameEvents($id: ID!) { gameEvents(gameId: $id) { __typename cursor seq at
    ... on BallThrown { throwId cupId challengeBy thrower { id handle } }
    ... on ThrowChallenged { throwId answerBy challenger { id handle } }
    ... on ThrowSettled { throwId status cupId cupStanding throwerScore } } }`,
  standings: `subscription Standings($id: ID!) { standings(scoreboardId: $id, first: 10) { size version at
    entries { rank score user { id handle displayName } } } }`,
};

/** What a user's socket reports. */
export interface StreamEars {
  delivered(kind: DeliveryKind, ms: number): void;
  failed(kind: DeliveryKind, why: string): void;
}

/** Read into by all sockets, one after another: nothing of it is kept. */
const readBuffer = Buffer.allocUnsafe(65_536);
const endOfHead = '\r\n\r\n';
const prefixes: Record<DeliveryKind, string> = { gameEvents: 'g', standings: 's' };

/** A user's WebSocket, with the events of one game and, for some, the standings of a board. */
export class Stream implements FrameSink {
  readonly collecting = true;
  readonly #port: number;
  readonly #token: string;
  readonly #ears: StreamEars;
  readonly #frames = new FrameReader(this);
  readonly #ready = Promise.withResolvers<void>();
  #socket: Socket | undefined;
  #head: string | undefined = '';
  #games = 0;
  #lastSeq = 0;
  /** What happened before was not on its way; Unix time in milliseconds. */
  #since = 0;
  #standingsKnown = false;

  constructor(port: number, token: string, ears: StreamEars) {
    this.#port = port;
    this.#token = token;
    this.#ears = ears;
  }

  /** Resolves once the server has let it in. */
  open(): Promise<void> {
    const socket = connect({
      host: '127.0.0.1',
      port: this.#port,
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

  /** Leaves the game it followed for this one. */
  followGame(id: string): void {
    if (this.#games > 0) this.#say({ id: `g${this.#games}`, type: 'complete' });
    this.#games += 1;
    this.#lastSeq = 0;
    this.#since = Date.now();
    this.#say({
      id: `g${this.#games}`,
      type: 'subscribe',
      payload: { query: documents.gameEvents, variables: { id } },
    });
  }

  followBoard(id: string): void {
    this.#say({ id: 's', type: 'subscribe', payload: { query: documents.standings, variables: { id } } });
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
    this.#say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#token}` } });
    const rest = Buffer.from(head.slice(end + endOfHead.length), 'latin1');
    this.#frames.read(rest, 0, rest.length);
  }

  /** Nothing but events comes often, so only they are read without being parsed. */
  #hear(text: string): void {
    const event = /^\{"id":"([gs])(\d*)","type":"next","payload":\{"data":/.exec(text);
    if (event?.[1] === prefixes.gameEvents) return this.#gameEvent(Number(event[2]), text);
    if (event?.[1] === prefixes.standings) return this.#standings(text);
    const { id, type } = JSON.parse(text) as { id?: string; type: string };
    if (type === 'connection_ack') this.#ready.resolve();
    else if (type === 'ping') this.#say({ type: 'pong' });
    else if (type !== 'complete') this.#ears.failed(id === 's' ? 'standings' : 'gameEvents', text);
  }

  #gameEvent(game: number, text: string): void {
    if (game !== this.#games) return;
    const seq = Number(/"seq":(\d+)/.exec(text)?.[1]);
    if (seq !== this.#lastSeq + 1) this.#ears.failed('gameEvents', `${seq} after ${this.#lastSeq}: ${text}`);
    this.#lastSeq = seq;
    const at = timeIn(text);
    if (at >= this.#since) this.#ears.delivered('gameEvents', Math.max(0, Date.now() - at));
  }

  /** The first are those that stood already. */
  #standings(text: string): void {
    if (this.#standingsKnown) this.#ears.delivered('standings', Math.max(0, Date.now() - timeIn(text)));
    this.#standingsKnown = true;
  }

  #say(message: object): void {
    this.#socket?.write(clientFrame(opcodes.text, JSON.stringify(message)));
  }

  #lose(why: string): void {
    if (!this.#socket) return;
    this.#socket.destroy();
    this.#socket = undefined;
    this.#ready.reject(new Error(why));
    this.#ears.failed('gameEvents', why);
  }
}

function timeIn(text: string): number {
  return Date.parse(/"at":"([^"]+)"/.exec(text)?.[1] ?? '');
}
