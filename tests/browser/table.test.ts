import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lobbyOf } from '../game/gameOf.ts';
import type { App } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { Browsers, called, look, phone, served } from './browser.ts';

const browsers = Browsers.forFile();
let app: App;
onOneNode({ env: served }, (node) => void (app = node));

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, line: string) => page.getByRole('log').getByText(line, { exact: true }).first().waitFor();
const throwAt = (page: Page, cup: number, { handle }: { handle: string }) =>
  press(page, `Throw at cup ${cup} of ${handle}`);
const points = async (page: Page) =>
  (await page.getByRole('region', { name: 'Standings' }).locator('b').allInnerTexts()).map((text) =>
    parseInt(text, 10),
  );
/** The hops that the trail shows, in their order. */
const hops = (page: Page) =>
  page.getByRole('region', { name: 'Hop trail' }).getByRole('listitem').locator('span:nth-child(2)').allInnerTexts();

const told = (page: Page) => page.getByRole('log').getByRole('listitem').allTextContents();

it('two people play a game to its end: one challenge is answered, one lapses, and all of their devices agree', async () => {
  const [ada, ben] = [await called(app, 'ada'), await called(app, 'ben')];
  const id = await lobbyOf(app, [ada], { maxPlayers: 2, cupsPerPlayer: 2, challengeSeconds: 8, answerSeconds: 6 });
  const hers = await browsers.open(app, `/tables/${id}`, ada);
  const herPhone = await browsers.open(app, `/tables/${id}`, ada);
  await look(hers, 'table-lobby');
  const his = await browsers.open(app, '/', ben);
  await press(his, 'Sit down');
  await hers.getByRole('button', { name: 'Start the game' }).and(hers.locator(':enabled')).click();
  const pages = [hers, herPhone, his];
  for (const page of pages) await page.getByText('Your throw: choose a cup.').waitFor();

  // A challenge that is answered, by hand, from the device that knows the secret.
  await hers.getByLabel('Answer challenges for me').uncheck();
  await throwAt(hers, 1, ben);
  await his.getByText(`${ada.handle} threw at your cup.`).waitFor();
  await look(his, 'table-called');
  await his.setViewportSize(phone);
  const box = await his.getByRole('button', { name: 'Challenge' }).boundingBox();
  expect(box && box.y + box.height).toBeLessThan(phone.height);
  await press(his, 'Challenge');
  await herPhone.getByText('You threw this from another device').waitFor();
  await hers.getByText(`${ben.handle} doubts your throw. Prove it!`).waitFor();
  await press(hers, 'Answer');
  for (const page of pages) await said(page, `${ada.handle} sinks a cup of ${ben.handle}, challenge and all.`);
  await expect
    .poll(() => hops(hers))
    .toEqual(expect.arrayContaining(['In flight', 'Challenged', 'Answered', 'Verified', 'Settled']));
  await press(hers, 'Verify the receipt');
  await hers.getByText('Genuine: signed by').waitFor();
  await look(hers, 'table-receipt');

  // One that lapses: there is a penalty, and a while to sit out.
  await his.getByLabel('Answer challenges for me').uncheck();
  await throwAt(his, 2, ada);
  await press(hers, 'Challenge');
  await his.getByRole('button', { name: 'Answer' }).waitFor();
  await look(his, 'table-challenged');
  for (const page of pages) await said(page, `${ben.handle} did not answer in time.`);
  await his.getByText('You sit out for a while: a penalty.').waitFor();
  await look(his, 'table-sitting-out');

  await throwAt(hers, 2, ben);
  await look(hers, 'table-in-flight');
  await hers.getByRole('heading', { name: 'You win!' }).waitFor();
  for (const page of [herPhone, his]) await page.getByRole('heading', { name: /You win!|wins!/ }).waitFor();
  // A landing that was doubted in vain, a challenge that was right, a landing; standings are drawn five times a second.
  await expect
    .poll(() => Promise.all(pages.map(points)))
    .toEqual([
      [15 + 5 + 10, -10],
      [15 + 5 + 10, -10],
      [15 + 5 + 10, -10],
    ]);
  await look(his, 'table-over');

  await hers.getByRole('button', { name: 'Play again' }).click();
  await hers.getByText('1 of 2 seats are taken.').waitFor();

  // What happened is there for whoever comes late, and in the history of who played.
  await his.reload();
  await his.getByRole('heading', { name: `${ada.handle} wins!` }).waitFor();
  expect(await told(his)).toEqual(await told(herPhone));
  await his.goto(`${app.url}/me`);
  await his.getByText('lapsed').first().waitFor();
  await look(his, 'me-history');
}, 120_000);
