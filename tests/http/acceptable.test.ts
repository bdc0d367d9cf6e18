import { describe, expect, it } from 'vitest';
import { countOf, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer, type TestGame } from '../harness/seed.ts';
import { codesOf, post } from './request.ts';

let app: App;
let game: TestGame;
onOneNode({}, async (node) => {
  app = node;
  game = await seedGame(app);
});

const underWay = async () => [
  await countOf(app, 'cupbearer_subscriptions', {}),
  await countOf(app, 'cupbearer_streams_followed', {}),
];

describe('a subscription asked for by who reads no streams', () => {
  it.each([
    'application/json',
    'application/graphql-response+json',
    'multipart/mixed',
    'image/png',
    'text/event-stream;charset=latin1',
  ])('but %s is refused with 406, and nothing is followed', async (accept) => {
    const body = { query: String(documents.gameEvents), variables: { gameId: game.id } };
    const answer = await post(app, body, { accept, authorization: `Bearer ${game.players[0].token}` });
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 406, codes: ['BAD_USER_INPUT'] });
    expect(answer.body?.errors?.[0]?.message).toContain('text/event-stream');
    expect(answer.text).not.toContain('http"');
    expect(await underWay()).toEqual([0, 0]);
  });
});

describe('an operation whose answer nobody would read', () => {
  it.each(['image/png', 'text/plain, text/html', 'application/json;charset=latin1'])(
    'as only %s is accepted is refused with 406, and does nothing',
    async (accept) => {
      const { token } = await seedPlayer(app);
      const answer = await post(
        app,
        { query: 'mutation { createGame { __typename } }' },
        { accept, authorization: `Bearer ${token}` },
      );
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 406, codes: ['BAD_USER_INPUT'] });
      expect(answer.body?.errors?.[0]?.message).toContain('application/json');
      expect(await execute(app, token, '{ myGames { edges { node { id } } } }')).toEqual({ myGames: { edges: [] } });
    },
  );

  it.each(['', '*/*', 'application/*', 'text/html, application/json;q=0.9', 'APPLICATION/JSON; charset=UTF-8'])(
    'comes when "%s" is accepted',
    async (accept) => {
      expect(await post(app, { query: '{ __typename }' }, { accept })).toMatchObject({ status: 200 });
    },
  );
});
