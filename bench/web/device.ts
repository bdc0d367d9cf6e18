import type { Browser, Page } from 'playwright-core';
import type { GraphQLClient } from '../graphqlClient.ts';

export interface Asked {
  browser: Browser;
  url: string;
  token: string;
  client: GraphQLClient;
  slowed: number;
}

const me = '{ me { id handle displayName guest level } }';

/** Remembers what the browser says of paints, interactions and long tasks, from before anything else runs. */
const watching = `
  globalThis.seen = { longTasks: [], interactions: [], shifts: 0, largest: 0 };
  const watch = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch('longtask', ({ duration, startTime }) => seen.longTasks.push({ duration, startTime }));
  watch('event', ({ duration, interactionId }) => interactionId && seen.interactions.push(duration), { durationThreshold: 16 });
  watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  watch('layout-shift', ({ value, hadRecentInput }) => hadRecentInput || (seen.shifts += value));
`;

export interface Seen {
  longTasks: { duration: number; startTime: number }[];
  /** In milliseconds, from the input to the next paint, in steps of 8; those under 16 are left out. */
  interactions: number[];
  shifts: number;
  largest: number;
}

/** A new device with an empty cache and a slow processor, signed in unless `path` is null, which is the entrance. */
export async function openDevice({ browser, url, token, client, slowed }: Asked, path: string | null): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.addInitScript(watching);
  if (path !== null) {
    const { me: user } = await client.send<{ me: object }>(token, me);
    const expiresAt = new Date(Date.now() + 3_000_000).toISOString();
    const kept = JSON.stringify({ accessToken: token, expiresAt, refreshToken: 'none', user });
    await page.addInitScript(`localStorage.setItem('cupbearer.session', ${JSON.stringify(kept)})`);
  }
  await page.goto(`${url}${path ?? '/'}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

export async function seenBy(page: Page): Promise<Seen> {
  return (await page.evaluate('seen')) as Seen;
}
