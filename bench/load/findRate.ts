import type { Child } from '../fanout/calls.ts';
import type { ClientCalls } from './clientProcess.ts';
import type { TallySummary } from './tally.ts';

export const mostP99Ms = 250;
const firstPerSecond = 60;
const growth = 1.2;
/** Of all the time, for one step. */
const stepShare = 1 / 50;
const shortestStepSeconds = 2;
const restSeconds = 2;

/** Raises the rate step by step until answers come too late, or go wrong, twice in a row. The rates that were good, the highest last. */
export async function findRate(client: Child<ClientCalls>, allSeconds: number): Promise<number[]> {
  const seconds = Math.max(shortestStepSeconds, allSeconds * stepShare);
  const good: number[] = [];
  let perSecond = firstPerSecond;
  while ((await isGood(client, perSecond, seconds)) || (await isGood(client, perSecond, seconds))) {
    good.push(perSecond);
    perSecond = Math.round(perSecond * growth);
  }
  const [lowest = firstPerSecond] = good;
  // Windows that were missed meanwhile close before anything is counted.
  await client.call('run', { perSecond: lowest, seconds: restSeconds });
  return good.length > 0 ? good : [firstPerSecond];
}

async function isGood(client: Child<ClientCalls>, perSecond: number, seconds: number): Promise<boolean> {
  const tally = await client.call('run', { perSecond, seconds });
  const { p50, p99 } = tally.all;
  console.log(`  ${perSecond}/s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${failuresOf(tally)}`);
  const good = p99 < mostP99Ms && tally.failed === 0;
  if (!good) await client.call('rest');
  return good;
}

export function failuresOf({ failures }: Pick<TallySummary, 'failures'>): string {
  const told = Object.entries(failures).map(([what, { count, example }]) => `${count} × ${what}: ${example}`);
  return told.length > 0 ? `\n    failed: ${told.join('\n    ')}` : '';
}
