import { expect, it } from 'vitest';
import { revokeServiceToken } from '../account/serviceDocuments.ts';
import type { App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { createServiceToken, seedService } from '../harness/seedService.ts';
import { seedRoom, type TestRoom } from '../quiz/seedRoom.ts';
import { defineTournament } from '../tournament/documents.ts';
import * as documents from './documents.ts';

let app: App;
let admin: TestPlayer;
onOneNode({}, async (node) => {
  app = node;
  admin = await seedPlayer(app, ['admin']);
});

async function entries(variables: { first?: number; after?: string; by?: string; action?: string; subject?: string }) {
  const { operations } = await execute(app, admin.token, documents.auditLog, variables);
  return { ...operations.auditLog, nodes: operations.auditLog.edges.map(({ node }) => node) };
}

async function close({ id: roomId }: TestRoom, token: string, reason: string) {
  const { closeRoom } = await execute(app, token, documents.closeRoom, { roomId, reason });
  return expectPayload(closeRoom);
}

it('has what admins did before there was a view, once each', async () => {
  const input = { name: 'Arcade', scopes: ['scores:write', 'rooms:admin'], expiresAt: '2126-01-01T00:00:00.000Z' };
  const { createServiceToken: made } = await execute(app, admin.token, createServiceToken, { input });
  const { id, token } = expectPayload(made);
  for (let times = 0; times < 2; times += 1) await execute(app, admin.token, revokeServiceToken, { id });
  expect((await entries({ subject: id })).nodes).toMatchObject([
    { action: 'revokeServiceToken', user: { id: admin.id, handle: admin.handle }, reason: null, details: [] },
    {
      action: 'createServiceToken',
      details: [
        { name: 'scopes', value: 'scores:write rooms:admin' },
        { name: 'expiresAt', value: input.expiresAt },
      ],
    },
  ]);
  const { rows } = await app.services.pool.query<{ text: string }>('select audit_entry::text as text from audit_entry');
  for (const { text } of rows) expect(text).not.toContain(token.slice(4, 20));
  const hours = (ahead: number) => new Date(app.services.clock.now() + ahead * 3_600_000).toISOString();
  const cup = { name: 'The cup', startsAt: hours(1), entryClosesAt: hours(2), endsAt: hours(3) };
  const define = async () =>
    expectPayload((await execute(app, admin.token, defineTournament, { input: cup })).defineTournament);
  const { tournament } = await define();
  await define();
  expect((await entries({ subject: tournament.id })).nodes).toMatchObject([{ action: 'defineTournament' }]);
});

it('is read by who, what and whom, page by page, the newest first', async () => {
  const [ada, ben] = [await seedPlayer(app, ['admin']), await seedPlayer(app, ['admin'])];
  const service = await seedService(app, ['rooms:admin']);
  const rooms = [];
  for (const [index, { token }] of [ada, ben, service, ada].entries()) {
    const room = await seedRoom(app, { players: 0 });
    await close(room, token, `No. ${index}`);
    rooms.push(room);
  }
  const reasons = async (asked: Parameters<typeof entries>[0]) =>
    (await entries(asked)).nodes.map(({ reason }) => reason);
  expect(await reasons({ by: ada.id })).toEqual(['No. 3', 'No. 0']);
  expect(await reasons({ by: service.id })).toEqual(['No. 2']);
  expect(await reasons({ action: 'closeRoom' })).toEqual(['No. 3', 'No. 2', 'No. 1', 'No. 0']);
  expect(await reasons({ by: ada.id, subject: rooms[0]?.id ?? '' })).toEqual(['No. 0']);
  expect(await reasons({ action: 'nothing' })).toEqual([]);
  const { nodes, pageInfo } = await entries({ action: 'closeRoom', first: 3 });
  expect(nodes).toHaveLength(3);
  expect(await reasons({ action: 'closeRoom', first: 3, after: pageInfo.endCursor ?? '' })).toEqual(['No. 0']);
  const wrong = [{ by: rooms[0]?.id }, { after: 'x' }, { first: 201 }];
  for (const variables of wrong) {
    expect(await errorCodes(app, admin.token, documents.auditLog.toString(), variables)).toEqual(['BAD_USER_INPUT']);
  }
});

it('is only ever added to: the database refuses everything else', async () => {
  const room = await seedRoom(app, { players: 0 });
  await close(room, admin.token, 'Enough.');
  const { pool } = app.services;
  const refused = [
    `update audit_entry set reason = 'another'`,
    'delete from audit_entry',
    'truncate audit_entry',
    `insert into audit_entry select * from audit_entry on conflict (id) do update set reason = 'another'`,
  ];
  for (const statement of refused) await expect(pool.query(statement), statement).rejects.toThrow('only added to');
  expect((await entries({ subject: room.id })).nodes).toMatchObject([{ reason: 'Enough.' }]);
});

it('and what is done stand and fall together', async () => {
  const { pool } = app.services;
  const room = await seedRoom(app, { players: 0 });
  // The entry can't be written.
  await pool.query('alter table audit_entry add constraint none_for_now check (false) not valid');
  const input = { name: 'Arcade', scopes: ['scores:write'] };
  const service = await pool.query('select from service_token');
  try {
    const asked = { roomId: room.id, reason: 'Enough.' };
    expect(await errorCodes(app, admin.token, documents.closeRoom, asked)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await errorCodes(app, admin.token, createServiceToken, { input })).toEqual(['INTERNAL_SERVER_ERROR']);
  } finally {
    await pool.query('alter table audit_entry drop constraint none_for_now');
  }
  expect((await pool.query('select from service_token')).rowCount).toBe(service.rowCount);
  expect(
    (await pool.query(`select from quiz_room where phase = 'ENDED' and id = $1`, [room.id.slice(9)])).rowCount,
  ).toBe(0);
  // What is to be written down can't be done.
  await pool.query(`alter table quiz_room add constraint none_for_now check (phase <> 'ENDED') not valid`);
  try {
    const asked = { roomId: room.id, reason: 'Enough.' };
    expect(await errorCodes(app, admin.token, documents.closeRoom, asked)).toEqual(['INTERNAL_SERVER_ERROR']);
  } finally {
    await pool.query('alter table quiz_room drop constraint none_for_now');
  }
  expect((await entries({ subject: room.id })).nodes).toEqual([]);
  await close(room, admin.token, 'Enough.');
  expect((await entries({ subject: room.id })).nodes).toHaveLength(1);
});
