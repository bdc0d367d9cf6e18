import { setTimeout as sleep } from 'node:timers/promises';
import { decodeCursor } from '../../subscriptions/cursor.ts';
import type { Connections } from '../load/connections.ts';
import { requestText } from '../requests/connection.ts';
import { documents } from './documents.ts';
import { GraphQLSocket, LostSocketError } from './graphqlSocket.ts';
import type { Tally } from './tally.ts';

/** Nodes, by port, and what they did together. */
export interface MemberOptions {
  token: string;
  /** The first is where they begin; when a socket is lost they go to the next. */
  ports: readonly number[];
  tally: Tally;
  /** Mutations go this way; over the socket when left out. */
  connections?: Connections | undefined;
  /** Told of every event of the room, once and in order. */
  heard(event: RoomEvent): void;
}

export interface RoomEvent {
  type: string;
  /** By the server's clock, in Unix milliseconds. */
  at: number;
  /** Whether the socket was there when it happened. */
  live: boolean;
  /** What else it says; parsed when asked for. */
  read<Fields>(): Fields;
}

const eventHead =
  /^\{"id":"e","type":"next","payload":\{"data":\{"quizRoomEvents":\{"__typename":"(\w+)","seq":(\d+),"cursor":"([\w-]+)","at":"([^"]+)"/;
/** Clients that lost their socket come back after so long, at the most. */
const returnMs = 1_000;

/** Somebody in a room: a socket that follows its events, and comes back by cursor when it is cut. */
export class Member {
  roomId = '';
  readonly #options: MemberOptions;
  readonly #ports: number[];
  #socket: Promise<GraphQLSocket> | undefined;
  #cursor = '';
  #seq = 0;
  /** When the socket that is there now was there; Unix milliseconds. */
  #since = 0;
  #gone = false;

  constructor(options: MemberOptions) {
    this.#options = options;
    this.#ports = [...options.ports];
  }

  /** How far they have read. */
  get seq(): number {
    return this.#seq;
  }

  async open(): Promise<void> {
    this.#socket = this.#connect();
    await this.#socket;
  }

  /** From now on they are in this room, and have seen it up to this cursor. */
  enter({ id, cursor }: { id: string; cursor: string }): void {
    this.roomId = id;
    this.#cursor = cursor;
    this.#seq = decodeCursor(cursor)?.seq ?? 0;
  }

  async follow(): Promise<void> {
    const socket = await this.#socket;
    socket?.subscribe(documents.quizRoomEvents, { roomId: this.roomId, after: this.#cursor });
  }

  /** The result of a mutation. Rejects when it is an error of the request, or the connection goes first. */
  async ask<Result extends { __typename: string }>(query: string, variables: object): Promise<Result> {
    const { connections, token } = this.#options;
    if (!connections) {
      const socket = await this.#socket;
      if (!socket) throw new LostSocketError('Not connected');
      return (await socket.ask<{ result: Result }>(query, variables)).result;
    }
    const { body } = await connections.send(requestText(token, query, variables));
    const { data, errors } = JSON.parse(body) as { data?: { result: Result }; errors?: unknown };
    if (!data || errors) throw new Error(body.slice(0, 300));
    return data.result;
  }

  /** The payload of a mutation; any other result is an error. */
  async demand<Payload>(query: string, variables: object): Promise<Payload> {
    const result = await this.ask<{ __typename: string }>(query, variables);
    if (!result.__typename.endsWith('Payload')) throw new Error(JSON.stringify(result));
    return result as Payload;
  }

  async close(): Promise<void> {
    this.#gone = true;
    (await this.#socket?.catch(() => undefined))?.close();
  }

  async #connect(): Promise<GraphQLSocket> {
    const socket = new GraphQLSocket({
      port: this.#ports[0] ?? 0,
      token: this.#options.token,
      heard: (text) => this.#hear(text),
      lost: (why) => this.#lost(why),
    });
    await socket.open();
    this.#since = Date.now();
    return socket;
  }

  #lost(why: string): void {
    const { tally, ports } = this.#options;
    // One that did not come to be: whoever opened it knows.
    if (this.#since === 0 || this.#gone) return;
    tally.lost += 1;
    this.#since = 0;
    if (ports.length > 1) this.#socket = this.#comeBack();
    else tally.failed('a socket was lost', why);
  }

  async #comeBack(): Promise<GraphQLSocket> {
    while (!this.#gone) {
      await sleep(Math.random() * returnMs);
      this.#ports.push(this.#ports.shift() ?? 0);
      try {
        const socket = await this.#connect();
        this.#options.tally.resumed += 1;
        if (this.roomId) socket.subscribe(documents.quizRoomEvents, { roomId: this.roomId, after: this.#cursor });
        return socket;
      } catch {
        // The next node, then.
      }
    }
    throw new LostSocketError('Gone');
  }

  #hear(text: string): void {
    const { tally } = this.#options;
    const [, type, number, cursor, time] = eventHead.exec(text) ?? [];
    const seq = Number(number);
    if (type === undefined || cursor === undefined || time === undefined || type === 'StreamGap') {
      return tally.failed('not an event', text.slice(0, 300));
    }
    tally.deliveries += 1;
    if (seq !== this.#seq + 1) tally.failed('events out of order', `${seq} after ${this.#seq}: ${text.slice(0, 200)}`);
    this.#seq = seq;
    this.#cursor = cursor;
    const at = Date.parse(time);
    const read = <Fields>() => (JSON.parse(text) as Delivery<Fields>).payload.data.quizRoomEvents;
    this.#options.heard({ type, at, live: this.#since > 0 && at >= this.#since, read });
  }
}

interface Delivery<Fields> {
  payload: { data: { quizRoomEvents: Fields } };
}
