import { useSyncExternalStore } from 'react';
import styles from './toasts.module.css';

export type Tone = 'good' | 'bad' | 'plain';
interface Toast {
  id: number;
  text: string;
  tone: Tone;
}

const shownMs = 6_000;
const most = 4;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something in the corner of the screen, and to screen readers, for a few seconds. The same text is said once. */
export function say(text: string, tone: Tone = 'plain'): void {
  const id = (last += 1);
  change([...toasts.filter((toast) => toast.text !== text), { id, text, tone }].slice(-most));
  setTimeout(() => change(toasts.filter((toast) => toast.id !== id)), shownMs);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <output className={styles.toasts} aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <p key={id} className={styles.toast} data-tone={tone}>
          {text}
        </p>
      ))}
    </output>
  );
}
