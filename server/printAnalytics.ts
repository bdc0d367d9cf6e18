import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { kinds, productEvent } from './analytics/kinds.ts';

/**
 * `node server/printAnalytics.ts` writes the table of product events into docs/analytics.md, and their JSON Schema beside
 * it; with `--check` it only compares.
 */
const [page, schema] = ['../docs/analytics.md', '../docs/analytics.schema.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
if (page === undefined || schema === undefined) throw new RangeError('There are two files');
const [begin, end] = ['<!-- events -->', '<!-- /events -->'];

const valuesOf = (prop: z.ZodType) => (prop instanceof z.ZodEnum ? ` (${prop.options.join(', ')})` : '');
const described = (props: Record<string, z.ZodType>) =>
  Object.entries(props).map(([name, prop]) => `\`${name}\`: ${prop.description}${valuesOf(prop)}`);
const rows = Object.entries(kinds).map(
  ([type, { says, user, props }]) =>
    `| \`${type}\` | ${says} | ${user ?? '–'} | ${described(props.shape).join('; ')} |`,
);
const table = ['| type | what happened | `user` | `props` |', '| --- | --- | --- | --- |', ...rows].join('\n');

const [before = '', rest = ''] = readFileSync(page, 'utf8').split(begin);
const [, after = ''] = rest.split(end);
const printed: [string, string][] = [
  [page, await formatted(page, `${before}${begin}\n\n${table}\n\n${end}${after}`)],
  [schema, await formatted(schema, JSON.stringify(jsonSchema()))],
];

for (const [file, text] of printed) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (text !== readFileSync(file, 'utf8')) {
    console.error(`${file} is stale: run \`npm run docs:analytics\` and commit it.`);
    process.exitCode = 1;
  }
}

/** Open to props that are yet to come: only what we write has none that are not described. */
function jsonSchema(): unknown {
  return z.toJSONSchema(productEvent, {
    override({ jsonSchema: part }) {
      if (part.additionalProperties === false) delete part.additionalProperties;
      if (part.format === 'uuid') delete part.pattern;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
    },
  });
}

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
