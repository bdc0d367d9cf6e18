import { useState } from 'react';
import { useQuery } from 'urql';
import { useEvery } from '../api/useEvery.ts';
import { MyRoomsDocument, PastRoomsDocument, type RoomInListFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, ButtonLink, Card, Empty } from '../ui/parts.tsx';
import { Loading } from '../ui/states.tsx';
import styles from './quizzes.module.css';

const t = en.quizzes;
/** There is no stream of the rooms one is in. */
const lookMs = 10_000;

/** The rooms one is in, and those one was in. */
export function MyRooms() {
  const [past, setPast] = useState(false);
  const [{ data }, again] = useQuery({ query: MyRoomsDocument });
  useEvery(lookMs, again);
  const rooms = data?.myQuizRooms.edges.map(({ node }) => node) ?? [];
  return (
    <Card title={t.rooms}>
      {rooms.length > 0 ? <Rooms rooms={rooms} /> : <Empty>{t.noRooms}</Empty>}
      <details className={styles.past} onToggle={({ currentTarget }) => setPast(currentTarget.open)}>
        <summary>{t.past}</summary>
        {past && <PastRooms />}
      </details>
    </Card>
  );
}

function PastRooms() {
  const [{ data }] = useQuery({ query: PastRoomsDocument });
  if (!data) return <Loading />;
  const rooms = data.myQuizRooms.edges.map(({ node }) => node).filter(({ phase }) => phase === 'ENDED');
  return rooms.length > 0 ? <Rooms rooms={rooms} /> : <Empty>{t.noPast}</Empty>;
}

function Rooms({ rooms }: { rooms: readonly RoomInListFragment[] }) {
  return (
    <ul className={styles.list}>
      {rooms.map((room) => (
        <Room key={room.id} room={room} />
      ))}
    </ul>
  );
}

function Room({ room: { id, title, phase, pin, questionIndex, questionCount, me } }: { room: RoomInListFragment }) {
  const runs = me?.role === 'HOST' || me?.role === 'COHOST';
  const over = phase === 'ENDED';
  return (
    <li>
      <div>
        <b>{title}</b>
        <p className={styles.facts}>
          <Badge tone={over ? 'plain' : phase === 'LOBBY' ? 'gold' : 'good'}>{t.phases[phase]}</Badge>
          {questionIndex !== null && <span>{en.quizRoom.questionOf(questionIndex + 1, questionCount)}</span>}
          {pin && (
            <span>
              {en.quizHost.pin} {pin}
            </span>
          )}
        </p>
      </div>
      <span className={styles.acts}>
        {runs && <ButtonLink href={`/rooms/${id}/host`}>{over ? t.result : t.hostScreen}</ButtonLink>}
        {(over ? !runs : me?.role !== 'HOST') && (
          <ButtonLink href={`/rooms/${id}`}>{over ? t.result : t.goIn}</ButtonLink>
        )}
      </span>
    </li>
  );
}
