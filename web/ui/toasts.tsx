import { useSyncExternalStore } from 'react';
import { makeListeners } from '../api/listeners.ts';
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
const { listen, tell } = makeListeners();

function change(next: readonly Toast[]): void {
  toasts = next;
  tell();
}

/** Says something in the corner of the screen, and to screen readers, for a few seconds. The same text is said once. */
export function say(text: string, tone: Tone = 'plain'): void {
  const id = (last += 1);
  change([...toasts.filter((toast) => toast.text !== text), { id, text, tone }].slice(-most));
  setTimeout(() => change(toasts.filter((toast) => toast.id !== id)), shownMs);
}

export function Toasts() {
  const shown = useSyncExternalStore(listen, () => toasts);
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
