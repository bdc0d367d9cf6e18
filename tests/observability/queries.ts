import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
export const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

export interface Query {
  /** Where it stands. */
  where: string;
  expr: string;
}

const rule = z.object({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.string(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});
export type Rule = z.infer<typeof rule>;
const ruleFile = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(rule) })) });

/** Every recording rule and every alert. */
export function rules(): Rule[] {
  return readdirSync(join(root, 'deploy/prometheus/rules')).flatMap((file) =>
    ruleFile.parse(parse(read('deploy/prometheus/rules', file))).groups.flatMap((group) => group.rules),
  );
}

const ruleTests = z.object({
  tests: z.array(
    z.object({
      promql_expr_test: z.array(z.object({ expr: z.string(), exp_samples: z.array(z.object({ labels: z.string() })) })),
    }),
  ),
});

/** Every look that the rules' own tests take: at which alerts, and which of them are firing then. */
export function alertTests(): { asked: string; firing: string[] }[] {
  const named = (text: string) => /\balertname="(\w+)"/.exec(text)?.[1] ?? text;
  return readdirSync(join(root, 'deploy/prometheus/tests')).flatMap((file) =>
    ruleTests.parse(parse(read('deploy/prometheus/tests', file))).tests.flatMap(({ promql_expr_test: looks }) =>
      looks.map(({ expr, exp_samples }) => ({
        asked: named(expr),
        firing: exp_samples.map(({ labels }) => named(labels)),
      })),
    ),
  );
}

const panel = z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).default([]) });
const dashboard = z.object({ title: z.string(), panels: z.array(panel) });

/** Every query of the dashboards as they are provisioned. */
export function dashboardQueries(): Query[] {
  return readdirSync(join(root, 'deploy/grafana/dashboards')).flatMap((file) => {
    const { title, panels } = dashboard.parse(JSON.parse(read('deploy/grafana/dashboards', file)));
    return panels.flatMap((one) => one.targets.map(({ expr }) => ({ where: `${title} / ${one.title}`, expr })));
  });
}

export function allQueries(): Query[] {
  const ofRules = rules().map(({ alert, record, expr }) => ({ where: alert ?? record ?? '', expr }));
  return [...dashboardQueries(), ...ofRules];
}

export interface Selector {
  metric: string;
  matchers: { label: string; operator: string; value: string }[];
}

/** The metrics that a query asks for, and the labels by which it tells them apart. */
export function partsOf({ expr }: Query): { selectors: Selector[]; labels: string[] } {
  const grouping = /\b(?:by|without|on|ignoring|group_left|group_right) ?\(([^)]*)\)/g;
  const labels = [...expr.matchAll(grouping)].flatMap(([, list = '']) => list.split(',').map((label) => label.trim()));
  const selected = expr
    .replaceAll(grouping, ' ')
    .matchAll(/\b((?:cupbearer[_:]|pg_|redis_)[\w:]*|up)\b(?:\{([^}]*)\})?/g);
  const selectors = [...selected].map(([, metric = '', inside = '']) => ({
    metric,
    matchers: [...inside.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)].map(([, label = '', operator = '', value = '']) => ({
      label,
      operator,
      value,
    })),
  }));
  return { selectors, labels: labels.filter((label) => label !== '') };
}

/** Labels that Prometheus adds, or makes of ours. */
export const ownLabel = (label: string) => (label === 'exported_job' ? 'job' : label);
export const addedLabels = new Set(['instance', 'le']);
