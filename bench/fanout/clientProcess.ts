import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { percentilesOf, type Percentiles } from '../percentiles.ts';
import { answerCalls, tell } from './calls.ts';
import { Listener } from './listener.ts';
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
  /** Whoever started this process is told each time so many more events have reached everyone. */
  every: number;
  /** Up to so many events, the time of each delivery is kept. */
  timed: number;
}

export interface Counted {
  deliveries: number;
  /** Of all messages' payloads, as WebSocket counts them. */
  bytes: number;
  /** Of all that was waited for; those that never came are not among them. */
  lastAt: number;
  lost: number;
}

/** What the process that listens can be asked. */
export interface ClientCalls {
  connect(crowd: Crowd): Promise<void>;
  /** How many listeners have heard something since `count`. */
  heard(): number;
  /** Resolves once nothing was heard for that many milliseconds. */
  quiet(ms: number): Promise<void>;
  /** Begins anew. */
  count(counting: Counting): void;
  /** Resolves when that many deliveries are made, or none has been for a while. */
  all(deliveries: number): Promise<Counted>;
  /** Of events `timed` last, from when each was sent until each listener had it, in milliseconds. */
  latencies(sent: number[]): Percentiles;
  /** Of this process since it began, in milliseconds. */
  cpuMs(): number;
  /** Cuts all connections. */
  disconnect(): void;
}

/** Without any delivery for so long, the rest is not waited for. */
const patienceMs = 5_000;

let listeners: Listener[] = [];
let deliveries = 0;
let bytes = 0;
let lastAt = 0;
let lost = 0;
let step = Infinity;
let nextStep = Infinity;
let wanted = Infinity;
let whenAll: () => void = () => undefined;
let times = new Float64Array(0);

const ears = {
  heard(listener: Listener, length: number) {
    lastAt = monotonicNow();
    const place = listener.events * listeners.length + listener.number;
    if (place < times.length) times[place] = lastAt;
    listener.events += 1;
    deliveries += 1;
    bytes += length;
    if (deliveries === nextStep) {
      tell(deliveries / listeners.length);
      nextStep += step;
    }
    if (deliveries === wanted) whenAll();
  },
  lost() {
    lost += 1;
  },
};

answerCalls<ClientCalls>({
  async connect({ hellos, listeners: count, atOnce, tokens = [] }) {
    const limit = pLimit(atOnce);
    lost = 0;
    listeners = Array.from({ length: count }, (_, number) => {
      const hello = hellos[number % hellos.length];
      if (!hello) throw new RangeError('There is nowhere to connect to');
      return new Listener(number, hello, tokens[number % tokens.length], ears);
    });
    await Promise.all(listeners.map((listener) => limit(() => listener.open())));
  },
  heard: () => listeners.filter(({ events }) => events > 0).length,
  async quiet(ms) {
    for (let before = -1; before !== deliveries;) {
      before = deliveries;
      await sleep(ms);
    }
  },
  count({ every, timed }) {
    for (const listener of listeners) listener.events = 0;
    deliveries = 0;
    bytes = 0;
    wanted = Infinity;
    nextStep = step = every * listeners.length;
    times = new Float64Array(timed * listeners.length);
  },
  async all(asked) {
    const done = Promise.withResolvers<void>();
    [wanted, whenAll] = [asked, done.resolve];
    if (deliveries >= asked) done.resolve();
    const watch = setInterval(() => {
      if (monotonicNow() - lastAt > patienceMs) done.resolve();
    }, 500);
    await done.promise;
    clearInterval(watch);
    return { deliveries, bytes, lastAt, lost };
  },
  latencies(sent) {
    const since = (place: number) => (times[place] ?? 0) - (sent[Math.floor(place / listeners.length)] ?? 0);
    const made = Array.from({ length: Math.min(times.length, sent.length * listeners.length) }, (_, place) => place);
    return percentilesOf(made.filter((place) => (times[place] ?? 0) > 0).map((place) => since(place)));
  },
  cpuMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  disconnect() {
    for (const listener of listeners) listener.cut();
    listeners = [];
  },
});
