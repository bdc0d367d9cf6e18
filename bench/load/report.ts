import type { DurationSummary } from '../soak/durations.ts';
import { failuresOf } from './findRate.ts';
import type { Held } from './holdRate.ts';

export function printHeld({ perSecond, answeredPerSecond, tally, memory, nodeBusy, clientBusy }: Held): void {
  const seconds = tally.elapsedMs / 1000;
  const { all, kinds, deliveries, failed } = tally;
  console.log(
    `\n${perSecond} operations a second held for ${seconds.toFixed(0)} s (${answeredPerSecond.toFixed(0)} answered): ` +
      `p50 ${all.p50.toFixed(1)} ms, p99 ${all.p99.toFixed(1)} ms; ${failed} errors${failuresOf(tally)}`,
  );
  console.table(tableOf(kinds, seconds));
  console.log('Deliveries over sockets, from when it happened:');
  console.table(tableOf(deliveries, seconds));
  const { start, meanwhile, end } = memory;
  console.log(
    `the node's resident memory, in MiB: ${mib(start.resident)} at the start, ${mib(end.resident)} at the end, ` +
      `${meanwhile.map((bytes) => mib(bytes)).join(' ')} meanwhile; its heap: ${mib(start.heapUsed)} and ` +
      `${mib(end.heapUsed)} of ${mib(end.heapTotal)}`,
  );
  console.log(`CPU: node ${percent(nodeBusy)} of a core, client ${percent(clientBusy)}`);
}

function tableOf(durations: Record<string, DurationSummary>, seconds: number): object {
  return Object.fromEntries(
    Object.entries(durations).map(([name, { count, p50, p99, max }]) => [
      name,
      { count, 'a second': short(count / seconds), 'p50 ms': short(p50), 'p99 ms': short(p99), 'max ms': short(max) },
    ]),
  );
}

function short(figure: number): number {
  return Number(figure.toPrecision(3));
}

function mib(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
