import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface ClonedDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A migrated database of its own. */
export function cloneDatabase(): Promise<ClonedDatabase> {
  return newDatabase(new URL(inject('templateUrl')).pathname.slice(1));
}

/** A database with nothing in it. */
export function emptyDatabase(): Promise<ClonedDatabase> {
  return newDatabase('template0');
}

async function newDatabase(of: string): Promise<ClonedDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOperator((pool) => pool.query(`create database ${name} template ${of} strategy file_copy`));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asOperator((pool) => pool.query(`drop database ${name} with (force)`)),
  };
}

/** Connections of this process to another database of the same server: a template can't be cloned while someone is in it. */
let operators: pg.Pool | undefined;

async function asOperator(work: (pool: pg.Pool) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  operators ??= new pg.Pool({ connectionString: url.href, max: 4, allowExitOnIdle: true }).on('error', () => undefined);
  await work(operators);
}
