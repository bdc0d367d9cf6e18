import type { Target } from '../harness/execute.ts';
import { request } from '../http/request.ts';

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What a node's /metrics says. */
export async function samplesOf(app: Target): Promise<Sample[]> {
  const { text } = await request(app, '/metrics');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', is = '']) => [label, is] as const);
    return { name, labels: Object.fromEntries(pairs), value: Number(value) };
  });
}

/** The sum of a metric's samples with these labels; undefined when there are none. */
export function sumOf(samples: readonly Sample[], name: string, labels: Record<string, string> = {}) {
  const found = samples.filter(
    (sample) =>
      sample.name === `cupbearer_${name}` && Object.entries(labels).every(([label, is]) => sample.labels[label] === is),
  );
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}
