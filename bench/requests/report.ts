import type { Measured } from './measure.ts';
import { operations, type Operation } from './operations.ts';

/** Ours to another's: more requests are better, less processor is. */
export interface RequestRatio {
  operation: Operation;
  to: string;
  perSecond: number;
  cpu: number;
}

const us = 'ours';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = sorted.length % 2 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

/** The servers side by side, for one operation. */
export function printOperation(rows: readonly Measured[]): void {
  console.log(`\n${rows[0]?.operation}`);
  const ratios = ratiosOf(rows);
  console.table(
    Object.fromEntries(
      rows.map((row) => {
        const ratio = ratios.find(({ to }) => to === row.server);
        return [row.server, { ...cells(row), ...(ratio && ratioCells(ratio)) }];
      }),
    ),
  );
}

export function ratiosOf(rows: readonly Measured[]): RequestRatio[] {
  return operations.flatMap((operation) => {
    const those = rows.filter((row) => row.operation === operation);
    const ours = those.find(({ server }) => server === us);
    if (!ours) return [];
    return those
      .filter((row) => row !== ours)
      .map((row) => ({
        operation,
        to: row.server,
        perSecond: ours.perSecond / row.perSecond,
        cpu: ours.cpuUs / row.cpuUs,
      }));
  });
}

/** Ours to each other's, in requests a second, a line for each. */
export function printRatios(ratios: readonly RequestRatio[]): void {
  for (const [to, those] of Map.groupBy(ratios, (ratio) => ratio.to)) {
    const figures = those.map(({ operation, perSecond }) => `${operation} ${perSecond.toFixed(2)}`);
    console.log(`requests ratio to ${to}: ${figures.join(', ')}`);
  }
}

function cells({ perSecond, p50, p99, cpuUs, clientBusy, wrong }: Measured): Record<string, number | string> {
  return {
    'requests/s': Math.round(perSecond),
    'p50 ms': Number(p50.toPrecision(3)),
    'p99 ms': Number(p99.toPrecision(3)),
    'CPU µs/request': Math.round(cpuUs),
    'client busy': `${Math.round(clientBusy * 100)} %`,
    wrong,
  };
}

function ratioCells({ perSecond, cpu }: RequestRatio): Record<string, string> {
  return { 'ours/it, requests': perSecond.toFixed(2), 'ours/it, CPU': cpu.toFixed(2) };
}
