import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Every file of ours that the programs load, by following their imports; paths from the root. */
function loadedBy(...programs: string[]): string[] {
  const found = new Set(programs.map((program) => join(root, program)));
  for (const file of found) {
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?! type\b)[^'";]*'(\.[^']+)';$/gm);
    for (const [, path = ''] of imports) found.add(resolve(dirname(file), path));
  }
  return [...found].map((file) => relative(root, file));
}

test('the image has every folder that the server and its tools load from, and no other', () => {
  const tools = ['token', 'rotateKeys', 'exportData', 'importData'].map((tool) => `server/${tool}.ts`);
  const needed = new Set(loadedBy('server/main.ts', ...tools).map((file) => file.split('/')[0]));
  const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \.\/\1$/gm)].map(([, folder]) => folder);
  const sent = [...read('.dockerignore').matchAll(/^!(\w+)$/gm)].map(([, folder]) => folder);

  expect(copied).toEqual([...needed].toSorted());
  expect(sent).toEqual(copied);
});

test('docker-compose.yml sets what the server knows, to values it takes', () => {
  const [, block = ''] =
    /^ {2}app:\n(?:.*\n)*? {4}environment:\n((?: {6}.*\n)+)/m.exec(read('docker-compose.yml')) ?? [];
  const given = { POSTGRES_PASSWORD: '0123456789abcdef' };
  const environment = Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const [, name, value] = /^ {6}(\w+): (.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, interpolate(value, given)]];
    }),
  );
  const known = new Set(read('server/config.ts').match(/(?<=^ {2})[A-Z_]+(?=:)/gm));

  expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  expect(readConfig({ ...environment, NODE_ENV: 'production' })).toMatchObject({
    databaseUrl: 'postgresql://cupbearer:0123456789abcdef@postgres:5432/cupbearer',
    redisUrl: 'redis://redis:6379',
    publicUrl: 'http://localhost:4000',
    host: '0.0.0.0',
    port: 4000,
    trustedProxies: ['uniquelocal'],
  });
});

/** Compose's `${NAME:-default}` and `${NAME:?message}`, the inner ones first. */
function interpolate(value: string, given: Record<string, string>): string {
  const inner = /\$\{(\w+):([-?])([^${}]*)\}/;
  const match = inner.exec(value);
  if (!match) return value;
  const [, name = '', kind, rest = ''] = match;
  const found = given[name] || (kind === '-' ? rest : undefined);
  if (found === undefined) throw new Error(`${name} is not set: ${rest}`);
  return interpolate(
    value.replace(inner, () => found),
    given,
  );
}
