import { useMemo } from 'react';
import { now, useSecondsLeft } from '../api/serverTime.ts';
import { en } from '../texts/en.ts';
import styles from './ring.module.css';

/**
 * A ring that empties until `deadline`, in server time, around the seconds left. The animation is the browser's own; only
 * the number is drawn again, once a second.
 */
export function Ring({ deadline, seconds, size = 56 }: { deadline: string; seconds: number; size?: number }) {
  const left = useSecondsLeft(deadline) ?? 0;
  const timing = useMemo(() => {
    const leftMs = Math.max(0, Date.parse(deadline) - now());
    return { animationDuration: `${seconds}s`, animationDelay: `${leftMs / 1000 - seconds}s` };
  }, [deadline, seconds]);
  return (
    <span className={styles.ring} style={{ width: size, height: size }} role="timer" aria-label={en.common.left(left)}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle className={styles.track} cx="20" cy="20" r="17" />
        <circle key={deadline} className={styles.rest} cx="20" cy="20" r="17" pathLength={100} style={timing} />
      </svg>
      <b aria-hidden="true">{left}</b>
    </span>
  );
}
