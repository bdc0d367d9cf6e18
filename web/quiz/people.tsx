import { useState } from 'react';
import { useAct } from '../api/useAct.ts';
import { AddCohostDocument, KickPlayerDocument, TransferHostDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { Badge, Button, Field, Person } from '../ui/parts.tsx';
import styles from './people.module.css';
import type { Member, RoomState } from './room.ts';

const t = en.quizHost;

type Asked = { what: 'kick' | 'transfer'; member: Member } | null;

/** Everyone in the room, and what may be done about them. */
export function People({ room, close }: { room: RoomState; close(): void }) {
  const [asked, setAsked] = useState<Asked>(null);
  const cohost = useAct(AddCohostDocument);
  const hosts = room.me?.role === 'HOST';
  const mayKick = ({ person, role }: Member) =>
    room.phase !== 'ENDED' && person.id !== room.me?.person.id && (role === 'PLAYER' || (role === 'COHOST' && hosts));
  return (
    <Dialog title={`${t.people} (${room.memberCount})`} close={close}>
      <ul className={styles.people}>
        {[...room.members.values()].map((member) => (
          <li key={member.person.id} data-online={member.online}>
            <span>
              <Person person={member.person} me={member.person.id === room.me?.person.id} />{' '}
              {member.role !== 'PLAYER' && <Badge tone="gold">{t.roles[member.role]}</Badge>}{' '}
              {!member.online && <Badge>{t.away}</Badge>}
            </span>
            <span className={styles.acts}>
              {hosts && room.phase !== 'ENDED' && member.role === 'PLAYER' && (
                <Button
                  look="quiet"
                  busy={cohost.busy}
                  aria-label={`${t.cohost}: ${member.person.displayName}`}
                  onClick={() => void cohost.run({ roomId: room.id, userId: member.person.id })}
                >
                  {t.cohost}
                </Button>
              )}
              {hosts && room.phase !== 'ENDED' && member.role === 'COHOST' && (
                <Button
                  look="quiet"
                  aria-label={`${t.transfer}: ${member.person.displayName}`}
                  onClick={() => setAsked({ what: 'transfer', member })}
                >
                  {t.transfer}
                </Button>
              )}
              {mayKick(member) && (
                <Button
                  look="bad"
                  aria-label={`${t.kick}: ${member.person.displayName}`}
                  onClick={() => setAsked({ what: 'kick', member })}
                >
                  {t.kick}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {room.memberCount > room.members.size && <p>{t.more(room.memberCount - room.members.size)}</p>}
      {asked?.what === 'kick' && <Kick roomId={room.id} member={asked.member} close={() => setAsked(null)} />}
      {asked?.what === 'transfer' && <Transfer roomId={room.id} member={asked.member} close={() => setAsked(null)} />}
    </Dialog>
  );
}

interface OfMember {
  roomId: string;
  member: Member;
  close(): void;
}

function Kick({ roomId, member: { person }, close }: OfMember) {
  const [reason, setReason] = useState('');
  const { run, busy } = useAct(KickPlayerDocument);
  const kick = async () => {
    if (await run({ roomId, userId: person.id, reason: reason.trim() || null })) close();
  };
  return (
    <Confirm
      title={t.kickSure(person.displayName)}
      act={{ text: t.kick, run: () => void kick() }}
      busy={busy}
      close={close}
    >
      <Field
        label={t.kickReason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        maxLength={200}
        autoComplete="off"
      />
    </Confirm>
  );
}

function Transfer({ roomId, member: { person }, close }: OfMember) {
  const { run, busy } = useAct(TransferHostDocument);
  const transfer = async () => {
    if (await run({ roomId, userId: person.id })) close();
  };
  return (
    <Confirm
      title={t.transferSure(person.displayName)}
      act={{ text: t.transfer, run: () => void transfer() }}
      busy={busy}
      close={close}
    />
  );
}
