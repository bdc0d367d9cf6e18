import pg from 'pg';
import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';

it('has every column that an entity maps, as nullable as the entity says', async () => {
  const app = await startApp();
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string; nullable: boolean }>(
    `select table_name || '.' || column_name as name, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public'`,
  );
  await client.end();
  const columns = new Map(rows.map(({ name, nullable }) => [name, nullable]));

  const mapped = [...app.services.orm.getMetadata().getAll().values()].flatMap((meta) =>
    meta.props
      .filter(({ persist, fieldNames, mappedBy }) => persist !== false && fieldNames && !mappedBy)
      .flatMap(({ fieldNames, nullable = false }) =>
        fieldNames.map((field) => [`${meta.tableName}.${field}`, nullable] as const),
      ),
  );
  expect(mapped.length).toBeGreaterThan(50);
  expect(Object.fromEntries(mapped.map(([name]) => [name, columns.get(name)]))).toEqual(Object.fromEntries(mapped));
});
