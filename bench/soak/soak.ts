import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { roundsIn, wreakHavoc } from './chaos.ts';
import type { Cluster } from './cluster.ts';
import { Company, type CompanyOptions } from './company.ts';
import { type Counters, countersOf } from './counters.ts';
import type { DurationSummary } from './durations.ts';
import { watchMachine } from './machine.ts';
import { describe } from './mutations.ts';
import { type Breach, type Phase, type PhaseSummary, Tally } from './tally.ts';
import { compareWithLog, drained, failuresOf } from './verdict.ts';
import { Watch } from './watch.ts';

export interface SoakOptions extends CompanyOptions {
  /** Ends the run early, and in order. */
  signal?: AbortSignal;
  /** Told how it goes, now and then. */
  progress?: (progress: SoakProgress) => void;
}

export interface SoakProgress {
  seconds: number;
  phase: Phase;
  connected: number;
  deliveries: number;
  cuts: number;
  resumes: number;
  breaches: number;
}

export interface SoakReport {
  /** What was not as it has to be, in words. Empty: every subscriber has every event once, in order. */
  failures: string[];
  clients: number;
  games: number;
  /** In the logs of the games that were followed. */
  events: number;
  deliveries: number;
  cuts: number;
  drops: number;
  resumes: number;
  breaches: Record<Breach, number>;
  mutationsResent: number;
  /** Milliseconds from here on, where nothing else is said. */
  recovery: DurationSummary;
  latestWindow: number;
  /** The measuring process's own: what it adds to every duration. */
  ownLoopDelayP99: number;
  /** `busy`: by everything that ran on it, as a share of all cores. */
  machine: { cores: number; busy: number };
  /** Since each node's last start. */
  counters: Counters;
  phases: PhaseSummary[];
}

const progressMs = 10_000;
const lastMutationsMs = 30_000;

/** Plays, cuts and breaks things for `durationMs`, then holds what everybody got against the log. */
export async function runSoak(cluster: Cluster, options: SoakOptions): Promise<SoakReport> {
  const { durationMs } = options;
  const tally = new Tally();
  const company = await Company.gather(cluster, tally, options);
  const watch = await Watch.begin(cluster.databaseUrl);
  const say = () => options.progress?.(progressOf(company, tally));
  const saying = setInterval(say, progressMs);
  const loopDelay = monitorEventLoopDelay({ resolution: 10 });
  const broken = new AbortController();
  const signal = AbortSignal.any([broken.signal, ...(options.signal ? [options.signal] : [])]);
  const failed = (error: unknown) => {
    tally.breach('error', describe(error));
    broken.abort();
  };
  try {
    loopDelay.enable();
    tally.begin();
    const machineSoFar = watchMachine();
    const havoc = wreakHavoc(cluster, tally, { durationMs, rounds: roundsIn(durationMs), signal }).catch(failed);
    const played = company.play().catch(failed);
    await Promise.race([company.watch(), havoc]);
    await havoc;
    const machine = machineSoFar();
    loopDelay.disable();
    tally.enter('drain');
    company.stopPlaying();
    await Promise.race([played, sleep(lastMutationsMs)]);
    await drained(company.subscribers, watch);
    say();
    const events = await compareWithLog(company.subscribers, watch, tally);
    const counters = await countersOf(cluster);
    return {
      failures: await failuresOf({ tally, watch, cluster, counters }),
      clients: company.subscribers.length,
      games: company.tables.reduce((sum, { opened }) => sum + opened, 0),
      events,
      deliveries: tally.deliveries,
      cuts: tally.cuts,
      drops: tally.drops,
      resumes: tally.resumes,
      breaches: { ...tally.counts },
      mutationsResent: tally.resent,
      recovery: tally.recovery.summary(),
      latestWindow: watch.latestMs,
      ownLoopDelayP99: loopDelay.percentile(99) / 1e6,
      machine,
      counters,
      phases: tally.summary(),
    };
  } finally {
    clearInterval(saying);
    company.end();
    await watch.end();
  }
}

function progressOf({ subscribers }: Company, tally: Tally): SoakProgress {
  const { seconds, phase, deliveries, cuts, resumes, counts } = tally;
  const connected = subscribers.filter((subscriber) => subscriber.connected).length;
  const breaches = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { seconds, phase, connected, deliveries, cuts, resumes, breaches };
}
