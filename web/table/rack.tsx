import { memo, useState, type KeyboardEvent } from 'react';
import { en } from '../texts/en.ts';
import { Badge, Person } from '../ui/parts.tsx';
import { SittingOut } from './sittingOut.tsx';
import styles from './rack.module.css';
import type { RackPlace } from './layout.ts';
import { seatColour } from './seatColour.ts';
import type { Seat } from './tableModel.ts';

const t = en.table;

interface RackProps {
  seat: Seat;
  place: RackPlace;
  /** Across a cup. */
  cup: number;
  mine: boolean;
  /** Whether one may ever throw at it. */
  aimable: boolean;
  /** Whether one may now. */
  ready: boolean;
  /** The ids of cups that balls fly at, with spaces between. */
  taken: string;
  throwAt(cupId: string): void;
}

/** Someone's cups as a triangle, with their name. Arrow keys go from cup to cup; a rack is one stop of the Tab key. */
export const Rack = memo(function Rack(props: RackProps) {
  const { seat, place, cup, mine, aimable, ready, taken, throwAt } = props;
  const { person, cups, score } = seat;
  const standing = cups.filter((one) => one.standing);
  const [focused, setFocused] = useState<string>();
  const stop = standing.find(({ id }) => id === focused) ?? standing[0];
  const attacked = new Set(taken.split(' '));
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by || standing.length === 0) return;
    event.preventDefault();
    const index = standing.findIndex(({ id }) => id === stop?.id);
    const next = standing[(index + by + standing.length) % standing.length];
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-cup="${next?.id}"]`)?.focus();
  };
  return (
    <fieldset
      className={styles.rack}
      aria-label={t.rack(person.displayName, standing.length, cups.length)}
      data-gone={Boolean(seat.leftAt)}
      style={seatColour(seat.seat)}
    >
      <p
        className={styles.name}
        style={{
          left: `${place.left}cqw`,
          width: `${place.width}cqw`,
          top: `${place.hand.y}cqw`,
          fontSize: `clamp(0.75rem, ${place.width * 0.08}cqw, 1rem)`,
        }}
      >
        <span className={styles.dot} aria-hidden="true" />
        <Person person={person} me={mine} />
        <b key={score} className={styles.score}>
          {score}
          <span className="unseen"> {t.points(score)}</span>
        </b>
        {seat.leftAt ? (
          <Badge>{t.gone}</Badge>
        ) : (
          <SittingOut until={seat.sittingOutUntil} tight={place.width < (cup > 8 ? 60 : 40)} />
        )}
      </p>
      {cups.map(({ id, position, standing: stands }, index) => {
        const at = place.cups[index];
        const common = {
          className: styles.cup,
          style: { left: `${at?.x}cqw`, top: `${at?.y}cqw`, width: `${cup * 0.94}cqw` },
          'data-standing': stands,
          'data-attacked': attacked.has(id),
        } as const;
        if (!aimable || !stands) return <span {...common} key={id} aria-hidden="true" />;
        return (
          <button
            {...common}
            key={id}
            type="button"
            data-cup={id}
            data-ready={ready}
            aria-disabled={!ready || attacked.has(id)}
            aria-label={t.throwAt(person.displayName, position + 1)}
            tabIndex={stop?.id === id ? 0 : -1}
            onFocus={() => setFocused(id)}
            onKeyDown={walk}
            onClick={() => throwAt(id)}
          />
        );
      })}
    </fieldset>
  );
});
