import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { throwBall } from '../hotGame.ts';
import { openDevice, seenBy, type Asked } from './device.ts';

export interface BusyTable {
  seconds: number;
  /** Each throw is an event at least. */
  eventsPerSecond: number;
  longTasks: number;
  longestTaskMs: number;
  /** Of 60, as the browser drew them. */
  framesPerSecond: number;
}

const settleMs = 2_000;

/** A table at which people throw so often, most of it in vain, watched on a slow device. */
export async function busyTable(
  asked: Asked,
  table: { gameId: string; people: string[]; cups: string[]; seconds: number; eventsPerSecond: number },
): Promise<BusyTable> {
  const { client } = asked;
  const { gameId, people, cups, seconds } = table;
  const page = await openDevice(asked, `/tables/${gameId}`);
  await page.waitForTimeout(settleMs);
  await page.evaluate(`
    seen.longTasks.length = 0;
    globalThis.frames = 0;
    const count = () => { frames += 1; requestAnimationFrame(count); };
    requestAnimationFrame(count);
  `);
  let thrown = 0;
  const began = performance.now();
  const everyMs = 1_000 / table.eventsPerSecond;
  const sending: Promise<unknown>[] = [];
  for (let due = began; due < began + seconds * 1_000; due += everyMs) {
    await sleep(Math.max(0, due - performance.now()));
    const token = people[thrown % people.length] ?? '';
    const input = { gameId, cupId: cups[thrown % cups.length], nonce: randomUUID(), thrownAt: new Date() };
    thrown += 1;
    sending.push(client.send(token, throwBall, { input }));
  }
  await Promise.all(sending);
  const took = (performance.now() - began) / 1_000;
  const { longTasks } = await seenBy(page);
  const frames = (await page.evaluate('frames')) as number;
  await page.context().close();
  return {
    seconds: Math.round(took),
    eventsPerSecond: Math.round(thrown / took),
    longTasks: longTasks.length,
    longestTaskMs: Math.round(Math.max(0, ...longTasks.map(({ duration }) => duration))),
    framesPerSecond: Math.round(frames / took),
  };
}
