import { WebSocket } from 'ws';
import { about, type Cluster } from './cluster.ts';
import { type GameRecord, whatIs } from './gameRecord.ts';
import type { GameTable } from './gameTable.ts';
import { Presence } from './presence.ts';
import type { Tally } from './tally.ts';

const query = `subscription($gameId: ID!, $after: String) { gameEvents(gameId: $gameId, after: $after) {
  __typename seq cursor at
  ... on BallThrown { throwId } ... on ThrowRejected { throwId } ... on ThrowChallenged { throwId }
  ... on ChallengeAnswered { throwId } ... on ThrowSettled { throwId }
  ... on StreamGap { reason missedFrom missedTo }
} }`;
/** Clients stay away this long at the most, by chance: from none at all. */
const longestAwayMs = 2_000;
/** Some cuts come while the client still connects. */
const shareCutEarly = 0.1;
const earlyMs = 30;
const handshakeMs = 10_000;
const retryMs = 50;

interface Delivery {
  __typename: string;
  seq: number;
  cursor: string;
  at: string;
  throwId?: string;
}
interface Message {
  type: string;
  id?: string;
  payload?: { data?: { gameEvents: Delivery } | null; errors?: unknown };
}

/** How far a subscriber has come in one game. */
export interface Progress {
  game: GameRecord;
  lastSeq: number;
  finished: boolean;
}

export interface SubscriberOptions {
  cluster: Cluster;
  tally: Tally;
  token: string;
  table: GameTable;
  /** How long a connection lasts, on the average. */
  cutEveryMs: number;
}

/**
 * A thin client that follows a table's games over graphql-transport-ws, is cut off at random, and resumes by its last
 * cursor on any live node. Each delivery is checked as it arrives.
 */
export class Subscriber {
  /** Every game it has followed; only the last may be unfinished. */
  readonly games: Progress[] = [];
  readonly #options: SubscriberOptions;
  #presence = new Presence();
  #cursor: string | undefined;
  #socket: WebSocket | undefined;
  /** When the first try to reconnect after the last cut began, until something has come. */
  #recoveringSince: { mark: number; at: number } | undefined;
  #timers = new Set<NodeJS.Timeout>();
  #cutting = true;
  #ended = false;

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  /** Connected and subscribed, as far as a client can tell. */
  get connected(): boolean {
    return this.#presence.here;
  }

  /** Waits for the table's first game, and follows from there until `end`. */
  async start(): Promise<void> {
    await this.#sitDown();
    if (!this.#ended) this.#connect();
  }

  /** From now on the connection stays. */
  stopCutting(): void {
    this.#cutting = false;
  }

  end(): void {
    this.#ended = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#socket?.terminate();
  }

  async #sitDown(): Promise<void> {
    const game = await this.#options.table.game(this.games.length);
    this.games.push({ game, lastSeq: 0, finished: false });
    this.#cursor = undefined;
    this.#recoveringSince = undefined;
    this.#presence = new Presence();
  }

  #connect(): void {
    const node = this.#options.cluster.anyNode();
    if (!node) return void this.#later(about(100), () => this.#connect());
    const socket = new WebSocket(`${node.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
      handshakeTimeout: handshakeMs,
    });
    this.#socket = socket;
    const early = Math.random() < shareCutEarly;
    let cut = false;
    const cutter = this.#later(early ? earlyMs * Math.random() : about(this.#options.cutEveryMs), () => {
      if (!this.#cutting) return;
      cut = true;
      this.#options.tally.cuts += 1;
      socket.terminate();
    });
    socket.on('open', () => {
      send(socket, { type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } });
    });
    socket.on('message', (data: Buffer) => this.#take(socket, JSON.parse(data.toString()) as Message));
    // What ended it matters to nobody: the client reconnects.
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      clearTimeout(cutter);
      this.#timers.delete(cutter);
      if (this.#socket !== socket || this.#ended) return;
      if (cut) this.#recoveringSince = undefined;
      else this.#options.tally.drops += 1;
      if (code >= 4000) this.#options.tally.breach('error', `closed with ${code} ${reason.toString()}`);
      this.#presence.leave(Date.now());
      // One that could not even be opened is tried again at once.
      this.#later(this.#recoveringSince ? retryMs : Math.random() * longestAwayMs, () => {
        this.#recoveringSince ??= { mark: performance.now(), at: Date.now() };
        this.#connect();
      });
    });
  }

  #take(socket: WebSocket, message: Message): void {
    if (this.#socket !== socket || this.#ended) return;
    switch (message.type) {
      case 'connection_ack':
        return this.#subscribe(socket);
      case 'ping':
        return send(socket, { type: 'pong' });
      case 'next':
        return this.#receive(socket, message);
      default:
        // Neither an error nor an end is ever due.
        this.#options.tally.breach('error', JSON.stringify(message));
        socket.terminate();
    }
  }

  #subscribe(socket: WebSocket): void {
    const { game } = this.#progress;
    if (this.#cursor) this.#options.tally.resumes += 1;
    const variables = { gameId: game.id, ...(this.#cursor && { after: this.#cursor }) };
    this.#presence.come(Date.now());
    send(socket, { type: 'subscribe', id: `${this.games.length}`, payload: { query, variables } });
  }

  #receive(socket: WebSocket, { id, payload }: Message): void {
    const { tally, table } = this.#options;
    const progress = this.#progress;
    if (id !== `${this.games.length}`) return;
    const delivery = payload?.data?.gameEvents;
    if (!delivery || payload?.errors) {
      tally.breach('error', JSON.stringify(payload?.errors));
      return socket.terminate();
    }
    const over = progress.finished;
    if (over && delivery.seq > progress.lastSeq) return;
    this.#check(progress, delivery);
    if (over) return;
    this.#measure(delivery);
    this.#cursor = delivery.cursor;
    if (delivery.__typename !== 'GameFinished') return;
    progress.finished = true;
    void table.game(this.games.length).then(() => this.#moveOn(id));
  }

  /** To the table's next game, on this connection or the one that will take its place. */
  async #moveOn(id: string): Promise<void> {
    if (this.#ended) return;
    const socket = this.connected ? this.#socket : undefined;
    await this.#sitDown();
    if (!socket) return;
    send(socket, { type: 'complete', id });
    this.#subscribe(socket);
  }

  #check(progress: Progress, { __typename, seq, throwId }: Delivery): void {
    const { tally } = this.#options;
    const { game, lastSeq } = progress;
    const where = () => `${game.id}: ${__typename} ${seq} after ${lastSeq}`;
    if (__typename === 'StreamGap') return tally.breach('gap', where());
    if (seq <= lastSeq) tally.breach('duplicate', where());
    if (seq > lastSeq + 1) tally.breach('loss', where(), seq - lastSeq - 1);
    progress.lastSeq = Math.max(lastSeq, seq);
    if (!game.note(seq, whatIs(__typename, throwId))) {
      tally.breach('difference', `${where()}, which another subscriber got as ${game.seen(seq)}`);
    }
  }

  #measure(delivery: Delivery): void {
    const { tally } = this.#options;
    const at = Date.parse(delivery.at);
    const now = Date.now();
    const away = this.#presence.awayBetween(at, now);
    tally.delivered(away > 0 ? 'resumed' : 'live', Math.max(0, now - at - away));
    const { mark, at: began } = this.#recoveringSince ?? {};
    this.#recoveringSince = undefined;
    if (mark !== undefined && began !== undefined && at < began) tally.recovery.record(performance.now() - mark);
  }

  get #progress(): Progress {
    const progress = this.games.at(-1);
    if (!progress) throw new Error('The subscriber has not sat down');
    return progress;
  }

  #later(ms: number, work: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }
}

function send(socket: WebSocket, message: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}
