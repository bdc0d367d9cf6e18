import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { mostBattles } from '../../rules/battle.ts';
import { battleSecondsBounds, battleTitleLength, fightersBounds } from '../../rules/battleDefinition.ts';
import { leastBattleSeconds, levelsPerDay } from '../../rules/levels.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startProxy } from '../client/tcpProxy.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { startApp } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { begin, scoring, untilBattle } from './play.ts';

const document = 'docs/battles.md';

interface Place {
  handle: string;
  score: number;
}
interface FightBattle {
  fightBattle(
    token: () => Promise<string>,
    battleId: string,
    show: (places: Place[], endsAt: Date | null) => void,
  ): Promise<Place[]>;
}

it('every block of TypeScript is named, and has the right types', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['fightBattle.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

it('the bounds are those of the rules', async () => {
  const text = await readFile(document, 'utf8');
  const many = (count: number) => count.toLocaleString('en');
  expect(text).toContain(`| 1–${battleTitleLength} characters `);
  expect(text).toContain(`| ${battleSecondsBounds.least}–${many(battleSecondsBounds.most)} `);
  expect(text).toContain(`| ${fightersBounds.least}–${many(fightersBounds.most)}; with fewer`);
  expect(text).toContain(`A person is in ${mostBattles} battles`);
  expect([leastBattleSeconds, levelsPerDay]).toEqual([60, 5]);
});

it('the battle of the document is made, joined and fought, through a cut', async () => {
  const app = await startApp();
  const proxy = await startProxy();
  proxy.target = app.url;
  const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
  const text = await readFile(document, 'utf8');
  const [create = '', join = ''] = [...text.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, block]) => block);
  type Created = { createBattle: { battle: { id: string } } };
  const { createBattle } = await execute<Created, object>(
    app,
    ada.token,
    create.replace('seconds: 120', 'seconds: 10'),
    {},
  );
  const { id } = createBattle.battle;
  const joined = await execute<object, object>(app, ben.token, join, { battleId: id });
  expect(joined).toEqual({ joinBattle: { battle: { status: 'WAITING', fighterCount: 2 } } });

  const fight = async ({ token }: TestPlayer, url: string) => {
    const { fightBattle } = await (await docProject(document, url)).load<FightBattle>('fightBattle.ts');
    const shown: [places: Place[], endsAt: Date | null][] = [];
    const ranking = fightBattle(
      () => Promise.resolve(token),
      id,
      (...seen) => shown.push(seen),
    );
    return { ranking, shown };
  };
  const adaSees = await fight(ada, app.url);
  const benSees = await fight(ben, proxy.url);
  const { endsAt } = expectPayload(await begin(app, { id }, ada)).battle;
  const { score } = await scoring(app);
  await score([ada, 5], [ben, 1]);
  await untilBattle(app, { id }, ada, ({ fighters }) => fighters[0]?.score === 5);
  proxy.cut();
  await score([ben, 9]);
  const ranking = [
    { handle: ben.handle, score: 10 },
    { handle: ada.handle, score: 5 },
  ];
  for (const sees of [adaSees, benSees]) {
    expect(await within(30_000, 'The ranking', sees.ranking)).toEqual(ranking);
    expect(sees.shown.at(-1)).toEqual([ranking, new Date(endsAt ?? '')]);
    expect(sees.shown[0]?.[0].map(({ score: points }) => points)).toEqual([0, 0]);
  }
  await socketsClosed(app);
});
