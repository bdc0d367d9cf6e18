import { useAct } from '../api/useAct.ts';
import { SitDownDocument, StartGameDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Person } from '../ui/parts.tsx';
import styles from './lobbyPhase.module.css';
import { seatColour } from './seatColour.ts';
import type { TableState } from './tableModel.ts';

const t = en.table.lobby;
const leastPlayers = 2;

/** Before the game: who sits where, and what there is to do. */
export function LobbyPhase({ state, me }: { state: TableState; me: string }) {
  const { seats, settings, hostId, id } = state;
  const start = useAct(StartGameDocument);
  const sit = useAct(SitDownDocument);
  const host = seats.find(({ person }) => person.id === hostId)?.person;
  const seated = seats.some(({ person }) => person.id === me);
  const free = Math.max(0, settings.maxPlayers - seats.length);
  const enough = seats.length >= leastPlayers;
  return (
    <Card title={t.wait(seats.length, settings.maxPlayers)}>
      <p>
        {t.rules(
          settings.cupsPerPlayer,
          settings.challengesPerPlayer,
          settings.challengeSeconds,
          settings.answerSeconds,
        )}
      </p>
      <ul className={styles.seats}>
        {seats.map(({ person, seat }) => (
          <li key={person.id} className={styles.seat} style={seatColour(seat)}>
            <span className={styles.cup} aria-hidden="true" />
            <Person person={person} me={person.id === me} />
            {person.id === hostId && <Badge tone="gold">{t.host}</Badge>}
          </li>
        ))}
        {Array.from({ length: free }, (_, index) => (
          <li key={`free ${index}`} className={styles.seat} data-free="true">
            <span className={styles.cup} aria-hidden="true" />
            {t.free}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {hostId === me && (
          <Button look="strong" busy={start.busy} disabled={!enough} onClick={() => void start.run({ gameId: id })}>
            {t.start}
          </Button>
        )}
        {!seated && free > 0 && (
          <Button look="strong" busy={sit.busy} onClick={() => void sit.run({ gameId: id })}>
            {t.sit}
          </Button>
        )}
        <output className={styles.about}>
          {!enough
            ? `${t.needed} ${t.house(settings.maxPlayers)}`
            : hostId !== me && host
              ? t.hostStarts(host.displayName)
              : ''}
        </output>
      </div>
    </Card>
  );
}
