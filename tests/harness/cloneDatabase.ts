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
  await asOperator((client) => client.query(`create database ${name} template ${of} strategy file_copy`));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asOperator((client) => client.query(`drop database ${name} with (force)`)),
  };
}

/** On another database of the same server: a template can't be cloned while someone is connected to it. */
async function asOperator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
