import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import * as documents from '../harness/documents.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';

const desktop = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };
/** Where pictures of the screens go. */
const shots = process.env['SCREENSHOTS'] ?? join('web', 'screenshots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody whose name is fit to be seen in a picture. */
export function called(app: App, handle: string): Promise<TestPlayer> {
  return seedPlayer(app, [], 3_600_000, handle);
}

/** What a test of the page asks of its nodes. */
export const served = { PAGE: 'true' };

/** A Chromium for all tests of a file. */
export class Browsers {
  #browser: Browser | undefined;

  static forFile(): Browsers {
    const browsers = new Browsers();
    beforeAll(async () => {
      browsers.#browser = await chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox'],
      });
      mkdirSync(shots, { recursive: true });
    });
    afterAll(() => browsers.#browser?.close());
    return browsers;
  }

  /** Somebody at a device of their own, signed in as `player` or not at all; the test fails of any error on their page. */
  async open(app: App, path: string, player?: TestPlayer, options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#browser) throw new Error('The browser is not there yet');
    const context = await this.#browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      // What a page that is offline asks for can't be had.
      if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
        faults.push(message.text());
    });
    onTestFinished(async () => {
      await context.close();
      expect(faults).toEqual([]);
    });
    if (player) await signIn(page, app, player);
    await page.goto(`${app.url}${path}`);
    return page;
  }
}

async function signIn(page: Page, app: App, { token: accessToken }: TestPlayer): Promise<void> {
  const { me } = await execute(app, accessToken, documents.me);
  const expiresAt = new Date(app.services.clock.now() + 3_600_000).toISOString();
  const session = {
    accessToken,
    expiresAt,
    refreshToken: 'none',
    user: { guest: false, displayName: me?.handle, ...me },
  };
  await page.addInitScript(`localStorage.getItem('cupbearer.session') ??
    localStorage.setItem('cupbearer.session', ${JSON.stringify(JSON.stringify(session))})`);
}

/**
 * Looks at a screen as it is: at desktop and at phone size, with a picture of each. Nothing may stick out to the side, and
 * axe may find nothing serious.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desktop;
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true, animations: 'disabled' });
    expect(await page.evaluate('document.documentElement.scrollWidth'), `${name}, ${size}`).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) })),
      `${name}, ${size}`,
    ).toEqual([]);
  }
  await page.setViewportSize(before);
}

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}
