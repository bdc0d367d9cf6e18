import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scopes, type Scope } from '../../entities/serviceToken.ts';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer } from '../harness/seed.ts';
import { createServiceToken, seedService } from '../harness/seedService.ts';
import * as accounts from './documents.ts';
import * as documents from './serviceDocuments.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const wanted = { name: 'Arcade', scopes: ['scores:write'] };
const someone = `User:${globalBoardId}`;

describe('a service token', () => {
  it('is made, listed and revoked by admins alone', async () => {
    const [player, service] = [await seedPlayer(app), await seedService(app)];
    const callers = { none: null, player: player.token, service: service.token };
    const answers: Record<string, string[]> = {};
    for (const [who, token] of Object.entries(callers)) {
      answers[who] = [
        ...(await errorCodes(app, token, createServiceToken, { input: wanted })),
        ...(await errorCodes(app, token, documents.revokeServiceToken, { id: service.id })),
        ...(await errorCodes(app, token, documents.serviceTokens, {})),
        ...(await errorCodes(app, token, documents.serviceTokenByNode, { id: service.id })),
      ];
    }
    const times = (code: string) => Array.from({ length: 4 }, () => code);
    expect(answers).toEqual({
      none: times('UNAUTHENTICATED'),
      player: times('FORBIDDEN'),
      service: times('FORBIDDEN'),
    });
    expect(await execute(app, service.token, harness.me)).toEqual({ me: null });
  });

  const refused: [input: { name?: string; scopes?: string[]; expiresAt?: string }, fields: string[]][] = [
    [{ name: '  ' }, ['name']],
    [{ name: 'x'.repeat(81) }, ['name']],
    [{ name: 'a\u0000b' }, ['name']],
    [{ name: 'half a character: \ud800' }, ['name']],
    [{ scopes: [] }, ['scopes']],
    [{ scopes: ['scores:write', 'scores:read'] }, ['scopes']],
    [{ expiresAt: '2026-01-01T00:00:00.000Z' }, ['expiresAt']],
    [{ name: '', scopes: ['*'], expiresAt: '1970-01-01T00:00:00Z' }, ['name', 'scopes', 'expiresAt']],
  ];

  it('is not made without a name one can see, scopes there are and an end to come', async () => {
    const app = await startApp({ clock: new ManualClock(Date.parse('2026-01-01T00:00:00Z')) });
    const { token } = await seedPlayer(app, ['admin']);
    for (const [input, fields] of refused) {
      const answer = await execute(app, token, createServiceToken, { input: { ...wanted, ...input } });
      const error = expectError(answer.createServiceToken, 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(fields);
    }
    expect((await execute(app, token, documents.serviceTokens, {})).serviceTokens.edges).toEqual([]);
  });

  it('is told once: the database keeps its hash, and admins see all but it', async () => {
    const clock = new ManualClock(Date.parse('2026-02-03T04:05:06.789Z'));
    const app = await startApp({ clock });
    const admin = await seedPlayer(app, ['admin']);
    const expiresAt = '2026-03-01T00:00:00.000Z';
    const input = { name: ' Arcade ', scopes: ['users:write', 'scores:write', 'users:write'], expiresAt };
    const made = expectPayload((await execute(app, admin.token, createServiceToken, { input })).createServiceToken);
    expect(made.token).toMatch(/^cbs_[\w-]{43}$/);
    expect(made.id).toMatch(/^ServiceToken:[0-9a-f-]{36}$/);
    const { rows } = await app.services.pool.query<{ hash: string; all: string }>(
      'select hash, service_token::text as all from service_token',
    );
    expect(rows.map(({ hash }) => hash)).toEqual([createHash('sha256').update(made.token).digest('base64url')]);
    expect(rows[0]?.all).not.toContain(made.token.slice(4, 20));
    expect(await execute(app, admin.token, documents.serviceTokens, {})).toMatchObject({
      serviceTokens: {
        edges: [
          {
            node: {
              id: made.id,
              name: 'Arcade',
              scopes: ['users:write', 'scores:write'],
              createdAt: '2026-02-03T04:05:06.789Z',
              expiresAt,
              revokedAt: null,
            },
          },
        ],
      },
    });
    expect(await execute(app, admin.token, documents.serviceTokenByNode, { id: made.id })).toEqual({
      node: { __typename: 'ServiceToken', id: made.id, name: 'Arcade' },
    });
  });

  it('ends when it says', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const { token } = await seedService(app, ['users:write'], {
      expiresAt: new Date(clock.now() + 60_000).toISOString(),
    });
    expect(await errorCodes(app, token, harness.me)).toEqual([]);
    clock.advance(59_999);
    expect(await errorCodes(app, token, harness.me)).toEqual([]);
    clock.advance(1);
    expect(await errorCodes(app, token, harness.me)).toEqual(['UNAUTHENTICATED']);
    // Also where nobody remembers it.
    const later = await startApp({ beside: app, clock });
    expect(await errorCodes(later, token, harness.me)).toEqual(['UNAUTHENTICATED']);
  });

  it('is revoked on its node at once and on another within a second, once and for all', async () => {
    const here = { url: app.url };
    const beside = await startApp({ beside: app });
    const admin = await seedPlayer(app, ['admin']);
    const [revoked, other] = [await seedService(app), await seedService(app)];
    for (const node of [app, beside]) expect(await errorCodes(node, revoked.token, harness.me)).toEqual([]);
    const revoke = async (id: string) =>
      (await execute(here, admin.token, documents.revokeServiceToken, { id })).revokeServiceToken;
    expect(await revoke(revoked.id)).toEqual({ __typename: 'RevokeServiceTokenPayload', ok: true });
    expect(await errorCodes(here, revoked.token, harness.me)).toEqual(['UNAUTHENTICATED']);
    await eventually(
      'A refusal by the other node',
      () => errorCodes(beside, revoked.token, harness.me),
      ([code]) => code === 'UNAUTHENTICATED',
      1_000,
    );
    const revokedAt = async () => {
      const { serviceTokens } = await execute(app, admin.token, documents.serviceTokens, {});
      return serviceTokens.edges.find(({ node }) => node.id === revoked.id)?.node.revokedAt;
    };
    const at = await revokedAt();
    expect(at).toEqual(expect.any(String));
    expectPayload(await revoke(revoked.id));
    expect(await revokedAt()).toBe(at);
    expectError(await revoke(`ServiceToken:${globalBoardId}`), 'NotFoundError');
    expect(await errorCodes(app, admin.token, documents.revokeServiceToken, { id: someone })).toEqual([
      'BAD_USER_INPUT',
    ]);
    for (const node of [app, beside]) expect(await errorCodes(node, other.token, harness.me)).toEqual([]);
    const later = await startApp({ beside: app });
    expect(await errorCodes(later, revoked.token, harness.me)).toEqual(['UNAUTHENTICATED']);
  });

  it('is refused when it is none', async () => {
    for (const token of ['cbs_', 'cbs_nonsense', `cbs_${'x'.repeat(43)}`, `cbs_${'x'.repeat(5_000)}`]) {
      expect(await errorCodes(app, token, harness.me)).toEqual(['UNAUTHENTICATED']);
    }
  });
});

describe('what a service may', () => {
  /** Every mutation that takes a scope, sensible enough to get past the parser. */
  const mutations: Record<string, [scope: Scope, input: string]> = {
    createUser: ['users:write', 'handle: "someone"'],
    createScoreboard: ['scores:write', 'key: "a-board", title: "A board"'],
    submitScore: ['scores:write', `scoreboardKey: "none", userId: "${someone}", points: 1, idempotencyKey: "1"`],
    submitScores: ['scores:write', 'scoreboardKey: "none", scores: []'],
    recordProgress: ['progress:write', `userId: "${someone}", levels: 1, eventId: "1"`],
    reserveCoins: ['coins:write', `userId: "${someone}", amount: 1, purpose: "Hat", reservationId: "1"`],
    confirmReservation: ['coins:write', 'reservationId: "1"'],
    rollBackReservation: ['coins:write', 'reservationId: "1"'],
    closeRoom: ['rooms:admin', `roomId: "QuizRoom:${globalBoardId}", reason: "Why"`],
    kickFromRoom: ['rooms:admin', `roomId: "QuizRoom:${globalBoardId}", userId: "${someone}", reason: "Why"`],
  };
  /** Those that are for admins too. */
  const shared = new Set(['closeRoom', 'kickFromRoom']);

  it('change is what its scopes say, mutation by mutation', async () => {
    const [player, admin] = [await seedPlayer(app), await seedPlayer(app, ['admin'])];
    const may: Record<string, string[]> = {};
    const asked = Object.entries(mutations).map(
      ([name, [scope, input]]) => [name, scope, `mutation { ${name}(input: { ${input} }) { __typename } }`] as const,
    );
    for (const scope of scopes) {
      const { token } = await seedService(app, [scope]);
      may[scope] = [];
      for (const [name, , document] of asked) {
        const refusal = await errorCodes(app, token, document);
        if (refusal.length === 0) may[scope].push(name);
        else expect(refusal).toEqual(['FORBIDDEN']);
      }
    }
    expect(may).toEqual(
      Object.fromEntries(scopes.map((scope) => [scope, asked.flatMap(([name, of]) => (of === scope ? name : []))])),
    );
    for (const [name, , document] of asked) {
      expect([name, await errorCodes(app, null, document)]).toEqual([name, ['UNAUTHENTICATED']]);
      expect([name, await errorCodes(app, player.token, document)]).toEqual([name, ['FORBIDDEN']]);
      const asAdmin = shared.has(name) ? [] : ['FORBIDDEN'];
      expect([name, await errorCodes(app, admin.token, document)]).toEqual([name, asAdmin]);
    }
  });

  it('not do is whatever takes a person', async () => {
    const { token } = await seedService(app);
    const { id: gameId, players } = await seedGame(app);
    const thrownAt = new Date().toISOString();
    const refused: [{ toString(): string }, unknown][] = [
      [harness.createGame, { input: {} }],
      [harness.joinGame, { gameId }],
      [harness.startGame, { gameId }],
      [harness.leaveGame, { gameId }],
      [harness.throwBall, { input: { gameId, cupId: players[0].cups[0], nonce: 'nonce-nonce', thrownAt } }],
      [harness.challengeThrow, { throwId: `Throw:${globalBoardId}` }],
      [harness.answerChallenge, { throwId: `Throw:${globalBoardId}`, secret: 'secret' }],
      [`mutation { voidThrow(input: { throwId: "Throw:${globalBoardId}", reason: "Why" }) { __typename } }`, {}],
      ['{ myGames { edges { cursor } } }', {}],
      [accounts.signOut, {}],
      [documents.servicePolls, { handle: players[0].handle }],
    ];
    const answers = [];
    for (const [document, variables] of refused)
      answers.push(await errorCodes(app, token, document.toString(), variables));
    expect(answers).toEqual(refused.map(() => ['FORBIDDEN']));
  });

  it('read is people with their coins, games and boards', async () => {
    const app = await startApp();
    const { token } = await seedService(app, ['scores:write']);
    const { id: gameId, players } = await seedGame(app);
    const [{ handle, id }] = players;
    expect(await execute(app, token, documents.serviceReads, { handle, id, gameId })).toEqual({
      me: null,
      serverTime: expect.any(String),
      user: { id, level: 1, coins: 1000 },
      node: { __typename: 'User', handle, coins: 1000 },
      game: { status: 'ACTIVE', scoreboard: { size: 2 } },
      globalLeaderboard: { key: 'global' },
      scoreboards: { edges: [{ node: { key: 'global' } }] },
    });
  });
});
