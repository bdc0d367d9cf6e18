import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { connectDatabase, migrate } from '../../server/database.ts';
import { makeLog } from '../../server/log.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a migrated database that tests clone; its server is theirs to use. */
    templateUrl: string;
  }
}

/** Whoever starts a run may name it, to find what is left of it when it is killed. */
const runName = process.env['TEST_RUN'] ?? 'cupbearer-test';

/** One PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await roomyFolder(), `${runName}-`));
  // Root's temporary folders are closed to the account PostgreSQL runs as; the data itself stays private.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, database: 'template_cupbearer', durable: false });
  const database = await connectDatabase(postgres.url, 2, makeLog({ logLevel: 'warn' }));
  await migrate(database);
  await database.close();
  project.provide('templateUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The databases of a run take less than half of this; its workers take the rest of the memory. */
const roomBytes = 4 * 2 ** 30;

/**
 * Memory, where Linux offers it as files and there is enough: a database is cloned there for a tenth of what it costs on
 * a disk. Containers often have too little of it; then the folder for temporary files.
 */
async function roomyFolder(): Promise<string> {
  const memory = '/dev/shm';
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(free, process.availableMemory() / 2) > roomBytes ? memory : tmpdir();
}
