import { percentilesOf } from '../percentiles.ts';
import { openDevice, seenBy, type Asked } from './device.ts';

export interface ScreenFigures {
  screen: string;
  /** Milliseconds from the navigation on; medians. */
  firstPaintMs: number;
  largestPaintMs: number;
  /** Until the page had something to say, and its main thread was free again. */
  readyMs: number;
  /** From a key press or click to the next paint; the longest of a round, median over the rounds. */
  interactionMs: number;
  longestTaskMs: number;
  layoutShift: number;
  /** What came over the wire until then, compressed. */
  kilobytes: number;
}

const settleMs = 1_500;

/** Opens a screen a few times, each on a device that has never seen the page, and uses it as a keyboard would. */
export async function screenFigures(
  asked: Asked,
  { name, path, rounds }: { name: string; path: string | null; rounds: number },
): Promise<ScreenFigures> {
  const found: Omit<ScreenFigures, 'screen'>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await openDevice(asked, path);
    await page.waitForTimeout(settleMs);
    const loading = await seenBy(page);
    const firstPaintMs = (await page.evaluate(
      `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
    )) as number;
    const bytes = (await page.evaluate(
      `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    )) as number;
    const ends = loading.longTasks.map(({ startTime, duration }) => startTime + duration);
    for (let count = 0; count < 6; count += 1) await page.keyboard.press('Tab');
    await page.mouse.click(206, 300);
    await page.waitForTimeout(200);
    const used = await seenBy(page);
    found.push({
      firstPaintMs,
      largestPaintMs: loading.largest,
      readyMs: Math.max(loading.largest, ...ends),
      interactionMs: Math.max(0, ...used.interactions),
      longestTaskMs: Math.max(0, ...loading.longTasks.map(({ duration }) => duration)),
      layoutShift: loading.shifts,
      kilobytes: bytes / 1000,
    });
    await page.context().close();
  }
  const median = (of: keyof (typeof found)[number]) =>
    Math.round(percentilesOf(found.map((one) => one[of])).p50 * 100) / 100;
  return {
    screen: name,
    firstPaintMs: median('firstPaintMs'),
    largestPaintMs: median('largestPaintMs'),
    readyMs: median('readyMs'),
    interactionMs: median('interactionMs'),
    longestTaskMs: median('longestTaskMs'),
    layoutShift: median('layoutShift'),
    kilobytes: median('kilobytes'),
  };
}
