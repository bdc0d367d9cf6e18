import { randomUUID } from 'node:crypto';
import type { App } from '../../harness/app.ts';
import { execute } from '../../harness/execute.ts';
import type { TestPlayer } from '../../harness/seed.ts';
import type { TestService } from '../../harness/seedService.ts';
import type { Known } from './known.ts';

const hourMs = 3_600_000;

/** Who has a part in it. */
export interface Contestants {
  admin: TestPlayer;
  service: TestService;
  people: readonly TestPlayer[];
}

/** A board with scores, a tournament under way that people entered, coins taken aside; all of it learnt. */
export async function holdContest(app: App, known: Known, { admin, service, people }: Contestants): Promise<void> {
  const tell = async (token: string, document: string, variables: object = {}) => {
    const answer: unknown = await execute(app, token, document, variables);
    if (JSON.stringify(answer).includes('"message"')) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    known.learn(answer);
  };
  const key = `b-${randomUUID().slice(0, 13)}`;
  const now = app.services.clock.now();
  const [startsAt, entryClosesAt, endsAt] = [-1, 1, 2].map((hours) => new Date(now + hours * hourMs));
  const times = { startsAt, entryClosesAt, endsAt };
  await tell(service.token, createScoreboard, { key });
  await tell(admin.token, defineTournament, { times: { ...times, name: key, minLevel: 1, entryFee: 10 } });
  for (const { id: userId, token } of people) {
    const once = `once-${userId}`;
    await tell(service.token, scored, { key, userId, once, reservationId: `Reservation:${randomUUID()}` });
    known.learn({ idempotencyKey: once, eventId: once });
    const [tournamentId] = known.idsOf('Tournament');
    await tell(token, entered, { tournamentId });
    await tell(token, reads, { key, tournamentId });
  }
  await tell(
    admin.token,
    '{ serviceTokens(first: 1) { pageInfo { startCursor endCursor } edges { node { id name scopes } } } }',
  );
}

const createScoreboard = `mutation ($key: String!) {
  createScoreboard(input: { key: $key, title: "A board", submission: PLAYER, resetSchedule: "0 0 * * 1" }) {
    ... on CreateScoreboardPayload { scoreboard { id key title resetSchedule resetsAt } }
    ... on Error { message }
  }
}`;

const defineTournament = `mutation ($times: DefineTournamentInput!) {
  defineTournament(input: $times) {
    ... on DefineTournamentPayload { tournament { id name cursor startsAt entryClosesAt endsAt } }
    ... on Error { message }
  }
}`;

const scored = `mutation ($key: String!, $userId: ID!, $once: String!, $reservationId: ID!) {
  submitScore(input: { scoreboardKey: $key, userId: $userId, points: 7, idempotencyKey: $once }) {
    __typename
    ... on Error { message }
  }
  recordProgress(input: { userId: $userId, levels: 1, eventId: $once }) { __typename ... on Error { message } }
  reserveCoins(input: { reservationId: $reservationId, userId: $userId, amount: 5, purpose: "a hat" }) {
    ... on ReserveCoinsPayload { reservation { id purpose expiresAt } }
    ... on Error { message }
  }
}`;

const entered = `mutation ($tournamentId: ID!) {
  enterTournament(input: { tournamentId: $tournamentId }) {
    ... on EnterTournamentPayload { entry { id group { id scoreboard { id key } } } }
    ... on Error { message }
  }
}`;

const reads = `query ($key: String!, $tournamentId: ID!) {
  me { id handle cursor }
  scoreboard(key: $key) { id key top { pageInfo { startCursor endCursor } } }
  tournament(id: $tournamentId) { id cursor events { edges { cursor } } }
  tournaments { pageInfo { startCursor endCursor } }
  myTournaments { pageInfo { startCursor endCursor } }
}`;
