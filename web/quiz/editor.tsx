import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/useAct.ts';
import {
  CreateQuizDocument,
  QuizToEditDocument,
  UpdateQuizDocument,
  type QuizInEditorFragment,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, ButtonLink, Field } from '../ui/parts.tsx';
import { Failed, Loading, Missing } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import {
  bounds,
  draftOf,
  editDraft,
  emptyDraft,
  faultsOf,
  inputOf,
  type Draft,
  type DraftAction,
  type Faults,
} from './draft.ts';
import styles from './editor.module.css';
import { dropDraft, keepDraft, keptDraft } from './keptDraft.ts';
import { newKey } from './newKey.ts';
import { QuestionFields } from './questionFields.tsx';

const t = en.quizEditor;

/** Writes a quiz, or changes one. */
export default function QuizEditor({ id }: { id: string | null }) {
  return id === null ? <Editor quiz={null} /> : <Existing id={id} />;
}

function Existing({ id }: { id: string }) {
  const [{ data, error, stale }, again] = useQuery({ query: QuizToEditDocument, variables: { id } });
  if (error && !data) return <Failed message={error.message} again={again} />;
  // What was read before may be older than what was saved since.
  if (!data || stale) return <Loading />;
  const quiz = data.node?.__typename === 'Quiz' ? data.node : null;
  return quiz?.questions ? <Editor quiz={quiz} /> : <Missing />;
}

const noFaults: Faults = new Map();

function Editor({ quiz }: { quiz: QuizInEditorFragment | null }) {
  const [, navigate] = useLocation();
  const userId = useSession()?.user.id ?? '';
  const quizId = quiz?.id ?? null;
  const original = () => (quiz ? draftOf(quiz) : emptyDraft());
  const [kept, setKept] = useState(() => keptDraft(userId, quizId));
  const [draft, setDraft] = useState(() => kept?.draft ?? original());
  /** Whether what is kept was found here, not written since. */
  const [found, setFound] = useState(kept !== null);
  /** What was refused, if something was. */
  const [sent, setSent] = useState<Draft | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const create = useAct(CreateQuizDocument, { quiet: true });
  const update = useAct(UpdateQuizDocument, { quiet: true });
  const refusal = sent && (create.refusal ?? update.refusal);
  const faults = useMemo(
    () => (sent && refusal?.__typename === 'InvalidInputError' ? faultsOf(sent, refusal.fields) : noFaults),
    [sent, refusal],
  );

  const edit = (action: DraftAction) => {
    const next = editDraft(draft, action);
    // Another text is another quiz: a save that got no answer is not taken for this one.
    const keep = { draft: next, createKey: newKey() };
    setDraft(next);
    setKept(keep);
    keepDraft(userId, quizId, keep);
  };
  const forget = () => {
    dropDraft(userId, quizId);
    setKept(null);
    setFound(false);
    setSent(null);
  };
  const save = async () => {
    const input = inputOf(draft);
    const key = kept?.createKey ?? newKey();
    setSent(draft);
    const payload = quizId
      ? await update.run({ input: { quizId, ...input } })
      : await create.run({ input: { ...input, key } });
    if (!payload) return;
    forget();
    say(t.saved, 'good');
    navigate('/quizzes');
  };
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [faults]);

  return (
    <form
      ref={form}
      noValidate
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{quiz ? t.edit : t.create}</h1>
      {found && (
        <p className={styles.restored}>
          {t.restored}{' '}
          <Button
            onClick={() => {
              forget();
              setDraft(original());
            }}
          >
            {t.discard}
          </Button>
        </p>
      )}
      <Field
        label={t.title}
        fault={faults.get('title')}
        value={draft.title}
        onChange={({ target }) => edit({ type: 'title', title: target.value })}
        maxLength={200}
        autoComplete="off"
      />
      <ol className={styles.questions}>
        {draft.questions.map((question, at) => (
          <QuestionFields
            key={question.key}
            question={question}
            number={at + 1}
            last={at === draft.questions.length - 1}
            faults={faults}
            edit={edit}
          />
        ))}
      </ol>
      {faults.get('questions') && <p className={styles.fault}>{faults.get('questions')}</p>}
      <p>
        <Button onClick={() => edit({ type: 'add' })} disabled={draft.questions.length >= bounds.questions}>
          {t.addQuestion}
        </Button>
      </p>
      <div className={styles.foot}>
        <output>
          {refusal ? (
            <b className={styles.fault}>{faults.size > 0 ? t.faults(faults.size) : refusal.message}</b>
          ) : kept ? (
            t.changed
          ) : (
            quiz && t.upToDate
          )}
        </output>
        <span className={styles.acts}>
          <ButtonLink href="/quizzes">{en.quizzes.title}</ButtonLink>
          <Button type="submit" look="strong" busy={create.busy || update.busy}>
            {en.common.save}
          </Button>
        </span>
      </div>
    </form>
  );
}
