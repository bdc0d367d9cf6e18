import { en } from '../texts/en.ts';
import styles from './outcome.module.css';
import { placeOf } from './places.ts';
import type { Question, Reveal } from './room.ts';
import { keyColour, Shape } from './shape.tsx';

const t = en.quizPlayer;

/** How a question went for one player: points, bonus, streak, place, and what was right. */
export function Outcome({ question, reveal, automatic }: { question: Question; reveal: Reveal; automatic: boolean }) {
  const { result, correctOptions, explanation } = reveal;
  const place = result && placeOf(result);
  const tone = result ? (result.correct ? 'right' : 'wrong') : 'none';
  return (
    <div className={styles.outcome}>
      {result && (
        <div className={styles.result} data-tone={tone} key={question.index}>
          <h2>{result.correct ? t.right : result.options ? t.wrong : t.unanswered}</h2>
          <p className={styles.points}>{t.gained(result.points)}</p>
          {result.bonus > 0 && <p>{t.bonus(result.bonus, result.streak)}</p>}
          <p className={styles.place}>
            {place && `${t.rank(place)} · `}
            {t.score(result.score)}
          </p>
        </div>
      )}
      <h3 className={styles.body}>{question.body}</h3>
      <ul className={styles.options}>
        {question.options.map((text, place) => (
          <li key={text} style={keyColour(place)} data-right={correctOptions.includes(place)}>
            <Shape place={place} />
            <span>{text}</span>
            {correctOptions.includes(place) && <b>{en.quizRoom.right} ✓</b>}
            {result?.options?.includes(place) && <span className={styles.mine}>{en.common.you}</span>}
          </li>
        ))}
      </ul>
      {explanation && <p className={styles.explanation}>{explanation}</p>}
      {automatic && <p className={styles.next}>{t.next}</p>}
    </div>
  );
}
