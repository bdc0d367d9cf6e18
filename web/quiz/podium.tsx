import { useEffect, useRef } from 'react';
import { en } from '../texts/en.ts';
import { Empty } from '../ui/parts.tsx';
import { rainConfetti } from './confetti.ts';
import styles from './podium.module.css';
import { winnerOf, withShared } from './places.ts';
import type { Place } from './room.ts';

const t = en.quizRoom;

/** The best three, the third first to rise, with confetti for the winner. */
export function Podium({ places, me }: { places: readonly Place[]; me?: string | undefined }) {
  const ground = useRef<HTMLDivElement>(null);
  const winner = winnerOf(places)?.id;
  useEffect(() => (winner && ground.current ? rainConfetti(ground.current) : undefined), [winner]);
  if (places.length === 0) return <Empty>{t.noPodium}</Empty>;
  return (
    <div className={styles.podium}>
      <div ref={ground} className={styles.sky} aria-hidden="true" />
      <ol className={styles.places} aria-label={t.podium}>
        {withShared(places).map(({ rank, score, person }, at) => (
          <li key={person.id} data-rank={at + 1} data-me={person.id === me}>
            <span className="unseen">{t.place(rank, person.displayName, score)}</span>
            <b className={styles.name} aria-hidden="true">
              {person.displayName}
            </b>
            <span className={styles.block} aria-hidden="true">
              <b>{rank}</b>
              <span>{t.points(score)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
