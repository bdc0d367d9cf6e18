import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import { say } from '../ui/toasts.tsx';
import { doorAddress, spacedPin } from './door.ts';
import styles from './hostLobby.module.css';
import { QrCode } from './qrCode.tsx';
import { guestsOf } from './guests.ts';
import type { RoomState } from './room.ts';

const t = en.quizHost;
/** More names than this don't fit a wall. */
const mostShown = 60;

/** Before it begins: how to come in, as large as it goes, and who is in. */
export function HostLobby({ room }: { room: RoomState }) {
  const { pin, members } = room;
  const { here, online } = guestsOf(room);
  const address = doorAddress(location.origin, room);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  const others = [...members.values()].filter(({ person }) => person.id !== room.host.id);
  const shown = others.slice(-mostShown);
  const hidden = Math.max(0, here - shown.length);
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? '');
    say(t.copied, 'good');
  };
  return (
    <div className={styles.lobby}>
      <section className={styles.door}>
        {address && <QrCode address={address} className={styles.qr} />}
        <div>
          <p className={styles.lead}>{pin ? t.at(location.host) : t.invitation}</p>
          {pin && (
            <p className={styles.pin} aria-label={`${t.pin} ${[...pin].join(' ')}`}>
              {spacedPin(pin)}
            </p>
          )}
          {local && <p className={styles.local}>{t.local}</p>}
          {address && 'clipboard' in navigator && (
            <Button look="quiet" onClick={() => void copy()}>
              {t.copyLink}
            </Button>
          )}
        </div>
      </section>
      <section className={styles.people} aria-label={t.people}>
        <output className={styles.count}>
          {others.length > 0 ? t.here(here) : t.waiting} {others.length > 0 && <small>{t.online(online)}</small>}
        </output>
        {others.length > 0 && (
          <ul>
            {shown.map(({ person, online, role }) => (
              <li key={person.id} data-online={online} data-role={role}>
                {person.displayName}
              </li>
            ))}
            {hidden > 0 && <li>{t.more(hidden)}</li>}
          </ul>
        )}
      </section>
    </div>
  );
}
