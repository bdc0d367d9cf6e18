import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openCluster } from '../../bench/soak/cluster.ts';
import { runEconomy } from '../../bench/soak/economy/run.ts';
import { cloneDatabase } from '../harness/cloneDatabase.ts';

// In runs on Redis only, which is where redis-server is; the one this test empties is its own.
describe.runIf(inject('redisUrl'))('two nodes that die and an emptied Redis', () => {
  test(
    'random operations, many sent twice, leave scores, coins and tournaments as they have to be',
    { timeout: 120_000 },
    async () => {
      const database = await cloneDatabase();
      onTestFinished(() => database.drop(), 30_000);
      const settings = { LIMITS: 'requestsPerAddress=10000000/10,operationsPerUser=1000000/10' };
      const cluster = await openCluster({ nodes: 2, databaseUrl: database.url, settings });
      onTestFinished(() => cluster.close(), 60_000);
      const report = await runEconomy(cluster, { durationMs: 15_000, workers: 8, people: 30 });
      const said = JSON.stringify(report, null, 2);
      expect(report.failures, said).toEqual([]);

      // All of it has happened.
      expect(report.resent, said).toBeGreaterThan(0);
      for (const what of ['Score', 'Scores', 'Progress', 'Reserve', 'Confirm', 'RollBack', 'Enter', 'Claim']) {
        expect(report.counts[`${what}: done`] ?? 0, `${what}\n${said}`).toBeGreaterThan(10);
      }
    },
  );
});
