import { setTimeout as sleep } from 'node:timers/promises';
import { about } from './cluster.ts';
import { documents, type Mutations } from './mutations.ts';

/** Half of what one address may do (see server/limits.ts). */
const visitEveryMs = 1_000;

/** A new guest about every second: a mutation whose limit is counted in Redis. Rejects when one is not let in. */
export async function letVisitorsIn(mutations: Mutations, token: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { __typename, ...rest } = await mutations.send(token, documents.playAsGuest, {});
    if (__typename !== undefined) throw new Error(`playAsGuest: ${JSON.stringify(rest)}`);
    await sleep(about(visitEveryMs), undefined, { signal }).catch(() => undefined);
  }
}
