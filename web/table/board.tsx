import { useCallback, useMemo, useSyncExternalStore, type CSSProperties } from 'react';
import { useSecondsLeft } from '../api/serverTime.ts';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';
import styles from './board.module.css';
import { FlyingBall } from './flyingBall.tsx';
import { boardOf, type Point } from './layout.ts';
import { Rack } from './rack.tsx';
import { inTheAir, type Seat, type TableState } from './tableModel.ts';

const phone = matchMedia('(max-width: 40rem)');

function listen(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => phone.matches);
}

/** Why a throw of one's own makes no sense now; null: it does. */
function useHindrance({ status, balls }: TableState, own: Seat | undefined): string | null {
  const out = useSecondsLeft(own?.sittingOutUntil) ?? 0;
  const t = en.table.refused;
  if (status !== 'ACTIVE') return t['GAME_NOT_ACTIVE'] ?? '';
  if (!own || own.leftAt) return t['NOT_A_PLAYER'] ?? '';
  if (out > 0) return t['SITTING_OUT'] ?? '';
  const mine = balls.some((ball) => inTheAir(ball) && ball.thrower.id === own.person.id);
  return mine ? (t['BALL_IN_FLIGHT'] ?? '') : null;
}

/** All racks, and the balls between them. */
export function Board({
  state,
  me,
  busy,
  throwAt,
}: {
  state: TableState;
  me: string;
  busy: boolean;
  throwAt(cupId: string): Promise<void>;
}) {
  const { seats, balls, settings } = state;
  const narrow = useNarrow();
  const racks = JSON.stringify(seats.map(({ person, cups }) => ({ userId: person.id, cups: cups.length })));
  const places = useMemo(
    () => boardOf(JSON.parse(racks) as { userId: string; cups: number }[], me, narrow),
    [racks, me, narrow],
  );
  const points = useMemo(() => {
    const hands = new Map<string, Point>();
    const cups = new Map<string, Point>();
    for (const { userId, hand, cups: at } of places.racks) {
      hands.set(userId, hand);
      const seat = seats.find(({ person }) => person.id === userId);
      seat?.cups.forEach(({ id }, index) => cups.set(id, at[index] ?? hand));
    }
    return { hands, cups };
    // Cups never move: what changes about them is whether they stand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [places]);
  const own = seats.find(({ person }) => person.id === me);
  const hindrance = useHindrance(state, own);
  const aimed = useCallback(
    (cupId: string) => {
      if (hindrance) say(hindrance);
      else void throwAt(cupId);
    },
    [hindrance, throwAt],
  );
  const seatOf = (userId: string) => seats.find(({ person }) => person.id === userId);
  return (
    <section
      className={styles.board}
      aria-label={en.table.board}
      style={{ aspectRatio: `100 / ${places.height}`, '--tall': 100 / places.height } as CSSProperties}
    >
      {places.racks.map((place) => {
        const seat = seatOf(place.userId);
        if (!seat) return null;
        const atIt = balls.filter((ball) => inTheAir(ball) && ball.ownerId === place.userId);
        return (
          <Rack
            key={place.userId}
            seat={seat}
            place={place}
            cup={places.cup}
            mine={place.userId === me}
            aimable={Boolean(own) && !own?.leftAt && place.userId !== me && state.status === 'ACTIVE'}
            ready={hindrance === null && !busy}
            taken={atIt.map(({ cupId }) => cupId).join(' ')}
            throwAt={aimed}
          />
        );
      })}
      <div className={styles.balls} aria-hidden="true">
        {balls.map((ball) => {
          const from = points.hands.get(ball.thrower.id);
          const to = points.cups.get(ball.cupId);
          if (ball.old || !from || !to) return null;
          return (
            <FlyingBall
              key={ball.id}
              ball={ball}
              from={from}
              to={to}
              cup={places.cup}
              seat={seatOf(ball.thrower.id)?.seat ?? 0}
              challengeSeconds={settings.challengeSeconds}
              answerSeconds={settings.answerSeconds}
            />
          );
        })}
      </div>
    </section>
  );
}
