import { useSyncExternalStore } from 'react';
import { makeListeners } from './listeners.ts';

/** How each stream that is open stands, by a number of its own. */
const waiting = new Map<number, string>();
const { listen, tell } = makeListeners();
let said = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let last = 0;

/** A cut shorter than this is not worth a word. */
const patienceMs = 1_500;

function reconsider(): void {
  const lost = waiting.size > 0 || !navigator.onLine;
  clearTimeout(timer);
  if (lost === said) return;
  timer = setTimeout(
    () => {
      said = lost;
      tell();
    },
    lost ? patienceMs : 0,
  );
}
addEventListener('online', reconsider);
addEventListener('offline', reconsider);

/** Of one stream: told of each change of its state, and of its end. */
export function followConnection() {
  const id = (last += 1);
  return {
    onState(this: void, state: string, why: string) {
      if (state === 'waiting') waiting.set(id, why);
      else waiting.delete(id);
      reconsider();
    },
    end() {
      waiting.delete(id);
      reconsider();
    },
  };
}

/** True while some stream has been without its server for longer than a moment. */
export function useOffline(): boolean {
  return useSyncExternalStore(listen, () => said);
}
