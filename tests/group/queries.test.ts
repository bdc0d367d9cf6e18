import { expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { startApp } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { join, seedGroup } from './groupOf.ts';

const deepGroups = gql(`
  query GroupDeepRead {
    groups(first: 50) {
      edges {
        node {
          name memberCount inviteCode owner { handle } me { role user { handle } } scoreboard { key title }
        }
      }
    }
  }`);

const deepMembers = gql(`
  query GroupDeepMembers($id: ID!) {
    group(id: $id) {
      members(first: 100) { edges { node { role user { handle level } } } }
      scoreboard { top(first: 100) { edges { node { score user { handle } } } } }
    }
  }`);

it('a list of groups takes no more statements for twenty than for two', async () => {
  const app = await startApp();
  const ada = await seedPlayer(app);
  const read = () => execute(app, ada.token, deepGroups);
  const open = async () => join(app, ada, { groupId: (await seedGroup(app, 1)).id });
  for (let count = 0; count < 2; count += 1) await open();
  const few = await statementsOf(app, read);
  for (let count = 0; count < 18; count += 1) await open();
  expect((await read()).groups.edges).toHaveLength(20);
  expect(await statementsOf(app, read)).toBeLessThanOrEqual(few + 1);
  expect(few).toBeLessThanOrEqual(8);
});

it('members and their scores take no more statements for twenty than for two', async () => {
  const app = await startApp();
  const { id, owner, members } = await seedGroup(app, 1);
  expect(members).toHaveLength(1);
  const read = () => execute(app, owner.token, deepMembers, { id });
  const few = await statementsOf(app, read);
  for (let count = 0; count < 18; count += 1) await join(app, await seedPlayer(app), { groupId: id });
  expect((await read()).group?.members?.edges).toHaveLength(20);
  expect(await statementsOf(app, read)).toBeLessThanOrEqual(few + 1);
  expect(few).toBeLessThanOrEqual(6);
});
