import { randomUUID } from 'node:crypto';
import type { CreateGroupInput } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService, type TestService } from '../harness/seedService.ts';
import * as documents from './documents.ts';

type Who = Pick<TestPlayer, 'token'>;

export interface TestGroup {
  id: string;
  inviteCode: string;
  owner: TestPlayer;
  /** In the order in which they came, without the owner. */
  members: TestPlayer[];
}

/** A group with so many members besides its owner. */
export async function seedGroup(app: App, memberCount = 0, input: Partial<CreateGroupInput> = {}): Promise<TestGroup> {
  const owner = await seedPlayer(app);
  const { createGroup } = await execute(app, owner.token, documents.createGroup, {
    input: { name: 'Throwers', ...input },
  });
  const { id, inviteCode } = expectPayload(createGroup).group;
  const members: TestPlayer[] = [];
  for (let count = 0; count < memberCount; count += 1) {
    const member = await seedPlayer(app);
    await join(app, member, { inviteCode });
    members.push(member);
  }
  return { id, inviteCode: inviteCode ?? '', owner, members };
}

/** What joining comes to, whatever that is. */
export async function tryJoin(app: App, { token }: Who, input: { groupId?: string; inviteCode?: string | null }) {
  return (await execute(app, token, documents.joinGroup, { input })).joinGroup;
}

export async function join(app: App, who: Who, input: { groupId?: string; inviteCode?: string | null }) {
  return expectPayload(await tryJoin(app, who, input)).group;
}

export async function leave(app: App, { token }: Who, groupId: string) {
  return expectPayload((await execute(app, token, documents.leaveGroup, { groupId })).leaveGroup).group;
}

/** The group as somebody sees it. */
export async function stateOf(app: App, { token }: Who, id: string, page: { first?: number; after?: string } = {}) {
  const { group } = await execute(app, token, documents.groupState, { id, ...page });
  if (!group) throw new Error(`There is no group ${id}`);
  return group;
}

/** Roles by person, in the order in which they came. */
export async function rolesOf(app: App, who: Who, id: string): Promise<[id: string, role: string][]> {
  const { members } = await stateOf(app, who, id);
  return members?.edges.map(({ node }) => [node.user.id, node.role]) ?? [];
}

/** Points by person on the group's board, the best first. */
export async function scoresOf(app: App, { token }: Who, id: string): Promise<[id: string, score: number][]> {
  const { group } = await execute(app, token, documents.groupScores, { id });
  return group?.scoreboard.top.edges.map(({ node }) => [node.user.id, node.score]) ?? [];
}

/** A board of an integrator's, and points on it. */
export class Points {
  readonly #app: App;
  readonly service: TestService;
  readonly key: string;

  constructor(app: App, service: TestService, key: string) {
    this.#app = app;
    this.service = service;
    this.key = key;
  }

  static async on(app: App, key = `points-${randomUUID()}`, settings: object = {}): Promise<Points> {
    const service = await seedService(app, ['scores:write']);
    await execute(app, service.token, makeBoard, { input: { key, title: key, ...settings } });
    return new Points(app, service, key);
  }

  async give({ id: userId }: Pick<TestPlayer, 'id'>, points: number, app = this.#app): Promise<void> {
    const input = { scoreboardKey: this.key, userId, points, idempotencyKey: randomUUID() };
    const answer: unknown = await execute(app, this.service.token, submit, { input });
    if (!JSON.stringify(answer).includes('SubmitScorePayload')) throw new Error(JSON.stringify(answer));
  }
}

const makeBoard = `mutation ($input: CreateScoreboardInput!) {
  createScoreboard(input: $input) { __typename ... on Error { message } }
}`;
const submit = `mutation ($input: SubmitScoreInput!) {
  submitScore(input: $input) { __typename ... on Error { message } }
}`;
