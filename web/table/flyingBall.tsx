import { memo, useState, type CSSProperties } from 'react';
import { now } from '../api/serverTime.ts';
import styles from './flyingBall.module.css';
import type { Point } from './layout.ts';
import { seatColour } from './seatColour.ts';
import { inTheAir, type Ball } from './tableModel.ts';

interface FlyingBallProps {
  ball: Ball;
  from: Point;
  to: Point;
  /** Across a cup. */
  cup: number;
  /** The thrower's. */
  seat: number;
  challengeSeconds: number;
  answerSeconds: number;
}

/** How much of a window of `seconds` until `deadline` is over, for an animation that is as long. */
function timing(deadline: string, seconds: number): CSSProperties {
  const leftMs = Math.max(0, Date.parse(deadline) - now());
  return { animationDuration: `${seconds}s`, animationDelay: `${leftMs / 1000 - seconds}s` };
}

/**
 * A ball from its thrower's hand to the rim of the cup, where it circles while its window is open, inside a ring that
 * counts the window down; then it sinks, bounces off, or fades. All of it is CSS animations of transforms: nothing is
 * measured, and someone who comes late sees it where everybody does.
 */
export const FlyingBall = memo(function FlyingBall(props: FlyingBallProps) {
  const { ball, from, to, cup, seat, challengeSeconds, answerSeconds } = props;
  const { status, challengeBy, answerBy } = ball;
  const [over, setOver] = useState(false);
  const [thrown] = useState(() => ({
    sinceMs: Math.max(0, now() - (Date.parse(challengeBy) - challengeSeconds * 1_000)),
  }));
  const deadline = answerBy ?? challengeBy;
  const [ring, setRing] = useState(() => ({
    deadline,
    style: timing(deadline, answerBy ? answerSeconds : challengeSeconds),
  }));
  if (ring.deadline !== deadline)
    setRing({ deadline, style: timing(deadline, answerBy ? answerSeconds : challengeSeconds) });
  if (over) return null;
  const style = {
    ...seatColour(seat),
    '--x0': `${from.x}cqw`,
    '--y0': `${from.y}cqw`,
    '--x1': `${to.x}cqw`,
    '--y1': `${to.y}cqw`,
    '--across': `${cup}cqw`,
    '--rise': `${-6 - Math.hypot(to.x - from.x, to.y - from.y) / 5}cqw`,
    '--since': `${-thrown.sinceMs}ms`,
  } as CSSProperties;
  return (
    <div className={styles.ball} style={style} data-status={status} aria-hidden="true">
      {inTheAir(ball) && (
        <svg viewBox="0 0 40 40" className={styles.ring}>
          <circle className={styles.track} cx="20" cy="20" r="18.5" />
          <circle key={deadline} className={styles.rest} cx="20" cy="20" r="18.5" pathLength={100} style={ring.style} />
        </svg>
      )}
      <div className={styles.path}>
        <div className={styles.arc}>
          <div className={styles.orbit}>
            <div className={styles.end} onAnimationEnd={() => setOver(!inTheAir(ball))}>
              <div className={styles.dot} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
});
