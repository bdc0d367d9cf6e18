import { setTimeout as sleep } from 'node:timers/promises';

const tries = 4;
const retryMs = 250;

/** Does again what failed, a few times: for long work in the background, which one slow answer must not undo. */
export async function patiently<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (turn === tries) throw error;
      await sleep(retryMs, undefined, signal && { signal });
    }
  }
}
