import { randomUUID } from 'node:crypto';
import type { Role } from '../../../entities/user.ts';
import { handToken } from '../../../server/handTokens.ts';
import { cast, mouldOf, tampered, unsigned } from '../../account/forgedToken.ts';
import { mySessions, playAsGuest } from '../../account/documents.ts';
import { password, signedUp } from '../../account/signedUp.ts';
import * as battle from '../../battle/documents.ts';
import { begin, seedBattle } from '../../battle/play.ts';
import type { App } from '../../harness/app.ts';
import * as groupDocuments from '../../group/documents.ts';
import { seedGroup } from '../../group/groupOf.ts';
import * as documents from '../../harness/documents.ts';
import { execute, expectPayload } from '../../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer, type TestGame, type TestPlayer, throwAt } from '../../harness/seed.ts';
import { createQuiz } from '../../quiz/documents.ts';
import * as rooms from '../../quiz/roomDocuments.ts';
import { answer, next, reveal, seedRoom, start, type TestRoom } from '../../quiz/seedRoom.ts';
import { seedService, type TestService } from '../../harness/seedService.ts';
import * as webhooks from '../../webhook/documents.ts';
import { happen, newStream, seedWebhook } from '../../webhook/webhookOf.ts';
import { type Contestants, holdContest } from './contest.ts';
import { operatorsView } from '../../operator/documents.ts';
import { Known } from './known.ts';

/** Somebody who sends requests. */
export interface Sender {
  /** As it is put into the `Authorization` header; null for none. */
  authorization: string | null;
  /** After the session has been ended, as sign-outs do. Undefined for who never had a good token. */
  signInAgain?: () => Promise<void>;
}

/** A part of the world that belongs together: what is known of it, and whose it is. */
export interface Ground {
  known: Known;
  people: Sender[];
}

export interface World {
  grounds: Ground[];
  guests: Sender[];
  admins: Sender[];
  services: Sender[];
  /** Of nobody: no token, or none that is good. */
  strangers: Sender[];
}

/** The same world each time, but for ids, tokens and times. */
export async function makeWorld(app: App): Promise<World> {
  const admin = await seedPlayer(app, ['admin']);
  const service = await seedService(app);
  const grounds = [
    await openLobby(app),
    await gameUnderWay(app),
    await gameWon(app),
    await quizzes(app),
    await quizRoomOpen(app),
    await quizUnderWay(app),
    await battles(app),
    await groups(app),
    await operating(app, admin),
    await hooks(app),
    await contest(app, { admin, service, people: [await seedPlayer(app), await seedPlayer(app)] }),
  ];
  const { session } = expectPayload((await execute(app, null, playAsGuest, { input: {} })).playAsGuest);
  return {
    grounds,
    guests: [senderOf(app, { handle: session.user.handle, token: session.accessToken })],
    admins: [senderOf(app, admin, ['admin'])],
    services: [serviceSender(app, service)],
    strangers: await strangers(app),
  };
}

async function contest(app: App, contestants: Contestants): Promise<Ground> {
  const known = new Known();
  await holdContest(app, known, contestants);
  return { known, people: contestants.people.map((person) => senderOf(app, person)) };
}

async function quizzes(app: App): Promise<Ground> {
  const author = await seedPlayer(app);
  const known = new Known();
  const questions = [{ body: 'Of France?', options: ['Paris', 'Lyon'], correctOptions: [0] }];
  for (const title of ['Capitals', 'Towns']) {
    known.learn(await execute(app, author.token, createQuiz, { input: { title, questions } }));
  }
  return { known, people: [senderOf(app, author), senderOf(app, await seedPlayer(app))] };
}

async function quizRoomOpen(app: App): Promise<Ground> {
  const room = await seedRoom(app);
  return groundOfRoom(app, room, [await seedPlayer(app)]);
}

async function quizUnderWay(app: App): Promise<Ground> {
  const room = await seedRoom(app, { settings: { answerChange: 'LAST' } });
  const [ada, ben] = room.players;
  await start(app, room);
  if (ada) await answer(app, room, ada, 0, [1]);
  await reveal(app, room);
  await next(app, room);
  if (ben) await answer(app, room, ben, 1, [0, 2]);
  return groundOfRoom(app, room);
}

async function groundOfRoom(app: App, room: TestRoom, others: TestPlayer[] = []): Promise<Ground> {
  const { id, host, players } = room;
  const known = new Known();
  for (const document of [rooms.quizRoom, rooms.roomMembers, rooms.polledRoomEvents, rooms.myQuizRooms]) {
    known.learn(await execute<unknown, object>(app, host.token, document.toString(), { id, first: 20 }));
  }
  return { known, people: [host, ...players, ...others].map((person) => senderOf(app, person)) };
}

async function battles(app: App): Promise<Ground> {
  const waiting = await seedBattle(app);
  const running = await seedBattle(app, { people: waiting.fighters });
  const known = new Known();
  const [host] = running.fighters;
  await begin(app, running, host);
  for (const { id } of [waiting, running]) {
    for (const document of [battle.battle, battle.polledBattleEvents, battle.battles]) {
      known.learn(await execute<unknown, object>(app, host.token, document.toString(), { id, first: 20 }));
    }
  }
  return { known, people: running.fighters.map((person) => senderOf(app, person)) };
}

async function groups(app: App): Promise<Ground> {
  const open = await seedGroup(app, 2);
  const closed = await seedGroup(app, 1, { open: false });
  const known = new Known();
  for (const { id, owner } of [open, closed]) {
    const [target] = open.members;
    if (!target) throw new Error('There is nobody');
    await execute(app, owner.token, groupDocuments.inviteToGroup, { groupId: id, userId: target.id });
    for (const document of [groupDocuments.groupState, groupDocuments.groups]) {
      known.learn(await execute<unknown, object>(app, owner.token, document.toString(), { id, first: 20 }));
    }
    known.learn(await execute(app, target.token, groupDocuments.polledInvitations));
  }
  const people = [open.owner, ...open.members, closed.owner, ...closed.members, await seedPlayer(app)];
  return { known, people: people.map((person) => senderOf(app, person)) };
}

/** After the others: there is something to operate. */
async function operating(app: App, admin: TestPlayer): Promise<Ground> {
  const known = new Known();
  known.learn(await execute(app, admin.token, operatorsView));
  return { known, people: [senderOf(app, admin, ['admin'])] };
}

/**
 * Webhooks that have heard of something, which is parked in part: one waits until its server is ready, one is disabled.
 * Of what else happens they hear little: it would be rows for all that is asked here.
 */
async function hooks(app: App): Promise<Ground> {
  const service = await seedService(app, ['webhooks:manage']);
  const { token } = service;
  const webhook = await seedWebhook(app, { token, url: 'https://hooks.example.com/' });
  const paused = await seedWebhook(app, { token, url: 'https://hooks.example.com/paused' });
  await app.services.pool.query(
    `update webhook set paused_until = now() + interval '1 hour' where 'Webhook:' || id = $1`,
    [paused.id],
  );
  await happen(app, newStream(), 2);
  await app.services.pool.query(
    `update webhook_delivery set state = 'PARKED', settled_at = at, next_attempt_at = null where 'Webhook:' || webhook_id = any ($1) and seq = 1`,
    [[webhook.id, paused.id]],
  );
  await execute(app, token, webhooks.updateWebhook, { input: { id: paused.id, events: ['tournament.opened'] } });
  const known = new Known();
  const off = { input: { id: webhook.id, enabled: false } };
  known.learn([{ secret: webhook.secret }, await execute(app, token, webhooks.updateWebhook, off)]);
  for (const { id } of [webhook, paused]) known.learn(await execute(app, token, webhooks.deliveries, { id }));
  return { known, people: [serviceSender(app, service)] };
}

async function openLobby(app: App): Promise<Ground> {
  const host = await seedPlayer(app);
  const { createGame } = await execute(app, host.token, documents.createGame, { input: { maxPlayers: 3 } });
  const { id } = expectPayload(createGame).game;
  const session = await signedUp(app);
  const known = new Known();
  known.learn([createGame, session, { password }, await execute(app, session.accessToken, mySessions)]);
  known.learn(await execute(app, host.token, '{ openGames { pageInfo { startCursor endCursor } } }'));
  await learnGame(app, host.token, known, id);
  const { accessToken: token, user } = session;
  return { known, people: [senderOf(app, host), senderOf(app, { handle: user.handle, token })] };
}

async function gameUnderWay(app: App): Promise<Ground> {
  const game = await seedGame(app, { maxPlayers: 3, challengeSeconds: 120, answerSeconds: 120 });
  const [ada, ben] = game.players;
  const known = new Known();
  known.learn(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
  known.learn(await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? ''));
  const doubted = await ballInFlight(app, ben.token, game.id, ada.cups[0] ?? '');
  known.learn([doubted, await execute(app, ada.token, documents.challengeThrow, { throwId: doubted.throw.id })]);
  return groundOf(app, game, known);
}

async function gameWon(app: App): Promise<Ground> {
  const game = await seedGame(app, { cupsPerPlayer: 1 });
  const [ada, ben] = game.players;
  const known = new Known();
  const won = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  const { id: throwId } = won.throw;
  await execute(app, ben.token, documents.challengeThrow, { throwId });
  const secret = won.answerKey ?? '';
  known.learn([won, await execute(app, ada.token, documents.answerChallenge, { throwId, secret })]);
  return groundOf(app, game, known);
}

async function groundOf(app: App, { id, players }: TestGame, known: Known): Promise<Ground> {
  await learnGame(app, players[0].token, known, id);
  return { known, people: players.map((player) => senderOf(app, player)) };
}

async function learnGame(app: App, token: string, known: Known, id: string): Promise<void> {
  known.learn(await execute(app, token, documents.gameState, { id }));
  known.learn(await execute(app, token, documents.polledEvents, { id }));
  known.learn(await execute(app, token, documents.me));
  known.learn(await execute(app, token, '{ myGames { pageInfo { startCursor endCursor } } }'));
}

function senderOf(app: App, person: { handle: string; token: string }, roles: Role[] = []): Sender {
  const { handle } = person;
  const sender: Sender = {
    authorization: `Bearer ${person.token}`,
    async signInAgain() {
      const asked = { handle, roles, lifeMs: 3_600_000, development: false };
      sender.authorization = `Bearer ${await handToken(app.services, app.tokens, asked)}`;
    },
  };
  return sender;
}

function serviceSender(app: App, { token }: TestService): Sender {
  const sender: Sender = {
    authorization: `Bearer ${token}`,
    async signInAgain() {
      sender.authorization = `Bearer ${(await seedService(app)).token}`;
    },
  };
  return sender;
}

async function strangers(app: App): Promise<Sender[]> {
  const mould = await mouldOf(app);
  const good = await cast(mould);
  const { claims, header } = mould;
  const over = { ...claims, iat: 1_000, exp: 2_000 };
  const tokens = [
    await cast({ ...mould, claims: over }),
    await cast({ ...mould, header: { ...header, typ: 'JWT' } }),
    // Of an account that is gone.
    good,
    tampered(good, { ...claims, roles: ['admin'] }),
    unsigned(mould),
    `${good}x`,
    randomUUID(),
    'null',
    'a.b.c',
    '\u00ff\u00fe',
    'x'.repeat(4_000),
  ];
  const headers = [null, null, null, null, ...tokens.map((token) => `Bearer ${token}`), good, 'Bearer', 'Basic YTpi'];
  return headers.map((authorization) => ({ authorization }));
}
