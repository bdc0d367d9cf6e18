import { useId, useRef } from 'react';
import { useClient, useQuery } from 'urql';
import { keepSession } from '../api/session.ts';
import { useAct } from '../api/useAct.ts';
import { EndSessionDocument, MySessionsDocument, SignOutDocument, type MySessionsQuery } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import styles from './me.module.css';

const t = en.me;

type Session = MySessionsQuery['mySessions'][number];

/** Where one is signed in; ends a session, this one or all. */
export function Sessions() {
  const client = useClient();
  const [{ data, error }, again] = useQuery({ query: MySessionsDocument });
  const { run, busy } = useAct(EndSessionDocument);
  const list = useRef<HTMLUListElement>(null);
  const readAgain = () => again({ requestPolicy: 'network-only' });
  const end = async ({ id, device }: Session) => {
    const ended = await run({ sessionId: id });
    readAgain();
    if (!ended) return;
    say(t.ended(device));
    // The button that was pressed goes.
    list.current?.focus();
  };
  const out = async (everywhere: boolean) => {
    if (everywhere && !confirm(t.sureEverywhere)) return;
    // The session is over here whatever the server says.
    await client.mutation(SignOutDocument, { everywhere });
    keepSession(null);
  };
  return (
    <Card title={t.sessions}>
      {!data && !error && <Loading />}
      {!data && error && <Failed message={error.message} again={readAgain} />}
      {data && (
        <ul ref={list} className={styles.sessions} tabIndex={-1} aria-label={t.sessions}>
          {data.mySessions.map((session) => (
            <Line key={session.id} session={session} busy={busy} end={() => void end(session)} />
          ))}
        </ul>
      )}
      <p className="faint">{t.sessionsText}</p>
      <div className={styles.acts}>
        <Button onClick={() => void out(false)}>{t.signOut}</Button>
        <Button look="bad" onClick={() => void out(true)}>
          {t.signOutEverywhere}
        </Button>
      </div>
    </Card>
  );
}

function Line({ session, busy, end }: { session: Session; busy: boolean; end(): void }) {
  const times = useId();
  return (
    <li>
      <div>
        <p className={styles.device}>
          {session.device ?? t.unknownDevice} {session.current && <Badge tone="good">{t.thisDevice}</Badge>}
        </p>
        <p id={times} className={styles.times}>
          <span>{t.signedIn(new Date(session.createdAt))}</span> <span>{t.lastUsed(new Date(session.lastUsedAt))}</span>
        </p>
      </div>
      {!session.current && (
        <Button busy={busy} aria-label={t.endOn(session.device)} aria-describedby={times} onClick={end}>
          {t.end}
        </Button>
      )}
    </li>
  );
}
