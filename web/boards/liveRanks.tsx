import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useSubscription } from 'urql';
import { StandingsDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Ranks } from '../ui/ranks.tsx';
import { Failed, Loading } from '../ui/states.tsx';

/** The first of a board, as they stand now. */
export function LiveRanks({
  boardId,
  first = 10,
  empty,
  seen,
}: {
  boardId: string;
  first?: number;
  empty: ReactNode;
  /** Told who stands there, whenever that may have changed. */
  seen?(userIds: readonly string[]): void;
}) {
  const [{ data, error }, again] = useSubscription({
    query: StandingsDocument,
    variables: { scoreboardId: boardId, first },
  });
  const tell = useEffectEvent((userIds: readonly string[]) => seen?.(userIds));
  useEffect(() => {
    if (data) tell(data.standings.entries.map(({ user }) => user.id));
  }, [data]);
  if (error) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const { entries, size } = data.standings;
  return (
    <>
      <Ranks
        label={en.boards.label}
        empty={empty}
        entries={entries.map(({ rank, score, user }) => ({ rank, score, person: user }))}
      />
      {size > entries.length && <p className="faint">{en.boards.others(size - entries.length)}</p>}
    </>
  );
}
