import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { en } from '../texts/en.ts';
import { withShared } from './places.ts';
import type { Place } from './room.ts';
import styles from './standings.module.css';

/** The old order is seen this long before it changes. */
const beforeMs = 700;

/** The best ten: first as they stood before the question, then each moves to where they stand now. */
export function Standings({ places, before }: { places: readonly Place[]; before: readonly Place[] }) {
  const [settled, setSettled] = useState(before.length === 0);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), beforeMs);
    return () => clearTimeout(timer);
  }, []);
  const shown = settled ? places : before;
  const list = useRef<HTMLOListElement>(null);
  useMoves(list);
  const most = Math.max(1, ...places.map(({ score }) => score));
  return (
    <ol ref={list} className={styles.standings} aria-label={en.quizHost.standings}>
      {withShared(shown).map(({ rank, score, person }) => (
        <li key={person.id} data-id={person.id}>
          <b className={styles.rank}>{rank}</b>
          <span className={styles.name}>{person.displayName}</span>
          <span className={styles.score}>{en.quizRoom.points(score)}</span>
          <span className={styles.bar} style={{ scale: `${score / most} 1` }} />
        </li>
      ))}
    </ol>
  );
}

/** Lets each row glide from where it was drawn last to where it is drawn now. */
function useMoves(list: React.RefObject<HTMLOListElement | null>): void {
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    const now = new Map(rows.map((row) => [row.dataset['id'] ?? '', row.offsetTop]));
    for (const row of rows) {
      const id = row.dataset['id'] ?? '';
      const was = tops.current.get(id);
      const by = was === undefined ? 40 : was - (now.get(id) ?? 0);
      if (still || tops.current.size === 0 || by === 0) continue;
      const from = { transform: `translateY(${by}px)`, ...(was === undefined && { opacity: 0 }) };
      row.animate([from, { transform: 'none' }], { duration: 700, easing: 'cubic-bezier(0.3, 1.2, 0.4, 1)' });
    }
    tops.current = now;
  });
}
