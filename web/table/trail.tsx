import { memo, useEffect, useState, type CSSProperties } from 'react';
import { en } from '../texts/en.ts';
import { Button, Card, Empty } from '../ui/parts.tsx';
import { Receipt } from './receipt.tsx';
import { inTheAir, type Ball, type TableState } from './tableModel.ts';
import styles from './trail.module.css';
import { useHops, type Hop } from './useHops.ts';

const t = en.table.trail;
/** A throw that is over is looked at for as long before the next is followed. */
const lookMs = 2_500;
/** Hops that came at once light up one after the other. */
const stepMs = 110;
const early = 6;

/** The throw to look at when none is chosen: one's own, or the newest; not another every moment. */
function useFollowed(balls: readonly Ball[], me: string): string | null {
  const flying = balls.filter(inTheAir);
  const own = flying.findLast(({ thrower }) => thrower.id === me);
  const wanted = own ?? flying.findLast(({ ownerId }) => ownerId === me) ?? flying.at(-1) ?? balls.at(-1);
  const [followed, setFollowed] = useState<string | null>(wanted?.id ?? null);
  const current = balls.find(({ id }) => id === followed);
  const next = wanted?.id ?? null;
  const atOnce = !current || Boolean(own);
  const busy = current ? inTheAir(current) : false;
  if (next !== followed && atOnce) setFollowed(next);
  useEffect(() => {
    if (busy || next === followed) return undefined;
    const timer = setTimeout(() => setFollowed(next), lookMs);
    return () => clearTimeout(timer);
    // What comes next may change while this one is looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [busy, followed, next === followed]);
  return followed;
}

/** The validation hops of the throw that is chosen, or else of the one that is followed. */
export function Trail({
  state,
  me,
  chosen,
  choose,
}: {
  state: TableState;
  me: string;
  chosen: string | null;
  choose(throwId: string | null): void;
}) {
  const followed = useFollowed(state.balls, me);
  const throwId = chosen ?? followed;
  const { hops, complete } = useHops(throwId);
  const ball = state.balls.find(({ id }) => id === throwId);
  const owner = state.seats.find(({ person }) => person.id === ball?.ownerId)?.person;
  const follow = chosen && (
    <Button look="quiet" onClick={() => choose(null)}>
      {t.follow}
    </Button>
  );
  return (
    <Card title={t.title} actions={follow} className={styles.card ?? ''}>
      {ball && <p className={styles.about}>{t.of(ball.thrower.displayName, owner?.displayName ?? en.table.nobody)}</p>}
      {throwId ? <Hops key={throwId} hops={hops} complete={complete} /> : <Empty>{t.none}</Empty>}
      {throwId && complete && ball?.status === 'LANDED' && (ball.thrower.id === me || ball.ownerId === me) && (
        <Receipt key={`receipt of ${throwId}`} throwId={throwId} />
      )}
    </Card>
  );
}

const Hops = memo(function Hops({ hops, complete }: { hops: readonly Hop[]; complete: boolean }) {
  return (
    <ol className={styles.hops}>
      {hops.map(({ name, outcome, elapsedMs, detail }, index) => (
        <li
          key={name}
          className={styles.hop}
          data-outcome={outcome === 'WAITING' && index < hops.length - 1 ? 'WAITED' : outcome}
          title={detail ?? undefined}
          style={{ '--wait': `${index < early ? index * stepMs : 0}ms` } as CSSProperties}
        >
          <span className={styles.lamp} aria-hidden="true" />
          <span className={styles.name}>{t.hops[name] ?? name}</span>
          <span className="unseen">{t.outcomes[outcome]}</span>
          <span className={styles.ms}>{t.ms(elapsedMs)}</span>
        </li>
      ))}
      {!complete && (
        <li className={styles.hop} data-outcome="AHEAD" aria-hidden="true">
          <span className={styles.lamp} />
          <span className={styles.name}>{t.hops['SETTLED']}</span>
          <span className={styles.ms}>…</span>
        </li>
      )}
    </ol>
  );
});
