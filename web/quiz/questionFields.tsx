import { useState, type MouseEvent } from 'react';
import { en } from '../texts/en.ts';
import { Confirm } from '../ui/dialog.tsx';
import { Button, Field } from '../ui/parts.tsx';
import { say } from '../ui/toasts.tsx';
import { Area } from './area.tsx';
import type { DraftAction, OfQuestion } from './draft.ts';
import styles from './editor.module.css';
import { OptionFields } from './optionFields.tsx';
import { Picture } from './picture.tsx';

const t = en.quizEditor;

/** One question of a quiz that is being written. */
export function QuestionFields({
  question,
  number,
  last,
  faults,
  edit,
}: OfQuestion & { number: number; last: boolean }) {
  const { key, body, seconds, points, pictureUrl, explanation } = question;
  const faultAt = (field: string) => faults.get(`${key}.${field}`);
  const change = (to: Extract<DraftAction, { type: 'change' }>['to']) => edit({ type: 'change', question: key, to });
  const [removing, setRemoving] = useState(false);
  const remove = () => edit({ type: 'remove', question: key });
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    edit({ type: 'move', question: key, by });
    say(t.moved(number + by));
    // Who moves it again finds the focus where it was.
    requestAnimationFrame(() => {
      button.focus();
      button.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <li className={styles.question} aria-label={t.question(number)}>
      <div className={styles.head}>
        <h2>{t.question(number)}</h2>
        <span className={styles.acts}>
          <Button look="quiet" disabled={number === 1} onClick={move(-1)} aria-label={`${t.up}: ${t.question(number)}`}>
            ↑
          </Button>
          <Button look="quiet" disabled={last} onClick={move(1)} aria-label={`${t.down}: ${t.question(number)}`}>
            ↓
          </Button>
          <Button look="quiet" onClick={() => edit({ type: 'copy', question: key })}>
            {t.copy}
          </Button>
          <Button look="quiet" onClick={() => (body.trim() ? setRemoving(true) : remove())}>
            {t.remove}
          </Button>
        </span>
      </div>
      {removing && (
        <Confirm title={t.removeSure(number)} act={{ text: t.remove, run: remove }} close={() => setRemoving(false)}>
          <p>{body}</p>
        </Confirm>
      )}
      <Area
        label={t.body}
        fault={faultAt('body')}
        value={body}
        onChange={({ target }) => change({ body: target.value })}
        rows={2}
      />
      <OptionFields question={question} faults={faults} edit={edit} />
      <div className={styles.numbers}>
        <Field
          label={t.seconds}
          fault={faultAt('seconds')}
          type="number"
          min={3}
          max={240}
          inputMode="decimal"
          value={seconds}
          onChange={({ target }) => change({ seconds: target.value })}
        />
        <Field
          label={t.points}
          fault={faultAt('points')}
          type="number"
          min={0}
          max={2000}
          step={100}
          inputMode="numeric"
          value={points}
          onChange={({ target }) => change({ points: target.value })}
        />
        <div className={styles.wide}>
          <Field
            label={t.picture}
            fault={faultAt('pictureUrl')}
            type="url"
            placeholder={t.pictureHint}
            value={pictureUrl}
            onChange={({ target }) => change({ pictureUrl: target.value })}
          />
        </div>
      </div>
      {/^https:\/\/\S+\.\S+/.test(pictureUrl) && (
        <Picture address={pictureUrl} text={t.pictureOf(number)} className={styles.picture} />
      )}
      <Area
        label={t.explanation}
        fault={faultAt('explanation')}
        value={explanation}
        onChange={({ target }) => change({ explanation: target.value })}
        rows={1}
      />
    </li>
  );
}
