import type { Client, OperationResult } from '@urql/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../api/useAct.ts';
import {
  AddCohostDocument,
  KickPlayerDocument,
  RoomMembersDocument,
  TransferHostDocument,
  type RoomMembersQuery,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { Badge, Button, Field, Person } from '../ui/parts.tsx';
import styles from './people.module.css';
import { memberOf, type Member, type RoomState } from './room.ts';

const t = en.quizHost;

type Asked = { what: 'kick' | 'transfer'; member: Member } | null;

/** Everyone in the room, and what may be done about them. */
export function People({ room, close }: { room: RoomState; close(): void }) {
  const [asked, setAsked] = useState<Asked>(null);
  const cohost = useAct(AddCohostDocument);
  const [rest, setRest] = useState<ReadonlyMap<string, Member>>(new Map());
  const [reading, setReading] = useState(false);
  const client = useClient();
  // Of those that were read here the room tells nothing but what happened since.
  const shown = [...new Map([...rest, ...room.members]).values()];
  const readRest = async () => {
    setReading(true);
    setRest(await readMembers(client, room.id));
    setReading(false);
  };
  const hosts = room.me?.role === 'HOST';
  const mayKick = ({ person, role }: Member) =>
    room.phase !== 'ENDED' && person.id !== room.me?.person.id && (role === 'PLAYER' || (role === 'COHOST' && hosts));
  return (
    <Dialog title={`${t.people} (${room.memberCount})`} close={close}>
      <ul className={styles.people}>
        {shown.map((member) => (
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
      {room.memberCount > shown.length && (
        <Button busy={reading} onClick={() => void readRest()}>
          {t.showAll(room.memberCount)}
        </Button>
      )}
      {asked?.what === 'kick' && <Kick roomId={room.id} member={asked.member} close={() => setAsked(null)} />}
      {asked?.what === 'transfer' && <Transfer roomId={room.id} member={asked.member} close={() => setAsked(null)} />}
    </Dialog>
  );
}

async function readMembers(client: Client, id: string): Promise<ReadonlyMap<string, Member>> {
  const members: Member[] = [];
  let after: string | null = null;
  do {
    const read: OperationResult<RoomMembersQuery> = await client
      .query(RoomMembersDocument, { id, after }, { requestPolicy: 'network-only' })
      .toPromise();
    const page = read.data?.quizRoom?.members;
    members.push(...(page?.edges.map(({ node }) => memberOf(node)) ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return new Map(members.map((member) => [member.person.id, member]));
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
