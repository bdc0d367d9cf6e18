import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { startApp } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import { execute } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { Contestants, current, enough, enter, tokenMs } from './contestants.ts';

const document = 'docs/tournaments.md';
const fence = /^```graphql\n(.*?)^```$/gms;
const morning = Date.UTC(2026, 10, 21, 8);
const hourMs = 3_600_000;

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

it('every operation of the document does what it says', async () => {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  const ada = await (await Contestants.of(app)).seed();
  const admin = await seedPlayer(app, ['admin'], tokenMs);
  const known = await operations();
  const take = (name: string): string => {
    const text = known.get(name);
    known.delete(name);
    if (!text) throw new Error(`${document} has no operation ${name}`);
    return text;
  };
  const ask = (name: string, token = ada.token, variables = {}) =>
    execute<Record<string, unknown>, object>(app, token, take(name), variables);

  expect(await ask('Today')).toMatchObject({
    currentTournament: { status: 'OPEN', minLevel: enough.level, entryFee: enough.fee, myEntry: null },
  });
  const { enterTournament } = (await ask('Enter')) as {
    enterTournament: { entry: { rank: number; group: { scoreboard: { id: string } } } };
  };
  expect(enterTournament).toMatchObject({ entry: { rank: 1, group: { number: 1, size: 1 } } });
  const { id: scoreboardId } = enterTournament.entry.group.scoreboard;
  const standings = subscribe(connect(app, ada.token), take('Group'), { scoreboardId });
  expect(await standings.next()).toMatchObject({ standings: { size: 1, entries: [{ rank: 1, score: 0 }] } });
  await standings.stop();
  clock.advance(16 * hourMs);
  expect(await ask('Claim')).toMatchObject({ claimReward: { entry: { rank: 1, coinsEarned: 5_000 } } });
  const [startsAt, entryClosesAt, endsAt] = [1, 2, 3].map((hour) =>
    new Date(clock.now() + hour * hourMs).toISOString(),
  );
  expect(await ask('Define', admin.token, { startsAt, entryClosesAt, endsAt })).toMatchObject({
    defineTournament: { tournament: { status: 'SCHEDULED' } },
  });
  expect([...known.keys()]).toEqual([]);
  await socketsClosed(app);
});

it('untilFinished.ts has the right types, and is done when the rewards stand', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['untilFinished.ts']);
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  const { load } = await docProject(document, app.url);
  expect(await typeErrorsOf(document)).toBe('');
  const ada = await (await Contestants.of(app)).seed();
  await enter(app, ada);
  const { id } = await current(app, ada);
  const { untilFinished } = await load<{
    untilFinished(tournamentId: string, token: () => Promise<string>): Promise<string[]>;
  }>('untilFinished.ts');
  const seen = untilFinished(id, () => Promise.resolve(ada.token));
  clock.advance(16 * hourMs);
  expect(await within(10_000, 'The end', seen)).toEqual(['TournamentOpened', 'EntryClosed', 'TournamentFinished']);
  await eventually(
    'The day’s end',
    () => current(app, ada),
    ({ startsAt }) => startsAt === '2026-11-22T00:00:00.000Z',
  );
  await socketsClosed(app);
});
