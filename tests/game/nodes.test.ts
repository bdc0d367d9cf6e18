import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { startApp } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { cupOf } from './gameOf.ts';

const anyNode = gql(`
  query GameNode($id: ID!) {
    node(id: $id) {
      __typename id
      ... on Game { status }
      ... on Throw { thrower { handle } }
      ... on Challenge { challenger { handle } throw { id } }
      ... on Cup { position owner { handle } }
    }
  }`);

const byTypedArgument = gql(`
  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }`);

it('finds every kind of object by its global id, whatever the case of its uuid', async () => {
  const app = await startApp();
  const { id, players } = await seedGame(app);
  const [ada, ben] = players;
  const { throw: ball } = await ballInFlight(app, ada.token, id, cupOf(ben, 2));
  const challenged = await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
  const { challenge } = expectPayload(challenged.challengeThrow);
  for (const [globalId, fields] of [
    [id, { __typename: 'Game', status: 'ACTIVE' }],
    [ball.id, { __typename: 'Throw', thrower: { handle: ada.handle } }],
    [challenge.id, { __typename: 'Challenge', challenger: { handle: ben.handle }, throw: { id: ball.id } }],
    [cupOf(ben, 2), { __typename: 'Cup', position: 2, owner: { handle: ben.handle } }],
    [ada.id, { __typename: 'User' }],
  ] as const) {
    const [type, uuid = ''] = globalId.split(':');
    for (const asked of [globalId, `${type}:${uuid.toUpperCase()}`]) {
      expect((await execute(app, ada.token, anyNode, { id: asked })).node).toEqual({ ...fields, id: globalId });
    }
  }
});

it('is null for ids of nothing', async () => {
  const app = await startApp();
  const { players } = await seedGame(app);
  for (const type of ['Game', 'Throw', 'Challenge', 'Cup', 'User']) {
    const { node } = await execute(app, players[0].token, anyNode, { id: `${type}:${randomUUID()}` });
    expect(node, type).toBeNull();
  }
  const { game } = await execute(app, players[0].token, byTypedArgument, { id: `Game:${randomUUID()}` });
  expect(game).toBeNull();
});

it('is BAD_USER_INPUT for malformed ids, unknown types, and types that do not fit', async () => {
  const app = await startApp();
  const { id, players } = await seedGame(app);
  const [ada, ben] = players;
  const uuid = id.replace('Game:', '');
  const codes = async (document: typeof anyNode | typeof byTypedArgument, globalId: string) => {
    const { data, errors } = await send(app, ada.token, document.toString(), { id: globalId });
    expect(data === null || Object.values(data).every((value) => value === null)).toBe(true);
    return errors.map(({ extensions: { code } }) => code);
  };
  const malformed = [
    '',
    'Game',
    'Game:',
    `:${uuid}`,
    uuid,
    `game:${uuid}`,
    `Game:${uuid}x`,
    `Game:${uuid}:1`,
    'Game:1',
  ];
  for (const globalId of [...malformed, Buffer.from(id).toString('base64')]) {
    expect(await codes(anyNode, globalId), globalId).toEqual(['BAD_USER_INPUT']);
    expect(await codes(byTypedArgument, globalId), globalId).toEqual(['BAD_USER_INPUT']);
  }
  for (const type of ['Nonsense', 'Query', 'GameSettings', 'Player', 'Hop', 'toString', 'Constructor']) {
    expect(await codes(anyNode, `${type}:${uuid}`), type).toEqual(['BAD_USER_INPUT']);
  }
  for (const globalId of [ada.id, cupOf(ben), `Throw:${uuid}`]) {
    expect(await codes(byTypedArgument, globalId), globalId).toEqual(['BAD_USER_INPUT']);
  }
  const cup = { gameId: id, cupId: id, nonce: 'n'.repeat(8), thrownAt: new Date().toISOString() };
  const answers = await Promise.all([
    send(app, ada.token, documents.joinGame, { gameId: ada.id }),
    send(app, ada.token, documents.challengeThrow, { throwId: id }),
    send(app, ada.token, documents.throwBall, { input: cup }),
  ]);
  for (const { errors } of answers) {
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
  }
});
