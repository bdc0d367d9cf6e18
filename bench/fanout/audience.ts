import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { percentilesOf, type Percentiles } from '../percentiles.ts';
import { Listener, type Ears } from './listener.ts';
import { monotonicNow } from './monotonic.ts';
import type { Hello } from './serverProcess.ts';

export interface Crowd {
  /** Where listeners go, one after another in turn. */
  hellos: Hello[];
  listeners: number;
  /** Connections that are being made at any moment. */
  atOnce: number;
  /** Access tokens, shared in turn. */
  tokens?: string[];
}

export interface Counting {
  /** `onStep` is told each time so many more events have reached everyone. */
  every: number;
  /** Up to so many events, the time of each delivery is kept. */
  timed: number;
  /** How many there will be; left out, those who listen now. */
  listeners?: number;
}

export interface Counted {
  deliveries: number;
  /** Of all messages' payloads, as WebSocket counts them. */
  bytes: number;
  /** When the last came, by `monotonicNow`. */
  lastAt: number;
  /** Listeners that the server has cut off. */
  lost: number;
}

export interface Sent {
  /** How many streams there are, which listeners follow in turn. */
  streams: number;
  /**
   * When each event was sent, by `monotonicNow`: the first of all streams, then the second of all, and so on. Those that
   * were sent at 0 do not matter.
   */
  at: number[];
}

/** Without any delivery for so long, the rest is not waited for. */
const patienceMs = 5_000;

/** Everyone who listens, and what has reached them. */
export class Audience implements Ears {
  reads = false;
  readonly #onStep: (events: number) => void;
  #listeners: Listener[] = [];
  #deliveries = 0;
  #bytes = 0;
  #lastAt = 0;
  #lost = 0;
  #step = Infinity;
  #nextStep = Infinity;
  #wanted = Infinity;
  #whenAll: () => void = () => undefined;
  #times = new Float64Array(0);
  #seqs = new Int32Array(0);
  #wrong = 0;

  constructor(onStep: (events: number) => void) {
    this.#onStep = onStep;
  }

  heard(listener: Listener, bytes: number, payload: Buffer): void {
    this.#lastAt = monotonicNow();
    const place = listener.events * this.#listeners.length + listener.number;
    if (place < this.#times.length) this.#times[place] = this.#lastAt;
    if (this.reads) this.#check(listener, payload);
    listener.events += 1;
    this.#bytes += bytes;
    this.#deliveries += 1;
    if (this.#deliveries === this.#nextStep) {
      this.#onStep(this.#deliveries / this.#listeners.length);
      this.#nextStep += this.#step;
    }
    if (this.#deliveries === this.#wanted) this.#whenAll();
  }

  lost(): void {
    this.#lost += 1;
  }

  /** Adds listeners. Resolves once all of them have asked for what they listen to. */
  async connect({ hellos, listeners, atOnce, tokens = [] }: Crowd): Promise<void> {
    const limit = pLimit(atOnce);
    const first = this.#listeners.length;
    const come = Array.from({ length: listeners }, (_, index) => {
      const number = first + index;
      const hello = hellos[number % hellos.length];
      if (!hello) throw new RangeError('There is nowhere to connect to');
      return new Listener(number, hello, tokens[number % tokens.length], this);
    });
    this.#listeners.push(...come);
    await Promise.all(come.map((listener) => limit(() => listener.open())));
  }

  disconnect(): void {
    for (const listener of this.#listeners) listener.cut();
    this.#listeners = [];
  }

  /** Counts from zero. */
  count({ every, timed, listeners: length = this.#listeners.length }: Counting): void {
    for (const listener of this.#listeners) listener.events = 0;
    this.#deliveries = this.#bytes = this.#lost = 0;
    this.#wanted = Infinity;
    this.#nextStep = this.#step = every * length;
    this.#times = new Float64Array(timed * length);
  }

  /** How many listeners have heard something since `count`. */
  get reached(): number {
    return this.#listeners.filter(({ events }) => events > 0).length;
  }

  /** Resolves once nothing was heard for that many milliseconds. */
  async quiet(ms: number): Promise<void> {
    for (let before = -1; before !== this.#deliveries;) {
      before = this.#deliveries;
      await sleep(ms);
    }
  }

  /** Resolves when that many deliveries are made, or none has been for a while. */
  async all(deliveries: number): Promise<Counted> {
    const done = Promise.withResolvers<void>();
    const began = monotonicNow();
    [this.#wanted, this.#whenAll] = [deliveries, done.resolve];
    if (this.#deliveries >= deliveries) done.resolve();
    const watch = setInterval(() => {
      if (monotonicNow() - Math.max(began, this.#lastAt) > patienceMs) done.resolve();
    }, 500);
    await done.promise;
    clearInterval(watch);
    return { deliveries: this.#deliveries, bytes: this.#bytes, lastAt: this.#lastAt, lost: this.#lost };
  }

  /** From when events were sent until listeners had them, in milliseconds; of events that were timed. */
  latencies({ streams, at }: Sent): Percentiles {
    const listeners = this.#listeners.length;
    const waits: number[] = [];
    for (const [place, time] of this.#times.entries()) {
      const stream = (place % listeners) % streams;
      const sent = at[Math.floor(place / listeners) * streams + stream] ?? 0;
      if (time > 0 && sent > 0) waits.push(time - sent);
    }
    return percentilesOf(waits);
  }

  /** From now on reads every event: the first of each listener has to be that one, and each one more than the last. */
  expect(seq: number, listeners: number): void {
    this.reads = true;
    this.#wrong = 0;
    this.#seqs = new Int32Array(listeners).fill(seq);
  }

  /** Events that came other than in order, each once. */
  get wrong(): number {
    return this.#wrong;
  }

  #check({ number }: Listener, payload: Buffer): void {
    const seq = Number(/"seq":(\d+)/.exec(payload.toString('latin1'))?.[1]);
    if (seq !== this.#seqs[number]) this.#wrong += 1;
    this.#seqs[number] = seq + 1;
  }
}
