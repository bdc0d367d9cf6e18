import { Link } from 'wouter';
import { en } from '../texts/en.ts';
import styles from './places.module.css';

const places = [
  ['quizzes', '/quizzes'],
  ['battles', '/battles'],
  ['tournament', '/tournament'],
  ['boards', '/boards'],
  ['groups', '/groups'],
] as const;

/** What else there is to play, in a line each; `linked` for whoever may go there. */
export function Places({ linked = false }: { linked?: boolean }) {
  return (
    <section aria-label={en.places.title}>
      <h2>{en.places.title}</h2>
      <ul className={styles.places}>
        {places.map(([name, path], index) => (
          <li key={name} className={styles.place}>
            <span className={styles.cup} style={{ background: `var(--key-${index})` }} aria-hidden="true" />
            <b>{linked ? <Link href={path}>{en.nav[name]}</Link> : en.nav[name]}</b>
            <p>{en.places[name]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
