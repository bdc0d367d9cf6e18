import type { FanoutResult } from './measure.ts';
import { kinds, type Kind } from './kinds.ts';
import type { Peer } from './peers.ts';

export interface FanoutRow extends FanoutResult {
  peer: Peer;
  kind: Kind;
  listeners: number;
}

/** Fewer take less memory than a process has at hand. */
const leastForMemory = 500;

/** Servers side by side, each figure with its ratio to the bare server's. */
export function printTable(rows: readonly FanoutRow[]): void {
  const bare = rows.find(({ peer }) => peer === 'ws');
  console.table(Object.fromEntries(rows.map((row) => [row.peer, cells(row, bare)])));
}

function cells(row: FanoutRow, bare: FanoutRow | undefined): Record<string, string> {
  const beside = (figure: (row: FanoutResult) => number, digits: number) => {
    const ratio = bare ? ` (${(figure(row) / figure(bare)).toFixed(2)})` : '';
    return `${figure(row).toLocaleString('en', { maximumFractionDigits: digits })}${ratio}`;
  };
  return {
    bytes: String(Math.round(row.full.bytes)),
    'deliveries/s': beside(({ full }) => full.deliveriesPerSecond, 0),
    'CPU ms/1000, full': beside(({ full }) => full.cpuMsToDeliver, 2),
    'and to store': beside(({ full }) => full.cpuMs, 2),
    'CPU ms/1000, steady': beside(({ steady }) => steady.cpuMs, 2),
    'p50 ms': beside(({ steady }) => steady.latency.p50, 1),
    'p99 ms': beside(({ steady }) => steady.latency.p99, 1),
    'p99 ms since stored': beside(({ steady }) => steady.sinceStored.p99, 1),
    ...(row.listeners >= leastForMemory && {
      'KB/listener': beside(({ bytesPerListener }) => bytesPerListener / 1024, 1),
    }),
    'client busy': `${Math.round(row.full.clientBusy * 100)} %`,
    'not held': row.steady.skipped > 0 ? `${row.steady.skipped} events` : '',
  };
}

/** How much less processor a delivery takes here than on a bare server, at saturation; of the payloads the worse. NaN: not measured. */
export function fanoutRatio(rows: readonly FanoutRow[], listeners: number): number {
  const cpuOf = (peer: Peer, kind: Kind) =>
    rows.find((row) => row.peer === peer && row.kind === kind && row.listeners === listeners)?.full.cpuMsToDeliver;
  const ratios = kinds.map((kind) => (cpuOf('ws', kind) ?? Number.NaN) / (cpuOf('ours', kind) ?? Number.NaN));
  return Math.min(...ratios);
}
