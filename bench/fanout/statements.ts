import pg from 'pg';

export interface StatementCount {
  statement: string;
  calls: number;
  /** In the database, in milliseconds. */
  ms: number;
}

const shown = 70;

/** What a database that counts was asked from now on, the most frequent first; asking ends the count. */
export async function watchStatements(url: string): Promise<() => Promise<StatementCount[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_stat_statements_reset()');
  return async () => {
    const { rows } = await client.query<StatementCount>(
      `select query as statement, sum(calls)::int as calls, sum(total_exec_time) as ms from pg_stat_statements
       where query not like '%pg_stat_statements%' group by query order by 2 desc`,
    );
    await client.end();
    return rows.map((row) => ({ ...row, statement: row.statement.replaceAll(/\s+/g, ' ').trim().slice(0, shown) }));
  };
}
