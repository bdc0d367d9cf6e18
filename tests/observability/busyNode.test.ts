import { expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { busyNode, morning } from './busyNode.ts';
import { addedLabels, allQueries, ownLabel, partsOf, type Selector } from './queries.ts';
import { type Sample, samplesOf, sumOf } from './samples.ts';

let app: App;
let samples: Sample[] = [];
onOneNode({ clock: morning(), metrics: { ofProcess: true }, alone: 'the metrics of one node' }, (opened) => {
  app = opened;
});

it('counts what people do', async () => {
  samples = await busyNode(app);
  const counted = {
    'quiz_answers_total accepted': sumOf(samples, 'quiz_answers_total', { outcome: 'ACCEPTED' }),
    'quiz_answers_total refused': sumOf(samples, 'quiz_answers_total', { outcome: 'ALREADY_ANSWERED' }),
    quiz_question_seconds: sumOf(samples, 'quiz_question_seconds_count'),
    battle_fighters_total: sumOf(samples, 'battle_fighters_total'),
    tournament_entries_total: sumOf(samples, 'tournament_entries_total'),
    tournament_entry_coins_total: sumOf(samples, 'tournament_entry_coins_total'),
    errors_total: sumOf(samples, 'errors_total', { code: 'UNAUTHENTICATED' }),
    socket_closes_total: sumOf(samples, 'socket_closes_total'),
    socket_messages_dropped_total: sumOf(samples, 'socket_messages_dropped_total'),
  };
  expect(counted).toEqual({
    'quiz_answers_total accepted': 1,
    'quiz_answers_total refused': 1,
    quiz_question_seconds: 1,
    battle_fighters_total: 3,
    tournament_entries_total: 1,
    tournament_entry_coins_total: 500,
    errors_total: 1,
    socket_closes_total: 1,
    socket_messages_dropped_total: 0,
  });
  // connection_init, subscribe, complete
  expect(sumOf(samples, 'socket_messages_total')).toBe(3);
});

it('says how things stand now, zero where there is nothing', () => {
  expect(sumOf(samples, 'games_open', { status: 'ACTIVE' })).toBeDefined();
  expect(sumOf(samples, 'throws_open', { status: 'CHALLENGED' })).toBe(0);
  expect(sumOf(samples, 'quiz_rooms_open', { phase: 'PAUSED' })).toBe(0);
  expect(sumOf(samples, 'battles_open', { status: 'RUNNING' })).toBe(0);
  expect(sumOf(samples, 'deadlines_overdue')).toBeDefined();
  expect(sumOf(samples, 'notifications_waiting')).toBe(0);
  expect(sumOf(samples, 'webhook_parked')).toBe(0);
});

it('times what it waits for: lags and stores in seconds, no longer than all of it took', () => {
  const most = performance.now() / 1000;
  for (const name of ['feed_lag', 'delivery_lag', 'operation', 'postgres_statement', 'postgres_wait', 'job_lateness']) {
    expect(sumOf(samples, `${name}_seconds_count`), name).toBeGreaterThan(0);
    const count = sumOf(samples, `${name}_seconds_count`) ?? 0;
    expect(sumOf(samples, `${name}_seconds_sum`), name).toBeLessThan(most * count);
  }
  for (const pool of ['requests', 'background']) {
    expect(sumOf(samples, 'postgres_statement_seconds_count', { pool }), pool).toBeGreaterThan(0);
    const connections = sumOf(samples, 'postgres_connections', { pool });
    expect(connections, pool).toBeGreaterThan(0);
    expect(connections, pool).toBeLessThanOrEqual(sumOf(samples, 'postgres_connections_max', { pool }) ?? 0);
  }
});

/** There only with a Redis: the suite runs again on one. */
const needsRedis = process.env['REDIS_URL'] ? undefined : /^cupbearer_redis_command_seconds/;

it('has what every dashboard, recording rule and alert asks of it', async () => {
  const queries = allQueries().map((query) => ({ where: query.where, ...partsOf(query) }));
  expect(queries.length).toBeGreaterThan(100);
  const unanswered = async () => {
    samples = await samplesOf(app);
    return queries.flatMap(({ where, selectors }) => {
      const none = selectors.filter(
        (selector) => isOurs(selector) && !samples.some((sample) => isOf(selector, sample)),
      );
      return none.map((selector) => ({ where, selector }));
    });
  };
  // What is asked of the database is left out while that is slow to answer.
  await eventually('An answer to every query', unanswered, (none) => none.length === 0, 25_000);

  for (const { where, selectors, labels } of queries) {
    if (!selectors.every(isOurs)) continue;
    const known = samples.filter(({ name }) => selectors.some(({ metric }) => metric === name));
    const names = new Set(known.flatMap((sample) => Object.keys(sample.labels)));
    for (const label of labels) expect([...names, ...addedLabels], where).toContain(ownLabel(label));
  }
});

function isOurs({ metric }: Selector): boolean {
  return metric.startsWith('cupbearer_') && !needsRedis?.test(metric);
}

function isOf({ metric, matchers }: Selector, { name, labels }: Sample): boolean {
  if (name !== metric) return false;
  return matchers.every(({ label, operator, value }) => {
    const is = labels[ownLabel(label)];
    if (is === undefined) return false;
    if (operator === '=') return is === value;
    return operator === '!=' ? is !== value : new RegExp(`^(?:${value})$`).test(is);
  });
}
