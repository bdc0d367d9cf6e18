import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Havoc, wreakHavoc } from './chaos.ts';
import type { Cluster } from './cluster.ts';
import { Company, type CompanyOptions } from './company.ts';
import { type Counters, countersOf } from './counters.ts';
import type { DurationSummary } from './durations.ts';
import { watchMachine } from './machine.ts';
import { describe } from './mutations.ts';
import { Rooms, type RoomsOptions, type RoomsReport } from './quiz/rooms.ts';
import { type Breach, type Phase, type PhaseSummary, Tally } from './tally.ts';
import { compareWithLog, drained, failuresOf } from './verdict.ts';
import { Watch } from './watch.ts';

export interface SoakOptions extends CompanyOptions {
  /** Quiz rooms beside the games; none when left out. */
  rooms?: Omit<RoomsOptions, 'durationMs'>;
  /** What is done to the cluster; rounds of a dying Redis and dying nodes when left out. */
  havoc?: Havoc;
  /** How long a window of a game may be open past its end, 5,000 ms when left out. */
  latestWindowMs?: number;
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
  /** Of each node that was killed: how many quiz rooms had a question open. */
  kills: readonly number[];
  rooms: RoomsReport | undefined;
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
const nobody = { asking: 0, size: 0 };
const lastMutationsMs = 30_000;

/** Plays, cuts and breaks things for `durationMs`, then holds what everybody got against the log. */
export async function runSoak(cluster: Cluster, options: SoakOptions): Promise<SoakReport> {
  const { durationMs, havoc = wreakHavoc, latestWindowMs } = options;
  const tally = new Tally();
  const company = await Company.gather(cluster, tally, options);
  const rooms = options.rooms && (await Rooms.gather(cluster, { ...options.rooms, durationMs }));
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
    const wreaking = havoc(cluster, tally, { durationMs, signal, rooms: rooms ?? nobody }).catch(failed);
    const played = Promise.all([company.play(), rooms?.play()]).catch(failed);
    await Promise.race([company.watch(), wreaking]);
    await wreaking;
    const machine = machineSoFar();
    loopDelay.disable();
    tally.enter('drain');
    company.stopPlaying();
    rooms?.stop();
    await Promise.race([played, sleep(lastMutationsMs)]);
    await drained(company.subscribers, watch);
    say();
    const events = await compareWithLog(company.subscribers, watch, tally);
    const counters = await countersOf(cluster);
    const judged = await rooms?.judge();
    const failures = await failuresOf({ tally, watch, cluster, counters, ...(latestWindowMs && { latestWindowMs }) });
    return {
      failures: [...failures, ...(judged?.failures ?? [])],
      clients: company.subscribers.length,
      games: company.tables.reduce((sum, { opened }) => sum + opened, 0),
      events,
      deliveries: tally.deliveries,
      cuts: tally.cuts,
      drops: tally.drops,
      resumes: tally.resumes,
      breaches: { ...tally.counts },
      mutationsResent: tally.resent,
      kills: [...tally.kills],
      rooms: judged,
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
    rooms?.end();
    await watch.end();
  }
}

function progressOf({ subscribers }: Company, tally: Tally): SoakProgress {
  const { seconds, phase, deliveries, cuts, resumes, counts } = tally;
  const connected = subscribers.filter((subscriber) => subscriber.connected).length;
  const breaches = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { seconds, phase, connected, deliveries, cuts, resumes, breaches };
}
