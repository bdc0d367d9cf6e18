import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { auditActions } from '../../entities/auditEntry.ts';
import { reasonLength } from '../../resolvers/operator/readReason.ts';
import { startApp } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer } from '../harness/seed.ts';
import { seedBattle, begin } from '../battle/play.ts';
import { seedRoom } from '../quiz/seedRoom.ts';

const document = 'docs/operating.md';
const graphqlFence = /^```graphql\n(.*?)^```$/gms;
const sqlFence = /^```sql\n(.*?)^```$/gms;

it('every operation of the document does what it says, and so does its SQL', async () => {
  const app = await startApp();
  const admin = await seedPlayer(app, ['admin']);
  const text = await readFile(document, 'utf8');
  const known = new Map(
    [...text.matchAll(graphqlFence)].map(([, source = '']) => {
      const [definition] = parse(source).definitions;
      return [(definition?.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || '', source];
    }),
  );
  const ask = (name: string, variables = {}) => {
    const source = known.get(name);
    known.delete(name);
    if (!source) throw new Error(`${document} has no operation ${name}`);
    return execute<Record<string, unknown>, object>(app, admin.token, source, variables);
  };
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  const room = await seedRoom(app, { players: 2 });
  const battle = await seedBattle(app);
  await begin(app, battle, battle.fighters[0]);
  expect(await ask('Live')).toMatchObject({
    operations: {
      games: { edges: [{ node: { id: game.id } }] },
      rooms: { edges: [{ node: { id: room.id, memberCount: 3 } }] },
      battles: { edges: [{ node: { id: battle.id } }] },
    },
  });
  expect(await ask('Nodes')).toMatchObject({ operations: { nodes: app.nodes.map(() => ({ sockets: 0 })) } });
  expect(await ask('Failing')).toEqual({ operations: { deadlines: { edges: [] }, jobs: { edges: [] } } });
  expect(await ask('RetryDeadline', { kind: 'THROW', subject: ball.id })).toMatchObject({
    retryDeadline: { deadline: { lastError: null } },
  });
  const { rows } = await app.services.pool.query<{ id: string }>(`select id from agenda_jobs where name = 'purge'`);
  expect(await ask('RetryJob', { jobId: `Job:${rows[0]?.id}` })).toMatchObject({
    retryJob: { job: { name: 'purge' } },
  });
  expect(await ask('Kick', { roomId: room.id, userId: room.players[0]?.id })).toMatchObject({
    kickFromRoom: { room: { memberCount: 2 } },
  });
  expect(await ask('Close', { roomId: room.id })).toMatchObject({ closeRoom: { room: { phase: 'ENDED' } } });
  expect(await ask('Void', { throwId: ball.id })).toMatchObject({ voidThrow: { throw: { status: 'VOIDED' } } });
  expect(await ask('AuditLog', { subject: room.id })).toMatchObject({
    operations: { auditLog: { edges: [{ node: { action: 'closeRoom' } }, { node: { action: 'kickFromRoom' } }] } },
  });
  expect([...known.keys()]).toEqual([]);
  const client = await app.services.pool.connect();
  await client.query(`insert into audit_entry select gen_random_uuid(), '2020-01-01', by_user_id, by_service_id, action,
    subject, reason, details from audit_entry limit 1`);
  const count = async () => (await client.query('select from audit_entry')).rowCount ?? 0;
  const before = await count();
  for (const [, statements = ''] of text.matchAll(sqlFence)) await client.query(statements);
  expect(await count()).toBe(before - 1);
  await expect(client.query('delete from audit_entry')).rejects.toThrow('only added to');
  client.release();
});

it('the document names every deed that is written down, and how long a reason is', async () => {
  const text = await readFile(document, 'utf8');
  for (const action of auditActions) expect(text).toContain(action);
  expect(text).toContain(`1 to ${reasonLength} characters`);
});
