import { useQuery } from 'urql';
import { BoardDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Card } from '../ui/parts.tsx';
import { Ranks } from '../ui/ranks.tsx';
import { Failed, Loading, Missing } from '../ui/states.tsx';
import styles from './boards.module.css';
import { LiveRanks } from './liveRanks.tsx';

const t = en.boards;
const shown = 20;

/** One board: its first, live, and where I am on it. */
export default function Board({ boardKey }: { boardKey: string }) {
  const [{ data, error }, again] = useQuery({ query: BoardDocument, variables: { key: boardKey } });
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const board = data.scoreboard;
  if (!board) return <Missing />;
  const mine = board.entry;
  return (
    <>
      <h1>{board.title}</h1>
      <p>
        {t.season(board.season)}
        {board.resetsAt && ` · ${t.resets(new Date(board.resetsAt))}`}
      </p>
      <div className={styles.columns}>
        <Card title={t.top}>
          <LiveRanks boardId={board.id} first={shown} empty={t.none} />
        </Card>
        {mine && mine.rank > shown && (
          <Card title={t.around}>
            <Ranks
              label={t.around}
              empty={t.none}
              entries={board.around.map(({ rank, score, user }) => ({ rank, score, person: user }))}
            />
          </Card>
        )}
      </div>
    </>
  );
}
