import { WebSocket } from 'ws';
import { chosen, type Cluster } from '../cluster.ts';
import { Presence } from '../presence.ts';
import type { Tally } from '../tally.ts';
import { type MyResult, roomEvents, type RoomEvent } from './documents.ts';
import type { RoomRecord } from './roomRecord.ts';

/** Clients stay away this long at the most, by chance. */
const longestAwayMs = 1_500;
const retryMs = 50;
const handshakeMs = 10_000;

interface Message {
  type: string;
  payload?: { data?: { quizRoomEvents: RoomEvent } | null; errors?: unknown };
}

export interface FollowerOptions {
  cluster: Cluster;
  tally: Tally;
  token: string;
  record: RoomRecord;
  /** Once for each event, in order. */
  heard(event: RoomEvent): void;
}

/** One member's stream of one room: cut off at random, resumed on any live node, and checked event by event. */
export class RoomFollower {
  lastSeq = 0;
  /** Whether the quiz's end has come. */
  over = false;
  /** How each question went, by its index. */
  readonly results: (MyResult | null)[] = [];
  readonly #options: FollowerOptions;
  readonly #presence = new Presence();
  #cursor: string | undefined;
  #socket: WebSocket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#ended) return;
    const node = chosen(this.#options.cluster.nodes.filter(({ live }) => live));
    if (!node) return this.#later(retryMs);
    const socket = new WebSocket(`${node.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
      handshakeTimeout: handshakeMs,
    });
    this.#socket = socket;
    const { tally, token } = this.#options;
    socket.on('open', () => send(socket, { type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    socket.on('message', (data: Buffer) => this.#take(socket, JSON.parse(data.toString()) as Message));
    // What ended it matters to nobody: the client reconnects.
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      if (this.#socket !== socket || this.#ended) return;
      tally.drops += 1;
      if (code >= 4000) tally.breach('error', `closed with ${code} ${reason.toString()}`);
      this.#presence.leave(Date.now());
      this.#later(Math.random() * longestAwayMs);
    });
  }

  /** Cuts the connection, if there is one; it is taken up again in a while. */
  cut(): void {
    if (this.#ended || this.#socket?.readyState !== WebSocket.OPEN) return;
    const socket = this.#socket;
    this.#socket = undefined;
    this.#options.tally.cuts += 1;
    socket.terminate();
    this.#presence.leave(Date.now());
    this.#later(Math.random() * longestAwayMs);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#socket?.terminate();
  }

  #take(socket: WebSocket, { type, payload }: Message): void {
    if (this.#socket !== socket || this.#ended) return;
    const { tally, record } = this.#options;
    switch (type) {
      case 'connection_ack': {
        if (this.#cursor) tally.resumes += 1;
        this.#presence.come(Date.now());
        const variables = { roomId: record.id, ...(this.#cursor && { after: this.#cursor }) };
        return send(socket, { type: 'subscribe', id: '1', payload: { query: roomEvents, variables } });
      }
      case 'ping':
        return send(socket, { type: 'pong' });
      case 'next':
        if (payload?.data && !payload.errors) return this.#receive(payload.data.quizRoomEvents);
        return this.#refuse(socket, payload);
      default:
        // Neither an error nor an end is ever due.
        return this.#refuse(socket, { type, payload });
    }
  }

  #refuse(socket: WebSocket, what: unknown): void {
    this.#options.tally.breach('error', JSON.stringify(what));
    socket.terminate();
  }

  #receive(event: RoomEvent): void {
    const { record, tally, heard } = this.#options;
    const { __typename: type, seq, cursor, at, ...rest } = event;
    const where = () => `${record.id}: ${type} ${seq} after ${this.lastSeq}`;
    if (type === 'StreamGap') return tally.breach('gap', where());
    if (seq <= this.lastSeq) return tally.breach('duplicate', where());
    if (seq > this.lastSeq + 1) tally.breach('loss', where(), seq - this.lastSeq - 1);
    this.lastSeq = seq;
    this.#cursor = cursor;
    // All but what is shown to one alone is the same for all.
    if (!record.note(seq, JSON.stringify({ type, at, ...rest, myResult: undefined }))) {
      tally.breach('difference', `${where()}, which another got otherwise`);
    }
    const now = Date.now();
    const away = this.#presence.awayBetween(Date.parse(at), now);
    tally.delivered(away > 0 ? 'resumed' : 'live', Math.max(0, now - Date.parse(at) - away));
    if (event.__typename === 'QuestionRevealed') this.results[event.questionIndex] = event.myResult;
    if (type === 'QuizEnded') this.over = true;
    heard(event);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), ms);
  }
}

function send(socket: WebSocket, message: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}
