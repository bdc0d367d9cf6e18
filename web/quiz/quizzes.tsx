import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '../api/useAct.ts';
import { DeleteQuizDocument, MyQuizzesDocument, type QuizInListFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Confirm } from '../ui/dialog.tsx';
import { Button, ButtonLink, Card, Empty } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import { ImportQuiz } from './importQuiz.tsx';
import { JoinRoom } from './joinRoom.tsx';
import { OpenRoom } from './openRoom.tsx';
import { MyRooms } from './myRooms.tsx';
import styles from './quizzes.module.css';

const t = en.quizzes;

/** Where quizzes begin: the way into a room, the rooms one is in, and what one has written. */
export default function Quizzes() {
  const [after, setAfter] = useState<string[]>([]);
  return (
    <>
      <h1>{t.title}</h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card title={t.join}>
            <JoinRoom />
          </Card>
          <MyRooms />
        </div>
        <MyQuizzes pages={['', ...after]} more={(cursor) => setAfter([...after, cursor])} />
      </div>
    </>
  );
}

function MyQuizzes({ pages, more }: { pages: string[]; more(cursor: string): void }) {
  const [importing, setImporting] = useState(false);
  return (
    <Card
      title={t.mine}
      actions={
        <span className={styles.acts}>
          <Button onClick={() => setImporting(true)}>{t.import}</Button>
          <ButtonLink look="strong" href="/quizzes/new">
            {t.create}
          </ButtonLink>
        </span>
      }
    >
      {pages.map((after, at) => (
        <QuizPage key={after} after={after || null} last={at === pages.length - 1} more={more} />
      ))}
      {importing && <ImportQuiz close={() => setImporting(false)} />}
    </Card>
  );
}

function QuizPage({ after, last, more }: { after: string | null; last: boolean; more(cursor: string): void }) {
  const [{ data, error }, again] = useQuery({ query: MyQuizzesDocument, variables: { after } });
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const { edges, pageInfo } = data.quizzes;
  if (edges.length === 0 && !after) return <Empty>{t.none}</Empty>;
  return (
    <>
      <ul className={styles.list}>
        {edges.map(({ node }) => (
          <MyQuiz key={node.id} quiz={node} gone={() => again({ requestPolicy: 'network-only' })} />
        ))}
      </ul>
      {last && pageInfo.hasNextPage && (
        <Button onClick={() => pageInfo.endCursor && more(pageInfo.endCursor)}>{en.common.more}</Button>
      )}
    </>
  );
}

function MyQuiz({ quiz: { id, title, questionCount }, gone }: { quiz: QuizInListFragment; gone(): void }) {
  const [asked, setAsked] = useState<'host' | 'remove' | null>(null);
  const { run, busy } = useAct(DeleteQuizDocument);
  const close = () => setAsked(null);
  const remove = async () => {
    if (!(await run({ quizId: id }))) return;
    close();
    say(t.removed);
    gone();
  };
  return (
    <li>
      <div>
        <b>{title}</b>
        <p className={styles.facts}>{en.common.count(questionCount, 'question', 'questions')}</p>
      </div>
      <span className={styles.acts}>
        <Button look="quiet" onClick={() => setAsked('remove')} aria-label={`${t.remove}: ${title}`}>
          {t.remove}
        </Button>
        <ButtonLink href={`/quizzes/${id}/edit`}>{t.edit}</ButtonLink>
        <Button look="strong" onClick={() => setAsked('host')} aria-label={t.open(title)}>
          {t.host}
        </Button>
      </span>
      {asked === 'host' && <OpenRoom quizId={id} title={title} close={close} />}
      {asked === 'remove' && (
        <Confirm
          title={t.removeSure(title)}
          act={{ text: t.remove, run: () => void remove() }}
          busy={busy}
          close={close}
        />
      )}
    </li>
  );
}
