import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { productEvent } from '../../server/analytics/kinds.ts';
import { analyticsKeys } from '../../server/analytics/redisSink.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { redisUrl } from '../standings/redisNode.ts';

export type Recorded = z.infer<typeof productEvent>;

/** Nodes that record product events. */
export const recording = { ANALYTICS: 'true' };

/** A connection of the test's own, for as long as it runs. */
export function connection(url = redisUrl): Redis {
  const redis = new Redis(url);
  onTestFinished(() => redis.disconnect());
  return redis;
}

export const streamOf = ({ redisPrefix }: Pick<App, 'redisPrefix'>) => analyticsKeys(redisPrefix).stream;

/**
 * Everything recorded up to now, as the schema has it and not a prop more; each once, as its consumers have it: a busy
 * machine may be late to hear of a write.
 */
export async function recorded(redis: Redis, app: Pick<App, 'redisPrefix'>): Promise<Recorded[]> {
  const entries = await redis.xrange(streamOf(app), '-', '+');
  const events = entries.map(([, fields]) => {
    const names = fields.filter((_field, index) => index % 2 === 0);
    const [id, type, v, at, user, props = ''] = fields.filter((_field, index) => index % 2 === 1);
    if (names.join() !== 'id,type,v,at,user,props') throw new Error(`An entry has the fields ${names.join()}`);
    return productEvent.parse({ id, type, v: Number(v), at: Number(at), user: user || null, props: JSON.parse(props) });
  });
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

/** What was recorded once it is as wished. */
export async function untilRecorded(
  redis: Redis,
  app: Pick<App, 'redisPrefix'>,
  wish: (events: Recorded[]) => boolean,
): Promise<Recorded[]> {
  return eventually(`Recorded: ${String(wish)}`, () => recorded(redis, app), wish, 30_000);
}

export const ofType = (events: readonly Recorded[], type: string) => events.filter((event) => event.type === type);
/** The uuid of a global id. */
export const bare = (globalId: string) => globalId.slice(globalId.indexOf(':') + 1);
