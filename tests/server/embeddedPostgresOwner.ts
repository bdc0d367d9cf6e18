import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';

/** Program for tests: starts a database on the folder given, says its URL, and runs until it is killed. */
const [, , dataDir = ''] = process.argv;
const { url } = await startEmbeddedPostgres({ dataDir, durable: false });
process.stdout.write(`${url}\n`);
