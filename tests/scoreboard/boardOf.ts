import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { CreateScoreboardInput, SubmitScoreInput, SubmittedScoreInput } from '../gql/graphql.ts';
import { execute, expectPayload, type Target } from '../harness/execute.ts';
import type { App } from '../harness/app.ts';
import { seedService, seedUsers, type TestService } from '../harness/seedService.ts';
import { redisUrl } from '../standings/redisNode.ts';
import * as documents from './documents.ts';

export interface TestBoard {
  id: string;
  key: string;
  service: TestService;
  /** Ids of people who are not on it yet. */
  users: string[];
}

/** A board of its own with people to put on it. */
export async function boardOf(app: App, input: Partial<CreateScoreboardInput> = {}, people = 3): Promise<TestBoard> {
  const service = await seedService(app);
  const settings = { key: `b-${randomUUID().slice(0, 13)}`, title: 'A board', ...input };
  const made = await execute(app, service.token, documents.createScoreboard, { input: settings });
  const { id, key } = expectPayload(made.createScoreboard).scoreboard;
  return { id, key, service, users: await seedUsers(app, service, people) };
}

/** The person of that place among those a board was made with. */
export function personOf({ users }: Pick<TestBoard, 'users'>, index: number): string {
  const id = users[index];
  if (!id) throw new RangeError(`There is no person ${index}`);
  return id;
}

export type ScoreDetails = Partial<Pick<SubmitScoreInput, 'idempotencyKey' | 'action'>>;

/** Submits one score, under a key of its own unless told otherwise. */
export async function submit(
  node: Target,
  { key: scoreboardKey, service }: Pick<TestBoard, 'key' | 'service'>,
  userId: string,
  points: number,
  details: ScoreDetails = {},
) {
  const input = { scoreboardKey, userId, points, idempotencyKey: randomUUID(), ...details };
  return (await execute(node, service.token, documents.submitScore, { input })).submitScore;
}

/** As `submit`, for scores that count. */
export async function scored(...args: Parameters<typeof submit>) {
  return expectPayload(await submit(...args)).entry;
}

export async function submitAll(
  node: Target,
  { key: scoreboardKey, service }: Pick<TestBoard, 'key' | 'service'>,
  scores: SubmittedScoreInput[],
) {
  return (await execute(node, service.token, documents.submitScores, { input: { scoreboardKey, scores } }))
    .submitScores;
}

/** The best of a board as `user score`, and its size. */
export async function standingsOf(
  node: Target,
  { key, service, users }: Pick<TestBoard, 'key' | 'service' | 'users'>,
  season?: number,
) {
  const variables = { key, first: 100, ...(season !== undefined && { season }) };
  const { scoreboard } = await execute(node, service.token, documents.boardTop, variables);
  if (!scoreboard) throw new Error(`There is no board ${key}`);
  return {
    size: scoreboard.size,
    top: scoreboard.top.edges.map(({ node: { user, score } }) => [users.indexOf(user.id), score]),
    ranks: scoreboard.top.edges.map(({ node: { rank } }) => rank),
  };
}

/** What any node wrote shows on any other: at once from the table, within half a second from Redis. */
export async function shows(check: () => Promise<void>): Promise<void> {
  await (redisUrl ? vi.waitFor(check, { timeout: 3_000, interval: 20 }) : check());
}
