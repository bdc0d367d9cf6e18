import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../api/session.ts';
import { useLive } from '../api/useLive.ts';
import { TableDocument, TableEventsDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { WhenLive } from '../ui/states.tsx';
import { Board } from './board.tsx';
import { Ending } from './ending.tsx';
import { Leave } from './leave.tsx';
import { LobbyPhase } from './lobbyPhase.tsx';
import { Log } from './log.tsx';
import { Standings } from './standings.tsx';
import { Status } from './status.tsx';
import styles from './table.module.css';
import type { TableState } from './tableModel.ts';
import { applyToTable, tableOf } from './tableState.ts';
import { Trail } from './trail.tsx';
import { useCalm } from './useCalm.ts';
import { useThrowing } from './useThrows.ts';

/** How often standings, trail and log change at most. */
const calmMs = 200;

/** A table from its lobby to its winner, for players and whoever watches. */
export default function Table({ id }: { id: string }) {
  const live = useLive({
    query: TableDocument,
    variables: { gameId: id },
    stateOf: ({ game }) => game && { state: tableOf(game), cursor: game.cursor },
    subscription: TableEventsDocument,
    apply: applyToTable,
  });
  return <WhenLive live={live}>{(state, again) => <AtTable state={state} again={again} />}</WhenLive>;
}

function AtTable({ state, again }: { state: TableState; again(): void }) {
  const me = useSession()?.user.id ?? '';
  const own = state.seats.find(({ person }) => person.id === me);
  // Cups come with the state, not with the event that says who sat down.
  const incomplete = state.seats.some(({ cups }) => cups.length === 0);
  useEffect(() => {
    if (incomplete) again();
  }, [incomplete, again]);
  const { throwAt, busy } = useThrowing(state.id, me);
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCallback((throwId: string | null) => setChosen(throwId), []);
  // The table itself comes first when much happens.
  const calm = useCalm(state, calmMs);
  const host = state.seats.find(({ person }) => person.id === state.hostId)?.person;
  const seated = own && !own.leftAt && (state.status === 'LOBBY' || state.status === 'ACTIVE');
  return (
    <>
      <div className={styles.head}>
        {/* Another screen, for whoever hears it, once it begins. */}
        <h1 key={state.status === 'LOBBY' ? 'before' : 'begun'}>
          {en.table.title(host?.displayName ?? en.table.nobody)}
        </h1>
        {seated && <Leave gameId={state.id} playing={state.status === 'ACTIVE'} />}
      </div>
      <div className={styles.screen} data-phase={state.status}>
        <div className={styles.main}>
          {state.status === 'LOBBY' ? (
            <LobbyPhase state={state} me={me} />
          ) : (
            <>
              <Ending state={state} me={me} />
              <Board state={state} me={me} busy={busy} throwAt={throwAt} />
              <Status state={state} me={me} />
            </>
          )}
          <Log lines={calm.log} choose={choose} />
        </div>
        <div className={styles.side}>
          {state.status !== 'LOBBY' && <Standings seats={calm.seats} me={me} />}
          {state.status !== 'LOBBY' && <Trail state={calm} me={me} chosen={chosen} choose={choose} />}
        </div>
      </div>
    </>
  );
}
