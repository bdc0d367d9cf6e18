import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dashboardFiles } from '../../deploy/grafana/source/index.ts';
import { exporterMetrics } from '../observability/exporterMetrics.ts';
import { documentedMetrics } from '../observability/documented.ts';
import {
  addedLabels,
  alertTests,
  allQueries,
  dashboardQueries,
  partsOf,
  read,
  rules,
} from '../observability/queries.ts';

const root = resolve(import.meta.dirname, '../..');

const seconds = z.string().regex(/^\d+s$/);

/** Strict: a key that Compose does not know would be found by nobody before it is started. */
const service = z.strictObject({
  image: z.string().optional(),
  build: z.literal('.').optional(),
  profiles: z.tuple([z.literal('observe')]).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).optional(),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(
        z.string(),
        z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
      ),
    ])
    .default([]),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: seconds,
      timeout: seconds,
      retries: z.int(),
      start_period: seconds.optional(),
    })
    .optional(),
  restart: z.enum(['unless-stopped', 'on-failure:3']),
  stop_grace_period: z.string().optional(),
  shm_size: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  logging: z.strictObject({ driver: z.literal('local') }),
});
const compose = z
  .strictObject({
    name: z.literal('cupbearer'),
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read('docker-compose.yml')));
const services = Object.entries(compose.services);
const observers = services.filter(([, { profiles }]) => profiles?.includes('observe'));

it('what is there to see by comes with the profile only, and what is needed never waits for it', () => {
  const needed = services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
  expect(needed).toEqual(['app', 'postgres', 'redis']);
  expect(observers).toHaveLength(services.length - needed.length);
  for (const [name, { depends_on }] of services) {
    const awaited = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
    const known = needed.includes(name) ? needed : services.map(([other]) => other);
    expect(known, name).toEqual(expect.arrayContaining(awaited));
  }
});

it('is published on this machine only, in versions that are named', () => {
  for (const [name, { image, ports }] of services) {
    for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/);
    if (image !== undefined) expect(image, name).toMatch(/^(?:postgres|redis):\d+$|:v?\d+\.\d+\.\d+$/);
  }
});

it('mounts files that are there, and volumes that are named', () => {
  for (const [name, { volumes }] of observers) {
    for (const volume of volumes) {
      const [from = ''] = volume.split(':');
      const there = from.startsWith('./')
        ? existsSync(resolve(root, from))
        : from.startsWith('/') || from in compose.volumes;
      expect(there, `${name}: ${volume}`).toBe(true);
    }
  }
});

it('asks services that there are, at the ports they listen on', () => {
  const asked = [
    'deploy/prometheus/prometheus.yml',
    'deploy/otel/collector.yml',
    'deploy/alloy/config.alloy',
    'deploy/grafana/provisioning/datasources/stores.yml',
  ].flatMap((file) => {
    const hosts = read(file).matchAll(/(?:https?:\/\/|endpoint: |targets: \[)([a-z][a-z-]+):(\d+)/g);
    return [...hosts].map(([, host = '', port = '']) => `${host}:${port}`);
  });
  const listening = {
    'postgres-exporter': 9187,
    'redis-exporter': 9121,
    localhost: 9090,
    prometheus: 9090,
    loki: 3100,
    jaeger: [4317, 16686],
  };
  const known = Object.entries(listening).flatMap(([host, ports]) => [ports].flat().map((port) => `${host}:${port}`));
  expect(asked).toEqual(expect.arrayContaining(['postgres-exporter:9187', 'redis-exporter:9121', 'loki:3100']));
  expect(known).toEqual(expect.arrayContaining(asked));
  for (const host of Object.keys(listening)) expect([...Object.keys(compose.services), 'localhost']).toContain(host);
});

it('every file of deploy/ in YAML is YAML', () => {
  const files = readdirSync(resolve(root, 'deploy'), { recursive: true, encoding: 'utf8' });
  const yaml = files.filter((file) => file.endsWith('.yml'));
  expect(yaml.length).toBeGreaterThan(6);
  for (const file of yaml) expect(parse(read('deploy', file)), file).toBeTypeOf('object');
});

it('dashboards are as `npm run dashboards` writes them', () => {
  const written = dashboardFiles();
  expect(readdirSync(resolve(root, 'deploy/grafana/dashboards')).toSorted()).toEqual(
    written.map(({ name }) => name).toSorted(),
  );
  for (const { name, text } of written) expect(read('deploy/grafana/dashboards', name) === text, name).toBe(true);
});

it('queries of what others measure ask for what they have', () => {
  const recorded = new Set(rules().map(({ record }) => record));
  for (const query of allQueries()) {
    const { selectors, labels } = partsOf(query);
    expect(selectors.length, query.where).toBeGreaterThan(0);
    const others = selectors.filter(({ metric }) => !metric.startsWith('cupbearer_'));
    for (const { metric, matchers } of others) {
      if (metric.startsWith('cupbearer:')) {
        expect(recorded, query.where).toContain(metric);
        continue;
      }
      expect(Object.keys(exporterMetrics), query.where).toContain(metric);
      const has = [...(exporterMetrics[metric] ?? []), 'job', 'instance'];
      expect(has, `${query.where}: ${metric}`).toEqual(expect.arrayContaining(matchers.map(({ label }) => label)));
    }
    if (others.length < selectors.length) continue;
    const grouped = others.flatMap(({ metric }) => exporterMetrics[metric] ?? ['type', 'kind', ...addedLabels]);
    expect([...grouped, ...addedLabels], query.where).toEqual(expect.arrayContaining(labels));
  }
});

it('every alert says what it is, how bad, and where it stands in docs/observability.md', () => {
  const page = read('docs/observability.md');
  const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  const alerts = rules().filter(({ alert }) => alert !== undefined);
  expect(alerts.length).toBeGreaterThan(20);
  for (const { alert = '', labels, annotations = {} } of alerts) {
    expect(['warning', 'critical'], alert).toContain(labels?.['severity']);
    expect(annotations['summary'], alert).toMatch(/\S/);
    expect(annotations['description'], alert).toMatch(/\S/);
    expect(annotations['runbook'], alert).toBe(`docs/observability.md#${alert.toLowerCase()}`);
    expect(headings, alert).toContain(alert.toLowerCase());
  }
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  // And none is explained that there is not.
  const explained = headings.filter((heading) => /^(cupbearer|postgres|redis)[a-z]+$/.test(heading));
  expect(explained.toSorted()).toEqual(alerts.map(({ alert = '' }) => alert.toLowerCase()).toSorted());
});

it('every alert has a test in which it fires, and one in which it does not', () => {
  const looks = alertTests();
  const alerts = rules().flatMap(({ alert }) => alert ?? []);
  const asked = (fires: boolean) => looks.filter(({ firing }) => firing.length > 0 === fires).map((look) => look.asked);
  expect([...new Set(asked(true))].toSorted()).toEqual(alerts.toSorted());
  expect([...new Set(asked(false))].toSorted()).toEqual(alerts.toSorted());
  for (const { asked: alert, firing } of looks) for (const one of firing) expect(one).toBe(alert);
});

it('every metric of ours is on a dashboard', () => {
  const recorded = new Map(rules().map(({ record, expr }) => [record, expr]));
  const metricsOf = (expr: string): string[] =>
    partsOf({ where: '', expr }).selectors.flatMap(({ metric }) => {
      const rule = recorded.get(metric);
      return rule === undefined ? metric.replace(/_(?:bucket|count|sum)$/, '') : metricsOf(rule);
    });
  const shown = new Set(dashboardQueries().flatMap(({ expr }) => metricsOf(expr)));
  expect([...documentedMetrics().keys()].filter((name) => !shown.has(name))).toEqual([]);
});
