import { useClient } from 'urql';
import { keepSession } from '../api/session.ts';
import { SignOutDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card } from '../ui/parts.tsx';
import { WhenLive } from '../ui/states.tsx';
import { History } from './history.tsx';
import { Ledger } from './ledger.tsx';
import styles from './me.module.css';
import { useMe } from './meContext.tsx';
import { Telegram } from './telegram.tsx';

const t = en.me;

/** Oneself: level, coins and where they came from, throws, sessions, Telegram. */
export default function Me() {
  const live = useMe();
  return (
    <WhenLive live={live}>
      {(me, again) => (
        <>
          <h1>{me.displayName}</h1>
          <p className={styles.facts}>
            <span>@{me.handle}</span>
            {me.guest && <Badge>{t.guest}</Badge>}
            <span>{t.since(new Date(me.createdAt))}</span>
          </p>
          <dl className={styles.figures}>
            <div>
              <dt>{t.level}</dt>
              <dd>{me.level}</dd>
            </div>
            <div>
              <dt>{t.coins}</dt>
              <dd>{(me.coins ?? 0).toLocaleString('en')}</dd>
            </div>
          </dl>
          <div className={styles.columns}>
            <Ledger key={me.coins} />
            <History userId={me.id} />
            <Telegram telegram={me.telegram} again={again} />
            <Sessions />
          </div>
        </>
      )}
    </WhenLive>
  );
}

function Sessions() {
  const client = useClient();
  const out = async (everywhere: boolean) => {
    if (everywhere && !confirm(t.sureEverywhere)) return;
    // The session is over here whatever the server says.
    await client.mutation(SignOutDocument, { everywhere });
    keepSession(null);
  };
  return (
    <Card title={t.sessions}>
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
