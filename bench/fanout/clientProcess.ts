import type { Percentiles } from '../percentiles.ts';
import { Audience, type Counted, type Counting, type Crowd, type Sent } from './audience.ts';
import { answerCalls, tell } from './calls.ts';
import { monotonicNow } from './monotonic.ts';
import { cpuMs } from './processTime.ts';

/** What the process that listens can be asked; see `Audience`. */
export interface ClientCalls {
  connect(crowd: Crowd): Promise<void>;
  disconnect(): void;
  count(counting: Counting): void;
  reached(): number;
  quiet(ms: number): Promise<void>;
  all(deliveries: number): Promise<Counted>;
  latencies(sent: Sent): Percentiles;
  cpuMs(): number;
  comeBack(return_: Return): Promise<Comeback>;
}

/** Everyone is cut off at once and comes back by cursor. */
export interface Return extends Crowd {
  /** The first event after the cursor, and how many there will be. */
  seq: number;
  events: number;
}

export interface Comeback {
  /** From the cut until the last one has subscribed again, in milliseconds. */
  reconnectedMs: number;
  /** From the cut until a listener has every event, in milliseconds. */
  complete: Percentiles;
  missing: number;
  /** Events that came other than in order, each once. */
  wrong: number;
}

const audience = new Audience(tell);

answerCalls<ClientCalls>({
  connect: (crowd) => audience.connect(crowd),
  disconnect: () => audience.disconnect(),
  count: (counting) => audience.count(counting),
  reached: () => audience.reached,
  quiet: (ms) => audience.quiet(ms),
  all: (deliveries) => audience.all(deliveries),
  latencies: (sent) => audience.latencies(sent),
  cpuMs,
  comeBack,
});

async function comeBack({ seq, events, ...crowd }: Return): Promise<Comeback> {
  const { listeners } = crowd;
  audience.expect(seq, listeners);
  const cutAt = monotonicNow();
  audience.disconnect();
  audience.count({ every: Infinity, timed: events, listeners });
  await audience.connect(crowd);
  const reconnectedMs = monotonicNow() - cutAt;
  const { deliveries } = await audience.all(listeners * events);
  const at = [...Array.from({ length: events - 1 }, () => 0), cutAt];
  const complete = audience.latencies({ streams: 1, at });
  return { reconnectedMs, complete, missing: listeners * events - deliveries, wrong: audience.wrong };
}
