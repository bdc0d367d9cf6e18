import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { Browsers, look, phone, served } from './browser.ts';

const browsers = Browsers.forFile();
let app: App;
onOneNode({ env: served }, (node) => void (app = node));

/** As long as a question may take: it is the host who closes it. */
const seconds = 120;
const csv = `question,option1,option2,option3,option4,correct,seconds,explanation
The capital of France?,Lyon,Paris,Nice,Lille,2,${seconds},The seat of its government.
"Into the North Sea flow, of these, two:",Rhine,Danube,Elbe,Rhone,1 3,${seconds},
Moons of Mars?,One,Two,,,2,${seconds},`;

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

it('a host and five players play a quiz to its podium, though one goes offline and returns', async () => {
  const host = await browsers.open(app, '/quizzes', await seedPlayer(app));
  await press(host, 'Import');
  const importing = host.getByRole('dialog', { name: 'Import a quiz' });
  await importing.getByLabel('Or paste the text here').fill(csv.replace(',2,', ',7,'));
  await importing.getByLabel('Title').fill('Geography');
  await importing.getByRole('button', { name: 'Import' }).click();
  await importing.getByText('Line 2, correct:').waitFor();
  await look(host, 'quiz-import');
  await importing.getByLabel('Or paste the text here').fill(csv);
  await importing.getByRole('button', { name: 'Import' }).click();
  await host.getByRole('heading', { name: 'Edit quiz' }).waitFor();
  await look(host, 'quiz-editor');

  await host.goto(`${app.url}/quizzes`);
  await press(host, 'Host “Geography”');
  await host.getByLabel('Close a question as soon as all have answered').uncheck();
  await press(host, 'Open the room');
  const pin = host.getByLabel(/^PIN( \d){6}$/);
  const digits = ((await pin.textContent()) ?? '').replace(' ', '');
  const players = await Promise.all(
    Array.from({ length: 5 }, async () =>
      browsers.open(app, `/quizzes?pin=${digits}`, await seedPlayer(app), { viewport: phone, hasTouch: true }),
    ),
  );
  const [ada, ben, cyd, dan, eve] = players as [Page, Page, Page, Page, Page];
  await look(ada, 'quizzes');
  for (const [at, page] of players.entries()) {
    await page.getByLabel('Your name in the room').fill(['Ada', 'Ben', 'Cyd', 'Dan', 'Eve'][at] ?? '');
    await press(page, 'Enter');
    await page.getByText('You are in!').waitFor();
  }
  await host.getByText('5 are in').waitFor();
  await look(host, 'quiz-host-lobby');

  await press(host, 'Start');
  for (const page of players) await button(page, /^2: Paris/).waitFor();
  await look(host, 'quiz-host-question');
  await look(ada, 'quiz-player-question');
  for (const page of [ada, ben, cyd]) await press(page, '2: Paris');
  await eve.keyboard.press('1');
  await host.getByText('4 of 5').waitFor();
  await press(host, 'Pause');
  await dan.getByText('The host has paused the quiz.').last().waitFor();
  await press(host, 'Go on');
  await press(host, 'Reveal');
  for (const page of [ada, ben, cyd]) await page.getByRole('heading', { name: 'Right!' }).waitFor();
  await dan.getByRole('heading', { name: 'No answer' }).waitFor();
  await eve.getByRole('heading', { name: 'Not this time' }).waitFor();
  await look(host, 'quiz-host-reveal');
  await look(ada, 'quiz-player-right');
  await ben.reload();
  await ben.getByRole('heading', { name: 'Right!' }).waitFor();

  // Cyd misses the opening of a question, and answers it when back.
  await cyd.context().setOffline(true);
  await press(host, 'Next question');
  for (const page of [ada, ben]) {
    await page.getByLabel('Several answers').check();
    await press(page, '1: Rhine');
    await press(page, '3: Elbe');
    await press(page, 'Send');
    await page.getByText('Answered.').waitFor();
  }
  // Dan's answer goes out while there is nobody to take it, and is kept all the same.
  await button(dan, /^2: Danube/).waitFor();
  await dan.context().setOffline(true);
  await press(dan, '2: Danube');
  await dan.getByText('Sending…').waitFor();
  await dan.context().setOffline(false);
  await dan.getByText('Answered.').waitFor();
  await cyd.context().setOffline(false);
  await button(cyd, /^1: Rhine/).waitFor();
  await press(cyd, '1: Rhine');
  await cyd.getByText('Answered.').waitFor();
  await host.getByText('4 of 5').waitFor();

  await button(host, /^People/).click();
  await press(host, 'Make cohost: Ada');
  await press(host, 'Kick: Eve');
  await host.getByLabel('Reason').fill('Noise');
  await look(host, 'quiz-host-kick');
  await host.getByRole('button', { name: 'Kick', exact: true }).click();
  await eve.getByText('Why: Noise').waitFor();
  await press(host, 'Close');

  await ada.getByText('Run the quiz from here').click();
  await press(ada, 'Reveal');
  await ada.getByText('2 in a row').first().waitFor();
  await press(host, 'Standings');
  await expect
    .poll(() => host.getByRole('list', { name: 'Standings' }).getByRole('listitem').allTextContents())
    .toEqual([
      expect.stringMatching(/Ada|Ben/),
      expect.stringMatching(/Ada|Ben/),
      expect.stringContaining('Cyd'),
      expect.stringContaining('Dan'),
    ]);
  await look(host, 'quiz-host-standings');
  await press(host, 'Next question');
  await button(ada, /^2: Two/).waitFor();
  await press(ada, '2: Two');
  await ada.getByText('Answered.').waitFor();
  await press(host, 'Reveal');
  await press(host, 'To the podium');
  await host.getByRole('heading', { name: 'Ada wins!' }).waitFor();
  await host.getByRole('cell', { name: '3 of 3' }).waitFor();
  await ada
    .getByText(/You came in at place 1/)
    .last()
    .waitFor();
  await look(host, 'quiz-podium');
  await look(cyd, 'quiz-player-end');
  const [file] = await Promise.all([host.waitForEvent('download'), press(host, 'CSV by question')]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
}, 180_000);
