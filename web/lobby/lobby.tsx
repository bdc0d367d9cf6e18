import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/useAct.ts';
import { useEvery } from '../api/useEvery.ts';
import { LobbyDocument, OpenTableDocument, SitDownDocument, type TableInListFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, ButtonLink, Card, Empty, Person } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './lobby.module.css';
import { OwnRules } from './ownRules.tsx';
import { Places } from './places.tsx';

const t = en.lobby;
/** Short windows and seats for a few, so that much happens soon. */
const quick = { maxPlayers: 4, challengeSeconds: 6, answerSeconds: 6 };
/** There is no stream of open tables. */
const lookMs = 3_000;

/** The tables one may sit down at, and one's own. */
export function Lobby() {
  const [{ data, error }, again] = useQuery({ query: LobbyDocument });
  const [, navigate] = useLocation();
  const open = useAct(OpenTableDocument);
  useEvery(lookMs, again);
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const mine = data.myGames.edges
    .map(({ node }) => node)
    .filter(({ status }) => status === 'ACTIVE' || status === 'LOBBY');
  const own = new Set(mine.map(({ id }) => id));
  const others = data.openGames.edges.map(({ node }) => node).filter((table) => !own.has(table.id) && hasRoom(table));
  return (
    <>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <Button
          look="strong"
          busy={open.busy}
          onClick={async () => {
            const payload = await open.run({ input: quick });
            if (payload) navigate(`/tables/${payload.game.id}`);
          }}
        >
          {t.open}
        </Button>
      </div>
      <div className={styles.lists}>
        {mine.length > 0 && (
          <Card title={t.mine}>
            <Tables tables={mine} seated />
          </Card>
        )}
        <Card title={t.others}>{others.length > 0 ? <Tables tables={others} /> : <Empty>{t.none}</Empty>}</Card>
        <OwnRules />
      </div>
      <Places linked />
    </>
  );
}

const hasRoom = ({ players, settings }: TableInListFragment) => players.length < settings.maxPlayers;

function Tables({ tables, seated = false }: { tables: TableInListFragment[]; seated?: boolean }) {
  const me = useSession()?.user.id;
  return (
    <ul className={styles.tables}>
      {tables.map((table) => (
        <li key={table.id}>
          <div>
            <p className={styles.people}>
              {table.players.map(({ seat, user }) => (
                <Person key={seat} person={user} me={user.id === me} />
              ))}
            </p>
            <p className={styles.facts}>
              {table.status === 'ACTIVE' && <Badge tone="good">{t.playing}</Badge>}
              {t.facts(table.players.length, table.settings)}
            </p>
          </div>
          {seated ? <ButtonLink href={`/tables/${table.id}`}>{t.goOn}</ButtonLink> : <SitDown table={table} />}
        </li>
      ))}
    </ul>
  );
}

function SitDown({ table: { id } }: { table: TableInListFragment }) {
  const [, navigate] = useLocation();
  const { run, busy } = useAct(SitDownDocument);
  return (
    <Button
      busy={busy}
      onClick={async () => {
        if (await run({ gameId: id })) navigate(`/tables/${id}`);
      }}
    >
      {t.sitDown}
    </Button>
  );
}
