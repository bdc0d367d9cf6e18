import { en } from '../texts/en.ts';
import { Badge } from '../ui/parts.tsx';
import { WhenLive } from '../ui/states.tsx';
import { History } from './history.tsx';
import { Ledger } from './ledger.tsx';
import styles from './me.module.css';
import { useMe } from './meContext.tsx';
import { Sessions } from './sessions.tsx';
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
