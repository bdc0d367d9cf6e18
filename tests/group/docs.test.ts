import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { groupDescriptionLength, groupNameLength, groupSize } from '../../rules/groupSettings.ts';
import { mostGroups } from '../../rules/group.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { startApp } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import { execute } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedGroup } from './groupOf.ts';

const document = 'docs/groups.md';
const fence = /^```graphql\n(.*?)^```$/gms;

/** The document's operations by name. */
async function operations(): Promise<Map<string, string>> {
  const texts = [...(await readFile(document, 'utf8')).matchAll(fence)].map(([, text = '']) => text);
  return new Map(
    texts.map((text) => {
      const [definition] = parse(text).definitions;
      return [(definition?.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || '', text];
    }),
  );
}

it('every operation of the document does what it says, and a program comes where it is asked to', async () => {
  const app = await startApp();
  const [ada, ben, bot] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
  const known = await operations();
  const ask = (name: string, token: string, variables = {}) => {
    const text = known.get(name);
    known.delete(name);
    if (!text) throw new Error(`${document} has no operation ${name}`);
    return execute<Record<string, unknown>, object>(app, token, text, variables);
  };
  const { createGroup } = (await ask('Create', ada.token)) as { createGroup: { group: { id: string } } };
  const { id: groupId } = createGroup.group;
  expect(await ask('Find', ben.token)).toMatchObject({
    groups: { edges: [{ node: { id: groupId, maxMembers: 20 } }] },
  });
  expect(await ask('Join', ben.token, { groupId })).toMatchObject({
    joinGroup: { group: { name: 'The Throwers', memberCount: 2, me: { role: 'MEMBER' } } },
  });
  const invite = known.get('Invite') ?? '';
  expect(await ask('Invite', ben.token, { groupId, userId: bot.id })).toMatchObject({
    inviteToGroup: { group: { name: 'The Throwers' } },
  });
  const closed = await seedGroup(app, 0, { name: 'Behind doors', open: false });
  await execute<unknown, object>(app, closed.owner.token, invite, { groupId: closed.id, userId: bot.id });
  const { load } = await docProject(document, app.url);
  const { acceptInvitations } = await load<{
    acceptInvitations(token: () => Promise<string>, most: number): Promise<string[]>;
  }>('acceptInvitations.ts');
  const joined = acceptInvitations(() => Promise.resolve(bot.token), 2);
  expect(await within(10_000, 'Both groups', joined)).toEqual(['The Throwers', 'Behind doors']);
  expect(await ask('Board', ada.token, { groupId })).toMatchObject({
    group: { scoreboard: { top: { edges: [{ node: { rank: 1, score: 0 } }, {}, {}] } } },
  });
  expect([...known.keys()]).toEqual([]);
  await socketsClosed(app);
});

it('what is TypeScript in it has the right types', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['acceptInvitations.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

it('the numbers of the document, and of the schema, are those of the rules', async () => {
  const [text, schema] = [await readFile(document, 'utf8'), await readFile('schema.graphql', 'utf8')];
  expect(text).toContain(`a person may be in ${mostGroups} groups`);
  expect(text).toContain(`up to ${groupSize.most.toLocaleString('en')} members`);
  expect(schema).toContain(
    `Places, yours among them, ${groupSize.least} to ${groupSize.most}; default ${groupSize.usual}.`,
  );
  expect(schema).toContain(`1 to ${groupNameLength} visible characters; others may be called the same.`);
  expect(schema).toContain(`Up to ${groupDescriptionLength} visible characters.`);
});
