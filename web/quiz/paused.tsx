import { en } from '../texts/en.ts';
import styles from './paused.module.css';
import type { RoomState } from './room.ts';

/** Why the clock stands still, and what is left on it. */
export function Paused({ room: { pauseReason, remainingMs } }: { room: RoomState }) {
  return (
    <div className={styles.paused}>
      <b>{en.quizRoom.paused}</b>
      <span>{pauseReason === 'HOST_GONE' ? en.quizRoom.hostGone : en.quizRoom.pausedBy}</span>
      {remainingMs !== null && <b>{en.quizRoom.left(Math.ceil(remainingMs / 1000))}</b>}
    </div>
  );
}
