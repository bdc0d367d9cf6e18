import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expectInvariants } from '../../../tests/harness/invariants.ts';
import { openCluster } from '../cluster.ts';
import { watchMachine } from '../machine.ts';
import { describe } from '../mutations.ts';
import type { Channel } from './channel.ts';
import { Killer } from './killer.ts';
import { Receiver } from './receiver.ts';
import { judge, type Verdict } from './verdict.ts';

export interface OutboundOptions {
  /** To be told, about. */
  messages: number;
  /** Given up after. */
  mostMs: number;
  signal: AbortSignal;
  /** Told how it goes, now and then. */
  progress(line: string): void;
}

export interface OutboundReport extends Verdict {
  /** What was not as it has to be, in words. */
  failures: string[];
  kills: number;
  /** What the tables say of the messages. */
  outcomes: Outcome[];
  /** From the first cause to the last answer. */
  seconds: number;
  perSecond: number;
  machine: { cores: number; busy: number };
}

interface Outcome {
  state: string | null;
  count: number;
  attempts: number;
  most: number;
}

/** The one address that everything comes from does more here than a person would. */
const generous = [
  'requestsPerAddress',
  'operationsPerUser',
  'operationsPerService',
  'battlesPerUser',
  'battleActionsPerUser',
  'telegramLinksPerUser',
];
const lookMs = 500;
const linesEveryMs = 10_000;

/**
 * Makes the product tell so many messages to a server that fails a fifth of all calls, while the only worker is killed in
 * the middle of calls again and again; then holds what came against what was to be told.
 */
export async function runOutbound(channel: Channel, options: OutboundOptions): Promise<OutboundReport> {
  const { messages, mostMs, signal, progress } = options;
  const receiver = await Receiver.open(channel.dialect);
  const limits = { LIMITS: generous.map((name) => `${name}=10000000/10`).join(',') };
  const settings = { ...limits, ...channel.settings(receiver.url) };
  const cluster = await openCluster({ nodes: 2, settings, roles: ['http,live', 'worker'] });
  const client = new pg.Client({ connectionString: cluster.databaseUrl });
  try {
    await client.connect();
    const [node, worker] = cluster.nodes;
    if (!node || !worker) throw new RangeError('There are no nodes');
    const stage = { node, databaseUrl: cluster.databaseUrl, receiver: receiver.url };
    const { expected, cause } = await channel.prepare(stage, messages);
    const wanted = [...expected.values()].reduce((sum, { length }) => sum + length, 0);
    progress(`${wanted} messages are to be told, in ${expected.size} orders of their own.`);
    const killer = new Killer(worker, Math.ceil(wanted / channel.kills));
    receiver.arrived = () => killer.called();
    const machine = watchMachine();
    const began = performance.now();
    const failures: string[] = [];
    const causing = cause(signal).catch((error: unknown) => void failures.push(describe(error)));
    let all = false;
    let line = began;
    const waiting = async () => (await outcomesOf(client, channel)).find(({ state }) => state === null)?.count ?? 0;
    void causing.then(() => (all = true));
    while (!signal.aborted && performance.now() < began + mostMs) {
      const told = all && receiver.taken >= wanted;
      if ((told || (all && failures.length > 0)) && (await waiting()) === 0) break;
      if (performance.now() > line + linesEveryMs) {
        line = performance.now();
        const seconds = Math.round((line - began) / 1000);
        progress(
          `${seconds} s  ${receiver.taken} taken  ${receiver.arrivals.length} calls  ${killer.kills.length} kills`,
        );
      }
      await sleep(lookMs);
    }
    const seconds = ((receiver.arrivals.at(-1)?.at ?? began) - began) / 1000;
    await killer.stop();
    await causing;
    const outcomes = await outcomesOf(client, channel);
    const verdict = judge(receiver.arrivals, expected, killer.kills);
    failures.push(...receiver.strange, ...killer.failures, ...failuresOf(verdict, channel, outcomes));
    await expectInvariants(cluster.databaseUrl).catch((error: unknown) => failures.push(describe(error)));
    for (const { name, crashes, lines } of cluster.nodes) {
      if (crashes > 0) failures.push(`${name} ended by itself ${crashes} times:\n${lines.join('\n')}`);
    }
    const perSecond = wanted / seconds;
    return { failures, ...verdict, kills: killer.kills.length, outcomes, seconds, perSecond, machine: machine() };
  } finally {
    await client.end();
    await cluster.close();
    await receiver.close();
  }
}

async function outcomesOf(client: pg.Client, { outcomes }: Channel): Promise<Outcome[]> {
  return (await client.query<Outcome>(outcomes)).rows;
}

function failuresOf(verdict: Verdict, { mostAtOnce, delivered }: Channel, outcomes: readonly Outcome[]): string[] {
  const { lost, outOfOrder, changed, unasked, again, mostAgainAfterKill, messages, breaches } = verdict;
  const wrong = { lost, 'out of order': outOfOrder, changed, unasked, 'told twice for no reason': again.unexplained };
  const failures = Object.entries(wrong).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  if (mostAgainAfterKill > mostAtOnce) failures.push(`${mostAgainAfterKill} told again after one kill`);
  for (const { state, count } of outcomes) if (state !== delivered) failures.push(`${count} ended ${state}`);
  const noted = outcomes.reduce((sum, { count }) => sum + count, 0);
  if (noted !== messages) failures.push(`${noted} of ${messages} are in the tables`);
  return [...failures, ...breaches];
}
