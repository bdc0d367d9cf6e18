import { useRef } from 'react';
import { useAct } from '../api/useAct.ts';
import { EnterTournamentDocument, type TournamentPartsFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import { say } from '../ui/toasts.tsx';
import styles from './tournament.module.css';

const t = en.tournament;

/** Entering: what it costs and how it goes are said before anything is paid. */
export function Enter({
  tournament,
  purse,
  entered,
}: {
  tournament: TournamentPartsFragment;
  purse: { coins: number; level: number };
  entered(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { run, busy } = useAct(EnterTournamentDocument);
  const { id, entryFee, minLevel, name, groupSize, endsAt } = tournament;
  const why =
    purse.level < minLevel ? t.levelTooLow(minLevel) : purse.coins < entryFee ? t.tooFewCoins(purse.coins) : null;
  return (
    <>
      <Button look="strong" disabled={why !== null} onClick={() => dialog.current?.showModal()}>
        {t.enter}
      </Button>
      {why && <p className="faint">{why}</p>}
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-rules`}>
        <h2 id={`${id}-rules`}>{t.rulesOf(name)}</h2>
        <ul className={styles.rules}>
          {t.rules(entryFee, groupSize, new Date(endsAt)).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <p>
          <b>{t.purse(purse.coins, purse.coins - entryFee)}</b>
        </p>
        <form method="dialog" className={styles.acts}>
          <Button
            look="strong"
            busy={busy}
            onClick={async () => {
              const payload = await run({ tournamentId: id });
              dialog.current?.close();
              if (!payload) return;
              say(t.entered(name), 'good');
              entered();
            }}
          >
            {t.pay(entryFee)}
          </Button>
          <Button type="submit">{en.common.cancel}</Button>
        </form>
      </dialog>
    </>
  );
}
