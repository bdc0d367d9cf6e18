import { en } from '../texts/en.ts';
import { Ring } from '../ui/ring.tsx';
import styles from './hostAsked.module.css';
import { fitOf } from './fit.ts';
import { Keys } from './keys.tsx';
import { Picture } from './picture.tsx';
import type { Question, RoomState } from './room.ts';
import { keyColour, Shape } from './shape.tsx';

/** The open question: what is asked, its answers, the time, and how many have answered. */
export function HostAsked({ room, question }: { room: RoomState; question: Question }) {
  const { deadline, answered, playerCount } = room;
  return (
    <div className={styles.asked}>
      <h2 className={styles.body} style={fitOf(question.body)}>
        {question.body}
      </h2>
      <div className={styles.middle}>
        <div className={styles.ring}>
          {deadline && <Ring deadline={deadline} seconds={question.seconds} size={150} />}
        </div>
        {question.pictureUrl && <Picture address={question.pictureUrl} text={en.quizRoom.picture} />}
        <p className={styles.answered}>
          <b>{en.quizHost.answered(answered, playerCount)}</b>
          {en.quizHost.answeredLabel}
        </p>
      </div>
      {room.me?.plays ? <Keys room={room} question={question} /> : <Options options={question.options} />}
    </div>
  );
}

/** The options in the colours and shapes of their keys; at the reveal with how many chose each. */
export function Options({
  options,
  right,
  distribution,
}: {
  options: readonly string[];
  right?: readonly number[];
  distribution?: readonly number[] | null;
}) {
  const most = Math.max(1, ...(distribution ?? []));
  return (
    <ol className={styles.options} data-revealed={right !== undefined} data-count={options.length}>
      {options.map((text, place) => {
        const count = distribution?.[place] ?? 0;
        return (
          <li key={text} style={keyColour(place)} data-right={right?.includes(place)}>
            {distribution && <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />}
            <Shape place={place} />
            <span className={styles.number}>{place + 1}</span>
            <span className={styles.text}>{text}</span>
            {right?.includes(place) && <b>✓ {en.quizRoom.right}</b>}
            {distribution && (
              <b className={styles.chose} aria-label={en.quizHost.chose(count)}>
                {count}
              </b>
            )}
          </li>
        );
      })}
    </ol>
  );
}
