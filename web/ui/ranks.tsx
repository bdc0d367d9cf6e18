import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { en } from '../texts/en.ts';
import { Person } from './parts.tsx';
import styles from './ranks.module.css';

export interface Ranked {
  rank: number | null;
  score: number;
  person: { id: string; handle: string; displayName: string };
}

/** People by rank. Whoever rises or falls moves to their new place, so that the eye can follow. */
export function Ranks({ entries, label, empty }: { entries: readonly Ranked[]; label: string; empty: ReactNode }) {
  const me = useSession()?.user.id;
  const list = useRef<HTMLOListElement>(null);
  useMoves(list, entries.map(({ person }) => person.id).join(' '));
  if (entries.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ol ref={list} className={styles.ranks} aria-label={label}>
      {entries.map(({ rank, score, person }) => (
        <li key={person.id} data-id={person.id} data-me={person.id === me} data-rank={rank}>
          <span className={styles.rank}>{rank ?? '–'}</span>
          <Person person={person} me={person.id === me} />
          {person.id === me && <span className="unseen">({en.common.you})</span>}
          <span className={styles.score}>{score.toLocaleString('en')}</span>
        </li>
      ))}
    </ol>
  );
}

const moveMs = 450;

/** Lets rows go from where they were to where they are (first, last, invert, play). */
function useMoves(list: React.RefObject<HTMLOListElement | null>, order: string): void {
  const places = useRef(new Map<string, number>());
  const known = useRef('');
  useLayoutEffect(() => {
    // Measuring costs a layout: only when somebody moved.
    if (known.current === order) return;
    known.current = order;
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = new Map(rows.map((row) => [row.dataset['id'] ?? '', row.offsetTop]));
    for (const row of rows) {
      const id = row.dataset['id'] ?? '';
      const by = (places.current.get(id) ?? Number.NaN) - (next.get(id) ?? 0);
      if (still || !by) continue;
      row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
        duration: moveMs,
        easing: 'cubic-bezier(.2,.8,.2,1)',
      });
    }
    places.current = next;
  });
}
