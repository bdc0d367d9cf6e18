import type { Pool, PoolClient } from 'pg';

/** Told how long something took, in milliseconds. */
export type Took = (ms: number) => void;

/**
 * Times what a pool does from now on: how long somebody waits for a connection, failed waits among them, and how long
 * statements take, whoever sends them. Cursors are not timed: their rows come as they are asked for.
 */
export function timePool(pool: Pool, { waited, took }: { waited: Took; took: Took }): void {
  const timed = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (timed.has(client)) return;
    timed.add(client);
    timeClient(client, took);
  });
  const connect = pool.connect.bind(pool) as (callback?: Done) => Promise<PoolClient> | undefined;
  pool.connect = ((callback?: Done) => {
    const began = performance.now();
    const over = () => waited(performance.now() - began);
    if (callback) return connect(before(over, callback));
    const client = connect();
    client?.then(over, over);
    return client;
  }) as Pool['connect'];
}

type Done = (...results: unknown[]) => void;

function before(over: () => void, callback: Done): Done {
  return (...results) => {
    over();
    callback(...results);
  };
}

function timeClient(client: PoolClient, took: Took): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const began = performance.now();
    const over = () => took(performance.now() - began);
    const last = args.at(-1);
    if (typeof last === 'function') return query(...args.slice(0, -1), before(over, last as Done));
    const result = query(...args);
    if (result instanceof Promise) result.then(over, over);
    return result;
  }) as PoolClient['query'];
}
