import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, from a tenth of a millisecond: what stores and requests take. */
export const shortSeconds = [
  0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
];
/** Seconds, from a millisecond to half a minute: how late things are. */
export const lateSeconds = [0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Makes the metrics of one registry, each named `cupbearer_<name>`. Labels are closed sets: never ids, never text from outside. */
export class Meter {
  readonly registry = new Registry();

  /**
   * Where `labels` says all that a label can be, each of them stands at zero from the start: a counter that begins with its
   * first event would hide that event from `increase`.
   */
  counter<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[] | Record<Label, readonly string[]> = [],
  ): Counter<Label> {
    const named = this.#named(name, help);
    if (isList(labels)) return new Counter({ ...named, labelNames: [...labels] });
    const counter = new Counter({ ...named, labelNames: Object.keys(labels) as Label[] });
    for (const combination of combinations(labels)) counter.inc(combination, 0);
    return counter;
  }

  gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ ...this.#named(name, help), labelNames });
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ): Histogram<Label> {
    return new Histogram({ ...this.#named(name, help), labelNames, buckets });
  }

  /** What is kept elsewhere, asked for whenever the metrics are read. */
  watch(name: string, help: string, value: () => number): void {
    if (name.endsWith('_total')) {
      const counter: Counter = new Counter({
        ...this.#named(name, help),
        collect() {
          counter.reset();
          counter.inc(value());
        },
      });
      return;
    }
    const gauge: Gauge = new Gauge({ ...this.#named(name, help), collect: () => gauge.set(value()) });
  }

  /** As `watch`, of what has labels: `read` sets each that there is, and those it does not set are gone. */
  read<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (set: (labels: Record<Label, string>, value: number) => void) => void | Promise<void>,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      ...this.#named(name, help),
      labelNames,
      async collect() {
        gauge.reset();
        await read((labels, value) => gauge.set(labels, value));
      },
    });
  }

  #named(name: string, help: string) {
    return { name: `cupbearer_${name}`, help, registers: [this.registry] };
  }
}

function isList<Item>(labels: readonly Item[] | object): labels is readonly Item[] {
  return Array.isArray(labels);
}

function combinations<Label extends string>(labels: Record<Label, readonly string[]>): Record<Label, string>[] {
  return Object.entries<readonly string[]>(labels).reduce<Record<string, string>[]>(
    (before, [label, values]) => before.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );
}
