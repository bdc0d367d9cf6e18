import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { ImportQuizDocument, type QuizFormat } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Button, Field } from '../ui/parts.tsx';
import { say } from '../ui/toasts.tsx';
import { formatOf } from './draft.ts';
import styles from './quizzes.module.css';

const t = en.quizEditor;

/** A quiz from a file, or its text; what is wrong with it is shown line by line. */
export function ImportQuiz({ close }: { close(): void }) {
  const [, navigate] = useLocation();
  const id = useId();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<QuizFormat | null>(null);
  const { run, busy, refusal } = useAct(ImportQuizDocument, { quiet: true });
  const format = chosen ?? formatOf(text);
  const faults = refusal?.__typename === 'InvalidInputError' ? refusal.fields : [];
  const take = async (file: File | undefined) => {
    if (!file) return;
    setText(await file.text());
    setChosen(null);
    if (!title) setTitle(file.name.replace(/\.[^.]*$/, ''));
  };
  return (
    <Dialog title={t.importTitle} close={close}>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const payload = await run({ input: { format, text, title: title.trim() || null } });
          if (!payload) return;
          say(t.imported(payload.quiz.questionCount), 'good');
          navigate(`/quizzes/${payload.quiz.id}/edit`);
        }}
      >
        <p>{t.importLead}</p>
        <Field
          label={t.file}
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <div className={styles.paste}>
          <label htmlFor={`${id}-text`}>{t.text}</label>
          <textarea
            id={`${id}-text`}
            value={text}
            onChange={({ target }) => setText(target.value)}
            placeholder={t.example}
            spellCheck={false}
          />
        </div>
        <Field label={t.importQuizTitle} value={title} onChange={({ target }) => setTitle(target.value)} />
        <div className={styles.paste}>
          <label htmlFor={`${id}-format`}>{t.format}</label>
          <select
            id={`${id}-format`}
            value={format}
            onChange={({ target }) => setChosen(target.value === 'JSON' ? 'JSON' : 'CSV')}
          >
            <option>CSV</option>
            <option>JSON</option>
          </select>
        </div>
        <div role="alert">
          {refusal && faults.length === 0 && <p>{refusal.message}</p>}
          {faults.length > 0 && (
            <ul className={styles.faults} aria-label={t.faults(faults.length)}>
              {faults.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  <b>{t.place(field)}:</b> {message}
                </li>
              ))}
            </ul>
          )}
        </div>
        <Button type="submit" look="strong" className={styles.enter ?? ''} busy={busy} disabled={!text.trim()}>
          {t.import}
        </Button>
      </form>
    </Dialog>
  );
}
