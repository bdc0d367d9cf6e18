import { migrations } from '../entities/migrations/index.ts';
import { readConfig } from './config.ts';
import { startEmbeddedPostgres } from './embedded/postgres.ts';
import { makeLog } from './log.ts';
import { checkExport } from './transfer/exportFile.ts';
import { importDatabase } from './transfer/importDatabase.ts';
import { saidOf } from './transfer/saidOf.ts';

const usage = `npm run import -- FILE

Puts what npm run export wrote to FILE into the database, the embedded one or that of DATABASE_URL, which must be empty:
a new DATA_DIR, or a database just created. Start the server after it.`;

async function main(path: string): Promise<void> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  // Before a database is made for it.
  await checkExport(path);
  const own = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir });
  try {
    const options = {
      databaseUrl: databaseUrl ?? own?.url ?? '',
      path,
      log: makeLog({ logLevel: 'warn' }),
      migrations,
    };
    const { rows, at } = await importDatabase(options);
    console.log(`The database holds the ${rows} rows of ${path}, as they were at ${at}.`);
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
