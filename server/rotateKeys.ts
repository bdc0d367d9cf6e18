import { rotateKey } from './auth/keys.ts';
import { readConfig } from './config.ts';
import { connectDatabase } from './database.ts';
import { findEmbeddedPostgres } from './embedded/postgres.ts';
import { makeLog } from './log.ts';

const usage = `npm run rotate-keys -- sig|enc

Makes a new key pair for signing (sig) or for sealed throws (enc), beside a running server on the same configuration.
Nodes take it up within 30 seconds; what the old one signed or sealed stays good.`;

const use = process.argv[2];
if (use !== 'sig' && use !== 'enc') {
  console.error(usage);
  process.exit(2);
}
const config = readConfig(process.env);
const url = config.databaseUrl ?? (await findEmbeddedPostgres(config.dataDir));
if (!url) {
  console.error(`No server runs on ${config.dataDir}, and DATABASE_URL names none.`);
  process.exit(1);
}
const database = await connectDatabase(url, 2, makeLog({ logLevel: 'warn' }));
try {
  console.log(await rotateKey(database.background, use));
} finally {
  await database.close();
}
