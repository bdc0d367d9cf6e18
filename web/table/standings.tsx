import { memo, useLayoutEffect, useRef } from 'react';
import { en } from '../texts/en.ts';
import { Card, Person } from '../ui/parts.tsx';
import { seatColour } from './seatColour.ts';
import styles from './standings.module.css';
import type { Seat } from './tableModel.ts';

const moveMs = 450;
const standingOf = ({ cups }: Seat) => cups.filter(({ standing }) => standing).length;

/** Everyone by points, then by cups; rows move to their new places. */
export const Standings = memo(function Standings({ seats, me }: { seats: readonly Seat[]; me: string }) {
  const ranked = seats.toSorted((a, b) => b.score - a.score || standingOf(b) - standingOf(a) || a.seat - b.seat);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef<string[]>([]);
  const order = ranked.map(({ person }) => person.id);
  const joined = order.join(' ');
  useLayoutEffect(() => {
    const now = joined.split(' ');
    const was = before.current;
    before.current = now;
    if (was.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    now.forEach((id, index) => {
      const moved = was.indexOf(id) - index;
      if (!was.includes(id) || moved === 0) return;
      // Rows are equally high, so nothing has to be measured.
      const from = { transform: `translateY(${moved * 100}%)` };
      list.current?.children[index]?.animate([from, { transform: 'none' }], {
        duration: moveMs,
        easing: 'ease-in-out',
      });
    });
  }, [joined, before, list]);
  return (
    <Card title={en.table.standings}>
      <ol ref={list} className={styles.list}>
        {ranked.map((seat) => (
          <li
            key={seat.person.id}
            className={styles.row}
            style={seatColour(seat.seat)}
            data-gone={Boolean(seat.leftAt)}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.who}>
              <Person person={seat.person} me={seat.person.id === me} />
            </span>
            <span className={styles.cups}>{en.table.cups(standingOf(seat))}</span>
            <b key={seat.score} className={styles.score}>
              {seat.score}
              <span className="unseen"> {en.table.points(seat.score)}</span>
            </b>
          </li>
        ))}
      </ol>
    </Card>
  );
});
