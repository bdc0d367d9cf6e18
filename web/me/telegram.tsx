import { useState } from 'react';
import { useAct } from '../api/useAct.ts';
import {
  ChooseNotificationsDocument,
  LinkTelegramDocument,
  UnlinkTelegramDocument,
  type NotificationKind,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Card } from '../ui/parts.tsx';
import styles from './me.module.css';
import type { MeState } from './meState.ts';

const t = en.me;
const kinds: NotificationKind[] = ['THROW_CHALLENGED', 'BATTLE_STARTING', 'TOURNAMENT_RESULT'];

/** Whether Telegram tells one of things, and of which. */
export function Telegram({ telegram, again }: { telegram: MeState['telegram']; again(): void }) {
  const link = useAct(LinkTelegramDocument, { quiet: true });
  const unlink = useAct(UnlinkTelegramDocument);
  const choose = useAct(ChooseNotificationsDocument);
  const [url, setUrl] = useState<string | null>(null);
  const chosen = new Set(telegram?.notifications);
  return (
    <Card title={t.telegram}>
      {telegram?.linkedAt ? (
        <>
          <p>{telegram.reachable ? t.linked : t.unreachable}</p>
          <Button busy={unlink.busy} onClick={async () => (await unlink.run({})) && again()}>
            {t.unlink}
          </Button>
        </>
      ) : (
        <>
          <p>{link.refusal?.message ?? t.telegramText}</p>
          {url ? (
            <p>
              <a href={url} target="_blank" rel="noreferrer">
                {t.openTelegram}
              </a>{' '}
              <Button look="quiet" onClick={again}>
                {t.done}
              </Button>
            </p>
          ) : (
            <Button busy={link.busy} onClick={async () => setUrl((await link.run({}))?.url ?? null)}>
              {t.link}
            </Button>
          )}
        </>
      )}
      {telegram && (
        <fieldset className={styles.kinds} disabled={choose.busy}>
          <legend>{t.tellMe}</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={chosen.has(kind)}
                onChange={async ({ target }) => {
                  const notifications = kinds.filter((one) => (one === kind ? target.checked : chosen.has(one)));
                  if (await choose.run({ notifications })) again();
                }}
              />{' '}
              {t.kinds[kind]}
            </label>
          ))}
        </fieldset>
      )}
    </Card>
  );
}
