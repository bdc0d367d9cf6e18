import { setTimeout as sleep } from 'node:timers/promises';
import { expectInvariants } from '../../tests/harness/invariants.ts';
import type { Cluster } from './cluster.ts';
import type { Counters } from './counters.ts';
import { type GameRecord, whatIs } from './gameRecord.ts';
import { describe } from './mutations.ts';
import type { Subscriber } from './subscriber.ts';
import { breaches, type Tally } from './tally.ts';
import type { Watch } from './watch.ts';

/** No window may be open longer than this past its end, whatever happens. */
const usualLatestWindowMs = 5_000;
const drainMs = 30_000;
const lookMs = 200;
/** Two beats of the feed: whatever would come twice has come. */
const quietMs = 1_000;

/** Holds every subscriber against the event log, which is the truth: what it has must be the stream. Counted in the tally. */
export async function compareWithLog(subscribers: readonly Subscriber[], watch: Watch, tally: Tally): Promise<number> {
  const heads = new Map<GameRecord, { head: number; finishedAt: number | undefined }>();
  let events = 0;
  for (const { games } of subscribers) {
    for (const { game, lastSeq, finished } of games) {
      let stream = heads.get(game);
      if (!stream) {
        const log = await watch.log(game.id);
        events += log.length;
        for (const { seq, type, throwId } of log) {
          const what = whatIs(type, throwId && `Throw:${throwId}`);
          const seen = game.seen(seq);
          if (seen !== undefined && seen !== what) {
            tally.breach('difference', `${game.id}: ${seq} came as ${seen} and is ${what}`);
          }
        }
        const head = log.at(-1)?.seq ?? 0;
        stream = { head, finishedAt: log.find(({ type }) => type === 'GameFinished')?.seq };
        heads.set(game, stream);
      }
      // Who has seen a game end is not there for what is said afterwards.
      const due = finished ? (stream.finishedAt ?? stream.head) : stream.head;
      if (lastSeq < due) tally.breach('loss', `${game.id}: ended at ${lastSeq} of ${due}`, due - lastSeq);
      if (lastSeq > due) tally.breach('difference', `${game.id}: ended at ${lastSeq}, and the log at ${due}`);
    }
  }
  return events;
}

/** Waits until all windows have closed and everybody has come to the head of their stream, or for as long as is fair. */
export async function drained(subscribers: readonly Subscriber[], watch: Watch): Promise<void> {
  const end = performance.now() + drainMs;
  const behind = async () => {
    await watch.look();
    if (watch.open > 0) return true;
    const heads = await watch.heads();
    return subscribers.some(({ games }) => {
      const last = games.at(-1);
      return last && !last.finished && last.lastSeq < (heads.get(last.game.id) ?? 0);
    });
  };
  while (performance.now() < end && (await behind())) await sleep(lookMs);
  await sleep(quietMs);
}

/** Everything that was not as it has to be, in words; none is what a run is for. */
export async function failuresOf({
  tally,
  watch,
  cluster,
  counters,
  latestWindowMs = usualLatestWindowMs,
}: {
  tally: Tally;
  watch: Watch;
  cluster: Cluster;
  counters: Counters;
  latestWindowMs?: number;
}): Promise<string[]> {
  const failures = breaches
    .filter((what) => tally.counts[what] > 0)
    .map((what) => `${what}: ${tally.counts[what]}, the first ${tally.firsts.get(what) ?? ''}`);
  if (watch.latestMs > latestWindowMs) failures.push(`a window was open ${Math.round(watch.latestMs)} ms past its end`);
  if (watch.open > 0) failures.push(`${watch.open} windows are still open`);
  if (counters.deadlocks > 0) failures.push(`${counters.deadlocks} deadlocks`);
  if (counters.forged > 0) failures.push(`${counters.forged} messages that no node signed`);
  for (const { name, crashes, lines } of cluster.nodes) {
    if (crashes > 0) failures.push(`${name} ended by itself ${crashes} times:\n${lines.join('\n')}`);
  }
  await expectInvariants(cluster.databaseUrl).catch((error: unknown) => failures.push(describe(error)));
  return failures;
}
