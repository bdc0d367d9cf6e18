import { randomUUID } from 'node:crypto';
import { getNamedType, GraphQLObjectType, isLeafType, type GraphQLField } from 'graphql';
import { expect, it } from 'vitest';
import { scopes } from '../../entities/serviceToken.ts';
import { schema } from '../../schema/index.ts';
import type { App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import * as documents from './documents.ts';

const id = randomUUID();

/** What each mutation that is for admins takes; one that is not here fails the test. */
const inputs: Record<string, string> = {
  createServiceToken: 'name: "", scopes: []',
  revokeServiceToken: `id: "ServiceToken:${id}"`,
  defineTournament:
    'name: "", startsAt: "2026-01-01T00:00:00Z", entryClosesAt: "2026-01-01T00:00:00Z", endsAt: "2026-01-01T00:00:00Z"',
  voidThrow: `throwId: "Throw:${id}", reason: "Why"`,
  closeRoom: `roomId: "QuizRoom:${id}", reason: "Why"`,
  kickFromRoom: `roomId: "QuizRoom:${id}", userId: "User:${id}", reason: "Why"`,
  retryDeadline: `kind: THROW, subject: "Throw:${id}", reason: "Why"`,
  retryJob: `jobId: "Job:${id}", reason: "Why"`,
};
const forRoomAdmins = ['closeRoom', 'kickFromRoom'];

let app: App;
onOneNode({}, (node) => void (app = node));

interface Asked {
  name: string;
  document: string;
}

/** Whatever the schema says is for admins: fields of the view, queries and mutations. */
function operatorsFields(): Asked[] {
  const view = schema.getType('Operations');
  if (!(view instanceof GraphQLObjectType)) throw new Error('There is no view');
  const seen = Object.values(view.getFields()).map((field) => ({
    name: `operations.${field.name}`,
    document: `{ operations { ${field.name} ${selection(field)} } }`,
  }));
  const queries = forAdmins(schema.getQueryType()).map((field) => ({
    name: field.name,
    document: `{ ${field.name} ${selection(field)} }`,
  }));
  const mutations = forAdmins(schema.getMutationType()).map(({ name }) => ({
    name,
    document: `mutation { ${name}(input: { ${inputs[name] ?? 'untold: true'} }) { __typename } }`,
  }));
  return [...seen, ...queries, ...mutations];
}

function forAdmins(root: GraphQLObjectType | null | undefined) {
  return Object.values(root?.getFields() ?? {}).filter(({ extensions }) => {
    const options = extensions['pothosOptions'] as { authScopes?: { admin?: boolean } } | undefined;
    return options?.authScopes?.admin === true;
  });
}

function selection({ type }: GraphQLField<unknown, unknown>): string {
  return isLeafType(getNamedType(type)) ? '' : '{ __typename }';
}

it('every field of an operator’s is FORBIDDEN to everyone else, but for the two of rooms:admin', async () => {
  const asked = operatorsFields();
  expect(asked.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['operations', 'operations.nodes', 'serviceTokens', ...Object.keys(inputs)]),
  );
  const player = await seedPlayer(app);
  const admin = await seedPlayer(app, ['admin']);
  const roomAdmin = await seedService(app, ['rooms:admin']);
  const others = await seedService(
    app,
    scopes.filter((scope) => scope !== 'rooms:admin'),
  );
  const may: Record<string, string[]> = { nobody: [], player: [], roomAdmin: [], others: [], admin: [] };
  const tokens = { nobody: null, player: player.token, roomAdmin: roomAdmin.token, others: others.token };
  for (const { name, document } of asked) {
    for (const [who, token] of Object.entries({ ...tokens, admin: admin.token })) {
      const codes = await errorCodes(app, token, document);
      if (codes.length === 0) may[who]?.push(name);
      else expect([name, who, codes]).toEqual([name, who, [token ? 'FORBIDDEN' : 'UNAUTHENTICATED']]);
    }
  }
  const all = asked.map(({ name }) => name);
  expect(may).toEqual({ nobody: [], player: [], others: [], roomAdmin: forRoomAdmins, admin: all });
});

it('an entry of the log is for admins by its id too', async () => {
  const admin = await seedPlayer(app, ['admin']);
  const { operations } = await execute(app, admin.token, documents.auditLog, { first: 1 });
  const entry = operations.auditLog.edges[0]?.node.id;
  const asked = [`query Entry($id: ID!) { node(id: $id) { __typename id } }`, { id: entry }] as const;
  const { token } = await seedService(app);
  expect(await execute(app, admin.token, ...asked)).toEqual({ node: { __typename: 'AuditEntry', id: entry } });
  for (const other of [token, (await seedPlayer(app)).token]) {
    expect(await errorCodes(app, other, ...asked)).toEqual(['FORBIDDEN']);
  }
});
