import type { PersonRef } from '../../subscriptions/gameEvent.ts';

function person(handle: string): PersonRef {
  return { id: `id-of-${handle}`, handle, displayName: `The ${handle}` };
}
export const host = person('host');
export const cora = person('cora');
export const paul = person('paul');
export const quinn = person('quinn');
export const rosa = person('rosa');
/** Never in a room unless a test brings them in. */
export const sara = person('sara');
