import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer, type RunningServer } from '../../server/start.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { documents, type Kind } from './kinds.ts';
import type { Hello } from './serverProcess.ts';

/** So short that no two changes that listeners got one after another are told as one. */
const standingsTickMs = 1;

/** A node of the product, set up by this process's environment. */
export async function startNode(): Promise<RunningServer> {
  const config = readConfig(process.env);
  const { databaseUrl } = config;
  if (databaseUrl === undefined) throw new RangeError('DATABASE_URL is not set');
  return startServer({ ...config, databaseUrl }, makeLog(config), { standingsTickMs });
}

/** How a listener subscribes there. */
export function helloOf(server: RunningServer, kind: Kind, variables: object): Hello {
  const port = Number(new URL(server.url).port);
  return { protocol: 'graphql', port, path: '/graphql', subscribe: { query: documents[kind], variables } };
}

/** Some of those who have an account. */
export async function somePeople({ services }: RunningServer, most: number): Promise<PersonRef[]> {
  const { rows } = await services.pool.query<PersonRef>(
    `select id, handle, display_name as "displayName" from users order by created_at, id limit $1`,
    [most],
  );
  return rows;
}
