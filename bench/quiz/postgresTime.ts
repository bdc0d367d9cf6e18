import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** As Linux counts them in /proc, nearly everywhere. */
const ticksPerSecond = 100;

/** What a PostgreSQL on this machine took of the processor so far, all its processes together, in milliseconds. NaN where there is no /proc. */
export type PostgresTime = () => Promise<number>;

export async function watchPostgres(url: string): Promise<PostgresTime> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = await statOf(`${rows[0]?.pid}`);
  await client.end();
  const postmaster = backend?.parent;
  return async () => {
    if (postmaster === undefined) return Number.NaN;
    const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const stats = await Promise.all(names.map((name) => statOf(name)));
    // Those that have ended are in what the postmaster's children took.
    const own = await statOf(postmaster);
    const live = stats.filter((stat) => stat?.parent === postmaster);
    const ticks = live.reduce((sum, stat) => sum + (stat?.ticks ?? 0), (own?.ticks ?? 0) + (own?.ended ?? 0));
    return (ticks / ticksPerSecond) * 1000;
  };
}

async function statOf(pid: string): Promise<{ parent: string; ticks: number; ended: number } | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The name, in parentheses, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
    return { parent: fields[1] ?? '', ticks: user + system, ended: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}
