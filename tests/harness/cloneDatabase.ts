import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { eventually } from './deferred.ts';
import { bareTemplate, usedTemplate } from './templates.ts';

export interface ClonedDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own, as it is after a first node. */
export function cloneDatabase(): Promise<ClonedDatabase> {
  return newDatabase(usedTemplate);
}

/** A migrated one, on which no node has run. */
export function bareDatabase(): Promise<ClonedDatabase> {
  return newDatabase(bareTemplate);
}

/** One with nothing in it. */
export function emptyDatabase(): Promise<ClonedDatabase> {
  return newDatabase('template0');
}

async function newDatabase(of: string): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await operators().query(`create database ${name} template ${of} strategy file_copy`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      // A pool has ended before its connections have; cut then, one would be an error that nobody waits for.
      const left = () => operators().query('select from pg_stat_activity where datname = $1', [name]);
      await eventually('Nobody in the database', left, ({ rowCount }) => rowCount === 0, 1_000).catch(() => undefined);
      await operators().query(`drop database ${name} with (force)`);
    },
  };
}

let pool: pg.Pool | undefined;

/** Connections of this process to another database of the server: a template can't be cloned while someone is in it. */
function operators(): pg.Pool {
  pool ??= new pg.Pool({ connectionString: inject('postgresUrl'), max: 4, allowExitOnIdle: true }).on(
    'error',
    () => undefined,
  );
  return pool;
}
