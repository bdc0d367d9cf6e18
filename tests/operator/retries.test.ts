import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cupOf, gameOf } from '../game/gameOf.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import * as documents from './documents.ts';

const clock = new ShiftedClock();
let app: App;
let admin: TestPlayer;
onOneNode({ clock }, async (node) => {
  app = node;
  admin = await seedPlayer(app, ['admin']);
});

async function listed(variables: { state?: 'DUE' | 'FAILING'; first?: number; after?: string } = {}) {
  const { operations } = await execute(app, admin.token, documents.deadlines, variables);
  return { ...operations.deadlines, nodes: operations.deadlines.edges.map(({ node }) => node) };
}

async function deedsTo(subject: string) {
  const { operations } = await execute(app, admin.token, documents.auditLog, { subject });
  return operations.auditLog.edges.map(({ node }) => node);
}

async function flight(challengeSeconds: number) {
  const game = await gameOf(app, [await seedPlayer(app), await seedPlayer(app)], { challengeSeconds });
  const [ada, ben] = game.players;
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  return { ada, throwId: ball.id };
}

describe('deadlines', () => {
  it('are listed in the order in which they come, page by page', async () => {
    const [last, first] = [await flight(120), await flight(60)];
    const all = await listed();
    const throws = all.nodes.filter(({ kind }) => kind === 'THROW');
    expect(throws.map(({ subject }) => subject)).toEqual([first.throwId, last.throwId]);
    expect(throws[0]).toMatchObject({ attempts: 0, failedAt: null, lastError: null });
    expect(all.nodes.map(({ nextAt }) => nextAt)).toEqual(all.nodes.map(({ nextAt }) => nextAt).toSorted());
    const pages = [];
    for (let after: string | null | undefined; ;) {
      const { nodes, pageInfo } = await listed({ first: 1, ...(after && { after }) });
      pages.push(...nodes);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(all.nodes);
    expect((await listed({ state: 'FAILING' })).nodes).toEqual([]);
    const wrong = { after: Buffer.from('due:1:THROW:x').toString('base64url') };
    expect(await errorCodes(app, admin.token, documents.deadlines, wrong)).toEqual(['BAD_USER_INPUT']);
    for (const { throwId } of [first, last]) {
      await execute(app, admin.token, documents.voidThrow, { throwId, reason: 'Tidying up.' });
    }
  });

  it('whose settling fails say why, and one is taken up at once when it is retried', async () => {
    const { ada, throwId } = await flight(1);
    const { pool } = app.services;
    const retry = async (subject = throwId, reason = 'The disk has room again.') =>
      (await execute(app, admin.token, documents.retryDeadline, { kind: 'THROW', subject, reason })).retryDeadline;
    // Not failed, and not yet due: its clock's.
    expect(expectPayload(await retry()).deadline).toMatchObject({ attempts: 0, lastError: null });
    await pool.query(`alter table throw add constraint none_for_now check (status <> 'LANDED') not valid`);
    const failed = await eventually(
      'It has failed three times',
      async () => (await listed({ state: 'FAILING' })).nodes,
      ([node]) => (node?.attempts ?? 0) >= 3 && Date.parse(node?.nextAt ?? '') > clock.now() + 1_000,
      20_000,
    );
    expect(failed).toMatchObject([{ kind: 'THROW', subject: throwId, failedAt: expect.any(String) }]);
    expect(failed[0]?.lastError).toMatch(/none_for_now/);
    expect((await listed({ state: 'DUE' })).nodes).toMatchObject([{ subject: throwId }]);
    await pool.query('alter table throw drop constraint none_for_now');
    const before = clock.now();
    const done = expectPayload(await retry());
    expect(Date.parse(done.deadline?.nextAt ?? '')).toBeLessThanOrEqual(clock.now());
    await eventually(
      'It lands',
      () => execute(app, ada.token, harness.throwState, { id: throwId }),
      ({ node }) => node?.__typename === 'Throw' && node.status === 'LANDED',
      3_000,
    );
    expect(Date.parse(failed[0]?.nextAt ?? '')).toBeGreaterThan(before);
    expect(expectPayload(await retry()).deadline).toBeNull();
    expect(await deedsTo(throwId)).toMatchObject([
      { action: 'retryDeadline', reason: 'The disk has room again.', details: [{ name: 'kind', value: 'THROW' }] },
    ]);
  });

  it('that are none are none, and a subject that is no id makes no sense', async () => {
    const asked = { kind: 'LOBBY' as const, reason: 'Why' };
    const subject = `Game:${randomUUID()}`;
    const { retryDeadline } = await execute(app, admin.token, documents.retryDeadline, { ...asked, subject });
    expect(expectPayload(retryDeadline).deadline).toBeNull();
    for (const wrong of ['Game', 'x']) {
      expect(await errorCodes(app, admin.token, documents.retryDeadline, { ...asked, subject: wrong })).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
    const unsaid = await execute(app, admin.token, documents.retryDeadline, { ...asked, subject, reason: ' ' });
    expectError(unsaid.retryDeadline, 'InvalidInputError');
    expect(await deedsTo(subject)).toEqual([]);
  });
});

describe('jobs', () => {
  const listedJobs = async (variables: { failing?: boolean; name?: string; first?: number; after?: string } = {}) =>
    (await execute(app, admin.token, documents.jobs, variables)).operations.jobs;
  const named = async (name: string) => (await listedJobs({ name })).edges.map(({ node }) => node);
  const retry = async (jobId: string, reason = 'I would not wait.') =>
    (await execute(app, admin.token, documents.retryJob, { jobId, reason })).retryJob;

  it('are listed with when they run, page by page', async () => {
    const { edges } = await listedJobs();
    expect(edges.map(({ node }) => node.name).toSorted()).toEqual(
      ['calendar', 'purge', 'retention', 'standingsDrift', 'sweep', 'unclaimedRewards'].toSorted(),
    );
    const { edges: page, pageInfo } = await listedJobs({ first: 4 });
    const { edges: rest } = await listedJobs({ first: 4, after: pageInfo.endCursor ?? '' });
    expect([...page, ...rest].map(({ node }) => node.id)).toEqual(edges.map(({ node }) => node.id));
    expect((await listedJobs({ failing: true })).edges).toEqual([]);
  });

  it('run now when they are retried, which is written down; where nothing is to be hurried it is not', async () => {
    const [purge] = await eventually(
      'The first run is over',
      () => named('purge'),
      ([job]) => Boolean(job?.lastFinishedAt) && job?.lockedAt === null,
    );
    if (!purge) throw new Error('There is no such job');
    expect(Date.parse(purge.nextRunAt ?? '')).toBeGreaterThan(Date.now() + 600_000);
    expect(expectPayload(await retry(purge.id)).job).toMatchObject({ id: purge.id, name: 'purge' });
    await eventually(
      'It has run again',
      () => named('purge'),
      ([job]) => (job?.lastFinishedAt ?? '') > (purge.lastFinishedAt ?? '') && job?.lockedAt === null,
    );
    expect(await deedsTo(purge.id)).toMatchObject([
      { action: 'retryJob', user: { id: admin.id }, details: [{ name: 'name', value: 'purge' }] },
    ]);
    expect(expectPayload(await retry(`Job:${randomUUID()}`)).job).toBeNull();
    expectError(await retry(purge.id, ''), 'InvalidInputError');
    expect(await errorCodes(app, admin.token, documents.retryJob, { jobId: admin.id, reason: 'Why' })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('that failed say why, and who has one is told', async () => {
    const { pool } = app.services;
    const id = randomUUID();
    // As Agenda leaves what it gave up; nobody here knows its name.
    await pool.query(
      `insert into agenda_jobs (id, name, type, fail_count, fail_reason, failed_at, last_run_at)
       values ($1, 'untold', 'normal', 3, 'no answer', now(), now())`,
      [id],
    );
    expect((await listedJobs({ failing: true })).edges.map(({ node }) => node)).toMatchObject([
      { name: 'untold', every: null, nextRunAt: null, failures: 3, failReason: 'no answer', lockedBy: null },
    ]);
    const again = expectPayload(await retry(`Job:${id}`));
    expect(again.job?.nextRunAt).not.toBeNull();
    await retry(`Job:${id}`, 'Twice.');
    expect(await deedsTo(`Job:${id}`)).toHaveLength(1);
    await pool.query(
      `update agenda_jobs set locked_at = now(), last_modified_by = 'cupbearer-' || (select id from live_node limit 1)
       where id = $1`,
      [id],
    );
    const { operations } = await execute(app, admin.token, documents.nodes);
    expect((await named('untold'))[0]?.lockedBy).toBe(operations.nodes[0]?.id);
    await pool.query('delete from agenda_jobs where id = $1', [id]);
  });
});
