import { setTimeout as sleep } from 'node:timers/promises';
import type { NodeProcess } from '../nodeProcess.ts';
import { describe } from '../mutations.ts';

const downMs = 500;

/** Kills a worker without notice in the middle of a call, again and again, and starts it anew. */
export class Killer {
  /** When, as `performance.now()`. */
  readonly kills: number[] = [];
  /** Why a worker did not come back. */
  readonly failures: string[] = [];
  readonly #worker: NodeProcess;
  readonly #every: number;
  #calls = 0;
  #stopped = false;
  #returning = Promise.resolve();

  /** `every`: after so many calls of each of its lives. */
  constructor(worker: NodeProcess, every: number) {
    this.#worker = worker;
    this.#every = every;
  }

  /** The worker has made a call, which is not answered yet. */
  called(): void {
    if (this.#stopped || !this.#worker.live) return;
    this.#calls += 1;
    if (this.#calls < this.#every) return;
    this.#calls = 0;
    this.kills.push(performance.now());
    this.#returning = this.#kill().catch((error: unknown) => void this.failures.push(describe(error)));
  }

  /** Kills no more; resolves when the worker is back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#returning;
  }

  async #kill(): Promise<void> {
    await this.#worker.stop('SIGKILL');
    await sleep(downMs);
    await this.#worker.start();
  }
}
