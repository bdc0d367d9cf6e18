import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { LeaveTableDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import styles from './status.module.css';

const t = en.table;

/** The way out: at once from a lobby, after a question from a game. */
export function Leave({ gameId, playing }: { gameId: string; playing: boolean }) {
  const { run, busy } = useAct(LeaveTableDocument);
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const leave = async () => {
    if (!(await run({ gameId }))) return;
    setAsked(false);
    if (!playing) navigate('/');
  };
  if (!playing)
    return (
      <Button look="quiet" busy={busy} onClick={() => void leave()}>
        {t.leave}
      </Button>
    );
  if (!asked)
    return (
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t.giveUp}
      </Button>
    );
  return (
    <fieldset className={styles.sure} aria-label={t.giveUp}>
      <span>{t.sure}</span>
      <Button look="bad" busy={busy} onClick={() => void leave()}>
        {t.giveUp}
      </Button>
      <Button onClick={() => setAsked(false)}>{t.stay}</Button>
    </fieldset>
  );
}
