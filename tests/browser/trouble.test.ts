import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { Browsers, look, phone, served } from './browser.ts';

const browsers = Browsers.forFile();
let app: App;
onOneNode({ env: served }, (node) => void (app = node));

/** As a file that is gone: the browser says so with every error, which a test of what the page does about it lets pass. */
const gone = 'internetdisconnected';
const nav = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const focused = (page: Page) => page.evaluate("document.querySelector('h1:focus')?.textContent");

it('a screen that does not load is said in its place, and comes once it can', async () => {
  const page = await browsers.open(app, '/', await seedPlayer(app));
  let loads = 0;
  page.on('request', (request) => void (loads += Number(request.isNavigationRequest())));
  await heading(page, 'Tables').waitFor();
  await page.context().setOffline(true);
  await nav(page, 'Battles');
  await heading(page, 'This screen did not load').waitFor();
  await look(page, 'not-loaded');
  await page.context().setOffline(false);
  await heading(page, 'Battles').waitFor();
  expect(loads).toBe(1);

  // Gone since the page was opened: another page has other files.
  await page.route('**/assets/boards-*.js', (route) => (loads < 2 ? route.abort(gone) : route.continue()));
  await nav(page, 'Boards');
  await heading(page, 'Boards').waitFor();
  expect(loads).toBe(2);

  // Gone for good, as far as anyone can tell: one reload, and then it is for the reader to say.
  await page.route('**/assets/groups-*.js', (route) => route.abort(gone));
  await nav(page, 'Groups');
  await expect.poll(() => loads).toBe(3);
  await heading(page, 'This screen did not load').waitFor();
  await page.unroute('**/assets/groups-*.js');
  expect(loads).toBe(3);
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Groups').waitFor();

  // A fault in a screen, which this test means and others fail of.
  page.removeAllListeners('pageerror');
  const fault = page.waitForEvent('pageerror');
  const body = 'export default () => { throw new Error("broken") }';
  await page.route('**/assets/tournament-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await nav(page, 'Tournament');
  await heading(page, 'Something went wrong here').waitFor();
  expect((await fault).message).toBe('broken');
  await page.getByRole('link', { name: 'Back to the lobby' }).click();
  await heading(page, 'Tables').waitFor();
});

it('whoever comes by a QR code is told what waits, comes to it, and to headings by keyboard', async () => {
  const page = await browsers.open(app, '/quizzes?pin=123456', undefined, { viewport: phone });
  await page.getByText('Sign in or play as a guest to join the quiz with PIN 123 456.').waitFor();
  await page.getByRole('button', { name: 'Play as a guest' }).click();
  await expect.poll(() => focused(page)).toBe('Quizzes');
  await nav(page, 'Tables');
  await expect.poll(() => focused(page)).toBe('Tables');
  expect(await page.title()).toBe('Tables · Cupbearer');
  await page.getByRole('button', { name: 'Open a table' }).click();
  await expect.poll(() => focused(page)).toMatch(/’s table$/);
  const gameId = decodeURIComponent(new URL(page.url()).pathname.slice('/tables/'.length));
  await execute(app, (await seedPlayer(app)).token, documents.joinGame, { gameId });
  await page.getByRole('button', { name: 'Start the game' }).and(page.locator(':enabled')).click();
  await page.getByRole('region', { name: 'Standings' }).waitFor();
  await expect.poll(() => focused(page)).toMatch(/’s table$/);
  // Signed out in another tab, or by the server.
  await page.evaluate(`localStorage.removeItem('cupbearer.session');
    dispatchEvent(new StorageEvent('storage', { key: 'cupbearer.session' }))`);
  await page.getByText('You were signed out on this device.').waitFor();
});

it('a long name leaves the page as wide as it is', async () => {
  const player = await seedPlayer(app);
  const page = await browsers.open(app, '/', player, { viewport: { width: 320, height: 600 } });
  await page.evaluate(`(() => {
    const session = JSON.parse(localStorage.getItem('cupbearer.session'));
    session.user.displayName = '🦊 מישהו' + 'W'.repeat(29);
    localStorage.setItem('cupbearer.session', JSON.stringify(session));
    dispatchEvent(new StorageEvent('storage', { key: 'cupbearer.session' }));
  })()`);
  await page.getByRole('banner').getByText('WWWW').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
