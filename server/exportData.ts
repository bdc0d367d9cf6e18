import { readConfig } from './config.ts';
import { findEmbeddedPostgres, hasEmbeddedPostgres, startEmbeddedPostgres } from './embedded/postgres.ts';
import { exportDatabase } from './transfer/exportDatabase.ts';
import { saidOf } from './transfer/saidOf.ts';
import { TransferError } from './transfer/transferError.ts';

const usage = `npm run export -- FILE

Writes everything that is in the database, the embedded one or that of DATABASE_URL, to FILE, for npm run import. Runs
beside a server on the same configuration, or alone. FILE holds keys and password hashes.`;

async function main(path: string): Promise<void> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const running = databaseUrl ?? (await findEmbeddedPostgres(dataDir));
  if (!running && !(await hasEmbeddedPostgres(dataDir))) {
    throw new TransferError(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL to where it is.`);
  }
  const own = running ? undefined : await startEmbeddedPostgres({ dataDir });
  try {
    const { tables, rows } = await exportDatabase(running ?? own?.url ?? '', path);
    console.log(`${path} holds ${rows} rows of ${tables} tables, keys and password hashes among them: keep it safe.`);
  } finally {
    await own?.stop();
  }
}

const [, , path] = process.argv;
if (!path || path.startsWith('-')) {
  console.error(usage);
  process.exit(2);
}
main(path).catch((error: unknown) => {
  console.error(saidOf(error));
  process.exit(1);
});
