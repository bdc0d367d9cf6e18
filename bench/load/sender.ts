import { setTimeout as sleep } from 'node:timers/promises';
import { requestText } from '../requests/connection.ts';
import type { Connections } from './connections.ts';
import { resultOf } from './operation.ts';
import type { Tally } from './tally.ts';
import type { Turn } from './turns.ts';

const tickMs = 2;
const restLookMs = 20;

export interface SenderOptions {
  connections: Connections;
  tallies: readonly Tally[];
  next(): Turn;
  /** What is due beyond that waits, and the time it waits counts. */
  mostUnderWay: number;
}

/** Sends what is next at a rate of its own, whatever the answers take. */
export class Sender {
  readonly #options: SenderOptions;
  #underWay = 0;
  /** When each was due that could not be sent yet. */
  #late: number[] = [];

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Resolves when the time is over; answers may still be on their way. */
  async run(perSecond: number, seconds: number): Promise<void> {
    const ends = performance.now() + seconds * 1000;
    let due = performance.now() + gapMs(perSecond);
    while (due < ends) {
      await sleep(tickMs);
      for (const now = performance.now(); due <= now && due < ends; due += gapMs(perSecond)) this.#arrive(due);
    }
    await sleep(Math.max(0, ends - performance.now()));
  }

  /** Resolves when every answer is there. */
  async rest(): Promise<void> {
    while (this.#underWay > 0) await sleep(restLookMs);
  }

  #arrive(due: number): void {
    if (this.#underWay >= this.#options.mostUnderWay) this.#late.push(due);
    else void this.perform(this.#options.next(), due);
  }

  /** Never rejects: what went wrong is counted. */
  async perform({ operation, done, failed }: Turn, due = performance.now()): Promise<void> {
    const { connections, tallies } = this.#options;
    const { kind, token, query } = operation;
    this.#underWay += 1;
    try {
      const answer = await connections.send(requestText(token, query, operation.variables()));
      const ms = performance.now() - due;
      const result = resultOf(operation, answer);
      for (const tally of tallies) tally.answered(kind, ms);
      done(result);
    } catch (error) {
      for (const tally of tallies) tally.failed(kind, String(error));
      failed(error);
    }
    this.#underWay -= 1;
    const late = this.#late.shift();
    if (late !== undefined) this.#arrive(late);
  }
}

/** Between two arrivals of many people who know nothing of each other. */
function gapMs(perSecond: number): number {
  return (-Math.log(1 - Math.random()) / perSecond) * 1000;
}
