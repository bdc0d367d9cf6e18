import { expect, it } from 'vitest';
import * as accounts from '../account/documents.ts';
import { begin, scoring, seedBattle } from '../battle/play.ts';
import { seedGroup } from '../group/groupOf.ts';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { Browsers, look, served } from './browser.ts';

const browsers = Browsers.forFile();
let app: App;
onOneNode({ env: served }, (node) => void (app = node));

it('a guest plays within one click, signs out, and somebody signs up and in again', async () => {
  const page = await browsers.open(app, '/');
  await look(page, 'entrance');
  await page.getByRole('button', { name: 'Play as a guest' }).click();
  await page.getByRole('heading', { name: 'Tables' }).waitFor();
  await page.getByText('A table by other rules').click();
  await look(page, 'lobby');
  await page.goto(`${app.url}/me`);
  await look(page, 'me');
  await page.getByRole('button', { name: 'Sign out here' }).click();

  const signUp = page.getByRole('region', { name: 'Sign up' });
  await signUp.getByLabel('Handle').fill('no!');
  await signUp.getByLabel('Password').fill('short');
  await signUp.getByRole('button', { name: 'Sign up' }).click();
  await expect.poll(() => signUp.getByLabel('Handle').getAttribute('aria-invalid')).toBe('true');
  await signUp.getByLabel('Handle').fill('ada_of_the_page');
  await signUp.getByLabel('Password').fill('a long enough password');
  await signUp.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('button', { name: 'Sign out here' }).click();

  await page.getByRole('button', { name: 'I have an account' }).click();
  const signIn = page.getByRole('region', { name: 'Sign in' });
  await signIn.getByLabel('Handle').fill('ada_of_the_page');
  await signIn.getByLabel('Password').fill('a wrong password');
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => signIn.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
  await signIn.getByLabel('Password').fill('a long enough password');
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('@ada_of_the_page').waitFor();

  const input = { handle: 'ada_of_the_page', password: 'a long enough password' };
  const elsewhere = expectPayload((await execute(app, null, accounts.signIn, { input })).signIn).session;
  await page.goto(`${app.url}/me`);
  const sessions = page.getByRole('list', { name: 'Signed in' });
  await sessions.getByText('Unknown device').waitFor();
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(2);
  expect(await sessions.getByRole('listitem').filter({ hasText: 'this device' }).textContent()).toMatch(/^Chrome on/);
  await look(page, 'me-sessions');
  await sessions.getByRole('button', { name: 'End the session on an unknown device' }).click();
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
  const { errors } = await send(app, elsewhere.accessToken, documents.me);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
});

it('a battle on two devices: both see it begin, ranks move as points come, and who has won', async () => {
  const battle = await seedBattle(app, { seconds: 10 });
  const [ada, ben] = battle.fighters;
  const pages = [
    await browsers.open(app, `/battles/${battle.id}`, ada),
    await browsers.open(app, `/battles/${battle.id}`, ada),
    await browsers.open(app, `/battles/${battle.id}`, ben),
  ];
  const [page] = pages as [(typeof pages)[number]];
  await look(page, 'battle-waiting');
  await page.getByRole('button', { name: 'Begin now' }).click();
  for (const one of pages) await one.getByText('The battle is on!').waitFor();
  const { score } = await scoring(app);
  await score([ada, 5], [ben, 9]);
  const ranks = (one: typeof page) =>
    one.getByRole('list', { name: 'Ranking' }).getByRole('listitem').allTextContents();
  for (const one of pages)
    await expect.poll(() => ranks(one).then(([first]) => first), { timeout: 5_000 }).toContain('9');
  await look(page, 'battle-running');
  for (const one of pages)
    await one
      .getByText(/wins the battle!$/)
      .first()
      .waitFor();
  const [first, ...others] = await Promise.all(pages.map(ranks));
  for (const other of others)
    expect(other.map((text) => text.replace('(you)', ''))).toEqual(first?.map((text) => text.replace('(you)', '')));
  await look(page, 'battle-over');
});

it('what happens while the connection is away is said quietly, and follows in order once it is back', async () => {
  const battle = await seedBattle(app, { seconds: 120 });
  const [ada, ben] = battle.fighters;
  await begin(app, battle, ada);
  const page = await browsers.open(app, `/battles/${battle.id}`, ada);
  await page.getByText('running').waitFor();
  await page.context().setOffline(true);
  await page.getByText(/^Reconnecting/).waitFor();
  await look(page, 'offline');
  const { score } = await scoring(app);
  for (let points = 1; points <= 5; points += 1) await score([ben, points]);
  await page.context().setOffline(false);
  const first = () => page.getByRole('list', { name: 'Ranking' }).getByRole('listitem').first().textContent();
  await expect.poll(first, { timeout: 15_000 }).toContain('15');
  await page.getByText(/^Reconnecting/).waitFor({ state: 'hidden' });
});

it('groups, boards and lists can be looked at by anyone, on any device', async () => {
  const { id, owner } = await seedGroup(app, 2);
  await seedBattle(app);
  const page = await browsers.open(app, `/groups/${id}`, owner);
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  await page.getByRole('list', { name: 'Standings' }).waitFor();
  await look(page, 'group');
  for (const [link, name] of [
    ['Groups', 'groups'],
    ['Boards', 'boards'],
    ['Battles', 'battles'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: link }).click();
    await page.getByRole('heading', { level: 1, name: link }).waitFor();
    await look(page, name);
  }
  await page.goto(`${app.url}/groups/${id}`);
  const stranger = await browsers.open(app, `/groups/${id}`, await seedPlayer(app), { colorScheme: 'dark' });
  await stranger.getByRole('button', { name: 'Join' }).click();
  await stranger.getByRole('button', { name: 'Leave' }).waitFor();
  await page.getByText(/^4 of \d+ members/).waitFor();
  await look(stranger, 'group-dark');
  await stranger.goto(`${app.url}/nowhere`);
  await stranger.getByText('There is nothing here').waitFor();
});
