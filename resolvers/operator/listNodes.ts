import pg from 'pg';
import type { Context } from '../context.ts';

/** A node that lives, as it last said itself. */
export interface SeenNode {
  id: string;
  /** These are null of a node of an older version, which says no more than that it lives. */
  version: string | null;
  roles: string[] | null;
  startedAt: Date | null;
  sockets: number | null;
  subscriptions: number | null;
  eventLoopDelayMs: number | null;
  seenAt: Date;
}

/** A node silent for so long is not shown, whether or not a worker has taken it out. */
const forgottenAfterMs = 60_000;
const mostNodes = 1_000;

/** Nodes heard of in the last minute, the oldest first. */
export async function listNodes({ services: { pool, clock } }: Context): Promise<SeenNode[]> {
  const { rows } = await pool.query<SeenNode>({
    name: 'live-nodes',
    types: pg.types,
    text: `
      select id, version, roles, started_at as "startedAt", sockets, subscriptions,
        event_loop_delay_ms as "eventLoopDelayMs", seen_at as "seenAt"
      from live_node where seen_at > $1 order by started_at, id limit $2`,
    values: [new Date(clock.now() - forgottenAfterMs), mostNodes],
  });
  return rows;
}
