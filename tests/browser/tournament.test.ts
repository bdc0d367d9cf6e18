import { it } from 'vitest';
import { dayMs } from '../../rules/day.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { defineTournament, tournamentState } from '../tournament/documents.ts';
import { Browsers, look, served } from './browser.ts';

const hourMs = dayMs / 24;
const browsers = Browsers.forFile();
const clock = new ShiftedClock();
let app: App;
onOneNode({ clock, env: served }, (node) => void (app = node));

it('somebody enters a tournament, after all that it takes was said, and takes their reward with joy', async () => {
  const admin = await seedPlayer(app, ['admin'], 24 * hourMs);
  const ada = await seedPlayer(app, [], 24 * hourMs);
  const at = (ms: number) => new Date(clock.now() + ms).toISOString();
  const input = {
    name: 'Friday cup',
    startsAt: at(1_000),
    entryClosesAt: at(hourMs),
    endsAt: at(2 * hourMs),
    entryFee: 100,
    minLevel: 1,
    rewards: [{ fromRank: 1, toRank: 3, coins: 700 }],
  };
  const { defineTournament: defined } = await execute(app, admin.token, defineTournament, { input });
  const { id } = expectPayload(defined).tournament;
  clock.advance(2_000);
  const status = async () => (await execute(app, ada.token, tournamentState, { id })).tournament?.status;
  await eventually('Entry is open', status, (now) => now === 'OPEN');
  const page = await browsers.open(app, '/tournament', ada);
  const enter = page.getByRole('region', { name: 'Friday cup' }).getByRole('button', { name: 'Enter', exact: true });
  await enter.waitFor();
  await look(page, 'tournament');

  await enter.click();
  const rules = page.getByRole('dialog', { name: 'Before you enter Friday cup' });
  await rules.getByText('It costs 100 coins').waitFor();
  await look(page, 'tournament-rules');
  await rules.getByRole('button', { name: 'Pay 100 coins and enter' }).click();
  await page.getByRole('heading', { name: /My group/ }).waitFor();
  await look(page, 'tournament-entered');

  clock.advance(2 * hourMs);
  await page.getByRole('button', { name: 'Take my reward' }).click();
  await page.getByText('+700 coins!').waitFor();
  await look(page, 'tournament-won');
});
