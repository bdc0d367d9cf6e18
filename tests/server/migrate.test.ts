import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connectDatabase, migrate } from '../../server/database.ts';
import { versions } from './oddTables.ts';
import { emptyUrl, log, withClient } from './transferred.ts';

it('waits for a long read without holding up those who write', async () => {
  const url = await emptyUrl();
  const before = await connectDatabase(url, 2, log, { migrationsList: versions.odd });
  await migrate(before);
  await before.close();
  const after = await connectDatabase(url, 2, log, { migrationsList: versions.odder });
  try {
    await withClient(url, async (reader) => {
      await reader.query('begin');
      await reader.query('select from odd_tree');
      let done = false;
      const migrated = migrate(after).finally(() => (done = true));
      let longest = 0;
      // Long enough for the migration to wait, give way and come back.
      for (const end = performance.now() + 2_500; performance.now() < end; await sleep(5)) {
        const sent = performance.now();
        await after.background.query('insert into odd_tree default values');
        longest = Math.max(longest, performance.now() - sent);
      }
      expect(done).toBe(false);
      expect(longest).toBeGreaterThan(100);
      expect(longest).toBeLessThan(900);
      await reader.query('commit');
      await migrated;
    });
    const { rows } = await after.background.query(
      'select count(*) > 100 as many, count(depth) = count(*) as all from odd_tree',
    );
    expect(rows).toEqual([{ many: true, all: true }]);
  } finally {
    await after.close();
  }
});
