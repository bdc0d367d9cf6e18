import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { BoardsDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Card, Empty } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './boards.module.css';
import { LiveRanks } from './liveRanks.tsx';

const t = en.boards;

/** The board of all, live, and the boards of games elsewhere. */
export default function Boards() {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  const [{ data, error }, again] = useQuery({ query: BoardsDocument, variables: { after: null } });
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>{t.title}</h1>
      <div className={styles.columns}>
        <Card title={data.globalLeaderboard.title}>
          <LiveRanks boardId={data.globalLeaderboard.id} first={20} empty={t.nobodyRose} />
        </Card>
        <Card title={t.all}>
          <ul className={styles.list}>
            {pages.map((after) => (
              <Page
                key={after}
                after={after}
                last={after === pages.at(-1)}
                more={(next) => setPages([...pages, next])}
                none={pages.length === 1}
              />
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

function Page({
  after,
  last,
  none,
  more,
}: {
  after: string | null;
  last: boolean;
  none: boolean;
  more(after: string): void;
}) {
  const [{ data }] = useQuery({ query: BoardsDocument, variables: { after } });
  const { edges = [], pageInfo } = data?.scoreboards ?? {};
  const end = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <Link href={`/boards/${encodeURIComponent(node.key)}`}>{node.title}</Link>
          <span>{en.common.count(node.size, t.person, t.people)}</span>
        </li>
      ))}
      {data && edges.length === 0 && none && (
        <li>
          <Empty>{t.noBoards}</Empty>
        </li>
      )}
      {last && end && (
        <li>
          <Button onClick={() => more(end)}>{en.common.more}</Button>
        </li>
      )}
    </>
  );
}
