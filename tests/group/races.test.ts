import { expect, it } from 'vitest';
import { atOnce, tally } from '../game/tally.ts';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import * as documents from './documents.ts';
import { join, leave, Points, seedGroup, stateOf, tryJoin } from './groupOf.ts';

/** What nobody here runs into. */
const LIMITS = 'groupsPerUser=100/60,groupActionsPerUser=10000/60,invitationsPerUser=10000/60';

let app: App;
let beside: App;
onTwoNodes({ LIMITS }, (...nodes) => void ([app, beside] = nodes));
/** The two of them by turns. */
const node = (index: number) => (index % 2 === 0 ? app : beside);

const seedMany = (app: App, count: number) => atOnce(count, () => seedPlayer(app));

it('places run out exactly, whichever node is asked', async () => {
  const { id, owner } = await seedGroup(app, 0, { maxMembers: 5 });
  const people = await seedMany(app, 20);
  const joined = await Promise.all(people.map((person, index) => tryJoin(node(index), person, { groupId: id })));
  expect(tally(joined.map(({ __typename }) => __typename))).toEqual({ JoinGroupPayload: 4, GroupFullError: 16 });
  expect((await stateOf(app, owner, id)).memberCount).toBe(5);
});

it('somebody who joins many times at once is in once', async () => {
  const { id, owner } = await seedGroup(app);
  const ben = await seedPlayer(app);
  await atOnce(20, (index) => join(node(index), ben, { groupId: id }));
  expect((await stateOf(app, owner, id)).memberCount).toBe(2);
});

it('a group is passed on to one person, though its owner leaves meanwhile', async () => {
  const seen = await atOnce(12, async (index) => {
    const { id, owner, members } = await seedGroup(app, 2);
    const [ben, cleo] = members;
    if (!ben || !cleo) throw new Error('There is nobody');
    const [transferred] = await Promise.all([
      execute(node(index), owner.token, documents.transferGroup, { groupId: id, userId: cleo.id }),
      leave(node(index + 1), owner, id),
    ]);
    const state = await stateOf(app, ben, id);
    const first = transferred.transferGroup.__typename === 'TransferGroupPayload';
    // Whoever was made the owner first stays it; otherwise the one of longest standing is.
    expect(state.owner.id).toBe(first ? cleo.id : ben.id);
    expect(state.memberCount).toBe(2);
    return first;
  });
  expect(seen).toHaveLength(12);
});

it('a group that everyone leaves while others come has an owner or is over', async () => {
  await atOnce(8, async (index) => {
    const { id, owner, members } = await seedGroup(app, 2);
    const others = await seedMany(app, 2);
    const joined = await Promise.all([
      ...[owner, ...members].map(async (person, turn) => void (await leave(node(index + turn), person, id))),
      ...others.map((person, turn) => tryJoin(node(index + turn), person, { groupId: id })),
    ]);
    const came = joined.filter((result) => result?.__typename === 'JoinGroupPayload').length;
    const state = await stateOf(app, owner, id);
    expect([state.memberCount, state.endedAt === null]).toEqual([came, came > 0]);
  });
});

it('whoever is banned while they join is out', async () => {
  const { id, owner, inviteCode } = await seedGroup(app);
  const people = await seedMany(app, 12);
  await Promise.all(
    people.flatMap((person, index) => [
      tryJoin(node(index), person, index % 3 === 0 ? { inviteCode } : { groupId: id }),
      execute(node(index + 1), owner.token, documents.banFromGroup, { groupId: id, userId: person.id }),
    ]),
  );
  expect((await stateOf(app, owner, id)).memberCount).toBe(1);
});

it('the fiftieth group is one, however many are joined at once', async () => {
  const ada = await seedPlayer(app);
  const input = { name: 'One of many' };
  for (let count = 0; count < 49; count += 1) {
    expectPayload((await execute(app, ada.token, documents.createGroup, { input })).createGroup);
  }
  const groups = await atOnce(6, () => seedGroup(app));
  const joined = await Promise.all([
    ...groups.map(({ id }, index) => tryJoin(node(index), ada, { groupId: id })),
    ...groups.map(
      async (_, index) => (await execute(node(index), ada.token, documents.createGroup, { input })).createGroup,
    ),
  ]);
  const refused = joined.filter(({ __typename }) => __typename === 'TooManyGroupsError');
  expect(refused).toHaveLength(joined.length - 1);
});

it('anything at once, by anyone, on either node, while they score: groups stay in order', async () => {
  const people = await seedMany(app, 8);
  const groups = await atOnce(3, () => seedGroup(app, 0, { maxMembers: 5 }));
  const points = await Points.on(app);
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(Math.random() * values.length)];
    if (value === undefined) throw new RangeError('There is nothing to choose from');
    return value;
  };
  const everyone = [...people, ...groups.map(({ owner }) => owner)];
  const seen = new Set<string>();
  /** One act after the other by turns, of whom it most often is up to as of anyone. */
  const act = async (index: number) => {
    const group = one(groups);
    const groupId = group.id;
    const [by, leads, whom] = [one(everyone), one([group.owner, one(everyone)]), one(everyone)];
    const target = { groupId, userId: whom.id };
    const acts: (() => Promise<unknown>)[] = [
      () => tryJoin(node(index), by, { groupId }),
      () => tryJoin(node(index), by, { groupId }),
      () => tryJoin(node(index), by, index % 120 === 2 ? { inviteCode: group.inviteCode } : { groupId }),
      () => execute(node(index), by.token, documents.leaveGroup, { groupId }),
      () => execute(node(index), leads.token, documents.kickGroupMember, target),
      () => execute(node(index), leads.token, documents.banFromGroup, target),
      () => execute(node(index), leads.token, documents.unbanFromGroup, target),
      () =>
        execute(node(index), leads.token, documents.setGroupRole, {
          ...target,
          role: one(['MODERATOR', 'MEMBER'] as const),
        }),
      () => execute(node(index), leads.token, documents.transferGroup, target),
      () => execute(node(index), leads.token, documents.inviteToGroup, target),
      () => execute(node(index), leads.token, documents.updateGroup, { input: { groupId, open: index % 5 > 0 } }),
      () => points.give(by, 1, node(index)),
    ];
    const answer = JSON.stringify((await acts[index % acts.length]?.().catch(rateLimited)) ?? null);
    for (const [, name] of answer.matchAll(/"__typename":"(\w+)"/g)) seen.add(String(name));
  };
  for (let round = 0; round < 12; round += 1) await atOnce(25, (index) => act(25 * round + index));
  // A hundred times somebody tried to come; whoever leads a group by then is up to chance.
  expect([...seen]).toContain('JoinGroupPayload');
  await Promise.all(groups.map(({ id }) => stateOf(app, one(everyone), id)));
});

/** Codes that were renewed meanwhile are wrong ones. */
function rateLimited(error: unknown): null {
  if (/RATE_LIMITED/.test(String(error))) return null;
  throw error;
}
