import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema/index.ts';

/** `node server/printSchema.ts` writes schema.graphql; with `--check` it only says whether the file is fresh. */
const file = new URL('../schema.graphql', import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== printed) {
    console.error('schema.graphql is stale: run `npm run schema` and commit it.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, printed);
}
