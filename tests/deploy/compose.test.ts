import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { tracingSettings } from '../../server/tracing/tracingConfig.ts';

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

test('the image has every folder that the server and its tools load from, the built page, and no other', () => {
  const tools = ['token', 'rotateKeys', 'exportData', 'importData'].map((tool) => `server/${tool}.ts`);
  const needed = new Set(loadedBy('server/main.ts', ...tools).map((file) => file.split('/')[0]));
  const stages = read('Dockerfile').split(/^(?=FROM )/m);
  const copiedBy = (stage = '') => [...stage.matchAll(/^COPY (\w+) \.\/\1$/gm)].map(([, folder]) => folder);
  const page = copiedBy(stages.find((stage) => stage.includes(' AS page\n')));
  const sent = [...read('.dockerignore').matchAll(/^!(\w+)$/gm)].map(([, folder]) => folder);

  expect(copiedBy(stages.at(-1))).toEqual([...needed].toSorted());
  expect(page).toEqual(['client', 'web']);
  expect(stages.at(-1)).toContain('COPY --from=page /app/web/dist ./web/dist\n');
  expect(sent.toSorted()).toEqual([...needed, ...page].toSorted());
});

const app = z
  .object({
    services: z.object({
      app: z.object({
        environment: z.record(z.string(), z.union([z.string(), z.number()])),
        env_file: z.array(z.object({ path: z.string(), required: z.boolean() })),
      }),
    }),
  })
  .parse(parse(read('docker-compose.yml'))).services.app;

/** What the server is told, with this in `.env`. */
function told(env: Record<string, string> = {}) {
  const given = { POSTGRES_PASSWORD: '0123456789abcdef', ...env };
  const environment = Object.entries(app.environment);
  return readConfig({
    ...given,
    ...Object.fromEntries(environment.map(([name, value]) => [name, interpolate(String(value), given)])),
    NODE_ENV: 'production',
  });
}

test('docker-compose.yml sets what the server knows, to values it takes', () => {
  const known = new Set(read('server/config.ts').match(/(?<=^ {2})[A-Z_]+(?=:)/gm));
  for (const name of Object.keys(tracingSettings)) known.add(name);

  expect(Object.keys(app.environment).filter((name) => !known.has(name))).toEqual([]);
  expect(app.env_file).toEqual([{ path: '.env', required: false }]);
  expect(told()).toMatchObject({
    databaseUrl: 'postgresql://cupbearer:0123456789abcdef@postgres:5432/cupbearer',
    redisUrl: 'redis://redis:6379',
    publicUrl: 'http://localhost:4000',
    host: '0.0.0.0',
    port: 4000,
    trustedProxies: ['uniquelocal'],
  });
});

test('nodes send traces to the collector of the profile where it is on, to another where that is named, else none', () => {
  expect(told().tracing).toBeUndefined();
  expect(told({ COMPOSE_PROFILES: 'observe' }).tracing?.url).toBe('http://otel-collector:4318/v1/traces');
  const own = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com' };
  expect(told({ ...own, COMPOSE_PROFILES: 'observe' }).tracing?.url).toBe('https://otlp.example.com/v1/traces');
  expect(told(own).tracing?.url).toBe('https://otlp.example.com/v1/traces');

  const collector = collectorConfig.parse(parse(read('deploy/otel/collector.yml')));
  expect(collector.receivers.otlp.protocols.http.endpoint).toBe('0.0.0.0:4318');
});

const collectorConfig = z.object({
  receivers: z.object({ otlp: z.object({ protocols: z.object({ http: z.object({ endpoint: z.string() }) }) }) }),
});

/** Compose's `${NAME:-default}`, `${NAME:+instead}` and `${NAME:?message}`, the inner ones first. */
function interpolate(value: string, given: Record<string, string>): string {
  const inner = /\$\{(\w+):([-+?])([^${}]*)\}/;
  const match = inner.exec(value);
  if (!match) return value;
  const [, name = '', kind, rest = ''] = match;
  const set = given[name] ?? '';
  if (kind === '?' && set === '') throw new Error(`${name} is not set: ${rest}`);
  const otherwise = kind === '-' ? rest : '';
  const instead = kind === '+' ? rest : set;
  return interpolate(
    value.replace(inner, () => (set === '' ? otherwise : instead)),
    given,
  );
}
