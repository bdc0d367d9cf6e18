import pLimit from 'p-limit';
import type { Role } from '../../entities/user.ts';
import { KeyRing } from '../../server/auth/keyRing.ts';
import { AccessTokens } from '../../server/auth/tokens.ts';
import { connectDatabase, migrate } from '../../server/database.ts';
import { DatabaseClock } from '../../server/databaseClock.ts';
import { handToken } from '../../server/handTokens.ts';
import { makeLog } from '../../server/log.ts';
import { publicUrl } from './cluster.ts';

const connections = 8;

/** Tokens of that many people, made on the database itself, good for `lifeMs`. */
export async function makePeople(
  databaseUrl: string,
  count: number,
  lifeMs: number,
  { prefix = 'soak', roles = [] }: { prefix?: string; roles?: Role[] } = {},
): Promise<string[]> {
  const database = await connectDatabase(databaseUrl, connections, makeLog({ logLevel: 'warn' }));
  const clock = new DatabaseClock(database.background, () => undefined);
  try {
    await migrate(database);
    await clock.start();
    const ring = await KeyRing.open({ pool: database.background, failed: () => undefined });
    ring.stop();
    const sessions = { has: () => false };
    const tokens = new AccessTokens({ ring, clock, issuer: publicUrl, acceptDevelopment: false, sessions });
    const limit = pLimit(connections);
    const handles = Array.from({ length: count }, (_, number) => `${prefix}-${number}`);
    const of = (handle: string) =>
      handToken({ orm: database.orm, clock }, tokens, { handle, roles, lifeMs, development: false });
    return await Promise.all(handles.map((handle) => limit(of, handle)));
  } finally {
    clock.stop();
    await database.close();
  }
}
