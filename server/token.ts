import { parseArgs } from 'node:util';
import { checkHandle } from '../resolvers/account/handle.ts';
import { KeyRing } from './auth/keyRing.ts';
import { AccessTokens } from './auth/tokens.ts';
import { readConfig } from './config.ts';
import { connectDatabase, migrate } from './database.ts';
import { DatabaseClock } from './databaseClock.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded/postgres.ts';
import { handToken } from './handTokens.ts';
import { makeLog } from './log.ts';

const usage = `npm run token -- --handle NAME [--admin] [--hours N]

Prints an access token for the person of that handle, who is made if there is none. N is 12 when left out.
Runs beside a server on the same configuration, or alone.`;

const { values } = parseArgs({
  options: {
    handle: { type: 'string' },
    admin: { type: 'boolean', default: false },
    hours: { type: 'string', default: '12' },
    help: { type: 'boolean', default: false },
  },
});
const hours = Number(values.hours);
const { handle } = values;

if (values.help || !handle || checkHandle(handle).length > 0 || !(hours > 0 && hours <= 24 * 365)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const config = readConfig(process.env);
const log = makeLog({ logLevel: 'warn' });
const running = config.databaseUrl ?? (await findEmbeddedPostgres(config.dataDir));
const own = running ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir });
const database = await connectDatabase(running ?? own?.url ?? '', 2, log);
try {
  await migrate(database);
  const clock = new DatabaseClock(database.background, () => undefined);
  await clock.start();
  const ring = await KeyRing.open({ pool: database.background, failed: () => undefined });
  const sessions = { has: () => false };
  const tokens = new AccessTokens({ ring, clock, issuer: config.publicUrl, acceptDevelopment: false, sessions });
  const roles = values.admin ? (['admin'] as const) : [];
  const request = { handle, roles: [...roles], lifeMs: hours * 3_600_000, development: config.mode !== 'production' };
  console.log(await handToken({ orm: database.orm, clock }, tokens, request));
  clock.stop();
  ring.stop();
} finally {
  await database.close();
  await own?.stop();
}
