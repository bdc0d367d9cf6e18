import { createHistogram } from 'node:perf_hooks';

/** Milliseconds. */
export interface DurationSummary {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

const longestUs = 3_600_000_000;

/** Any number of durations in little memory, good to three figures. */
export class Durations {
  readonly #histogram = createHistogram({ lowest: 1, highest: longestUs, figures: 3 });

  record(ms: number): void {
    this.#histogram.record(Math.min(longestUs, Math.max(1, Math.round(ms * 1000))));
  }

  get count(): number {
    return this.#histogram.count;
  }

  summary(): DurationSummary {
    const { count } = this;
    const at = (percent: number) => (count > 0 ? this.#histogram.percentile(percent) / 1000 : 0);
    return { count, p50: at(50), p95: at(95), p99: at(99), max: count > 0 ? this.#histogram.max / 1000 : 0 };
  }
}
