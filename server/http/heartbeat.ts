import type { WebSocket } from 'ws';

/** How far apart turns are, in milliseconds, where sockets are many: each turn pings a part of them. */
const turnMs = 1_000;

/**
 * Pings every socket once per period, which keeps proxies from closing idle ones, and cuts off those that left the ping
 * before unanswered. One timer, however many sockets; they take turns, so that no moment is busier than others.
 */
export class Heartbeat {
  readonly #turns: Set<WebSocket>[];
  readonly #unanswered = new WeakSet<WebSocket>();
  readonly #timer: NodeJS.Timeout;
  #turn = 0;
  #next = 0;

  constructor(periodMs: number) {
    const turns = Math.max(1, Math.round(periodMs / turnMs));
    this.#turns = Array.from({ length: turns }, () => new Set());
    this.#timer = setInterval(() => this.#beat(), periodMs / turns).unref();
  }

  add(socket: WebSocket): void {
    const turn = this.#turns[(this.#next += 1) % this.#turns.length];
    turn?.add(socket);
    socket.on('pong', () => this.#unanswered.delete(socket));
    socket.once('close', () => turn?.delete(socket));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    this.#turn = (this.#turn + 1) % this.#turns.length;
    for (const socket of this.#turns[this.#turn] ?? []) {
      if (this.#unanswered.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        this.#unanswered.add(socket);
        socket.ping();
      }
    }
  }
}
