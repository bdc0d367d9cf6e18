import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { OpenQuizRoomDocument, type QuizRoomSettingsInput } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Button, Field } from '../ui/parts.tsx';
import { newKey } from './newKey.ts';
import styles from './quizzes.module.css';

const t = en.quizzes.settings;

/** Asks how a room is to be run, and opens it. */
export function OpenRoom({ quizId, title, close }: { quizId: string; title: string; close(): void }) {
  const [, navigate] = useLocation();
  const [key] = useState(newKey);
  const [automatic, setAutomatic] = useState(false);
  const { run, busy, refusal } = useAct(OpenQuizRoomDocument, { quiet: true });
  const faultAt = (name: string) =>
    refusal?.__typename === 'InvalidInputError'
      ? refusal.fields.find(({ field }) => field.endsWith(name))?.message
      : undefined;
  return (
    <Dialog title={en.quizzes.open(title)} close={close}>
      <form
        noValidate
        onSubmit={async (event) => {
          const payload = await run({ input: { quizId, key, settings: settingsOf(event) } });
          if (payload) navigate(`/rooms/${payload.room.id}/host`);
        }}
      >
        <div className={styles.settings}>
          <label className={styles.check}>
            <input
              type="checkbox"
              name="automatic"
              checked={automatic}
              onChange={({ target }) => setAutomatic(target.checked)}
            />
            {t.automatic}
          </label>
          {automatic && (
            <Field
              label={t.intermissionSeconds}
              name="intermissionSeconds"
              type="number"
              inputMode="numeric"
              defaultValue={5}
              fault={faultAt('intermissionSeconds')}
            />
          )}
          <Check name="revealEarly" text={t.revealEarly} on />
          <Check name="lateJoin" text={t.lateJoin} on />
          <Check name="hostPlays" text={t.hostPlays} />
          <details>
            <summary>{t.more}</summary>
            <div className={styles.settings}>
              <Check name="answerChange" text={t.answerChange} />
              <Check name="streakBonus" text={t.streakBonus} on />
              <Check name="handOver" text={t.handOver} />
              <Check name="pinEntry" text={t.pinEntry} on />
              <Check name="wordFilter" text={t.wordFilter} on />
              <Field
                label={t.maxMembers}
                name="maxMembers"
                type="number"
                inputMode="numeric"
                defaultValue={2000}
                fault={faultAt('maxMembers')}
              />
              <Field
                label={t.alpha}
                name="alpha"
                type="number"
                inputMode="decimal"
                step={0.1}
                defaultValue={1}
                fault={faultAt('alpha')}
              />
            </div>
          </details>
        </div>
        {refusal && <p role="alert">{refusal.message}</p>}
        <Button type="submit" look="strong" className={styles.enter ?? ''} busy={busy}>
          {en.quizzes.openRoom}
        </Button>
      </form>
    </Dialog>
  );
}

function Check({ name, text, on = false }: { name: string; text: string; on?: boolean }) {
  return (
    <label className={styles.check}>
      <input type="checkbox" name={name} defaultChecked={on} />
      {text}
    </label>
  );
}

function settingsOf(event: SubmitEvent<HTMLFormElement>): QuizRoomSettingsInput {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  const numbers = Object.fromEntries(
    ['intermissionSeconds', 'maxMembers', 'alpha']
      .filter((name) => form.get(name))
      .map((name) => [name, Number(form.get(name))]),
  );
  return {
    ...numbers,
    advance: form.has('automatic') ? 'AUTOMATIC' : 'HOST',
    answerChange: form.has('answerChange') ? 'LAST' : 'FIRST',
    whenHostGone: form.has('handOver') ? 'HAND_OVER' : 'PAUSE',
    revealEarly: form.has('revealEarly'),
    lateJoin: form.has('lateJoin'),
    hostPlays: form.has('hostPlays'),
    streakBonus: form.has('streakBonus'),
    pinEntry: form.has('pinEntry'),
    wordFilter: form.has('wordFilter'),
  };
}
