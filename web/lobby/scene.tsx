import styles from './scene.module.css';

const across = 26;
/** Centres of a rack of six, as seen from above; `up` has its point upwards. */
function rackAt(top: number, up: boolean): { x: number; y: number }[] {
  const rows = up ? [1, 2, 3] : [3, 2, 1];
  return rows.flatMap((count, row) =>
    Array.from({ length: count }, (_, index) => ({
      x: 120 + (index - (count - 1) / 2) * across,
      y: top + row * across * 0.88,
    })),
  );
}

const cups = [
  ...rackAt(20, false).map((place) => ({ ...place, colour: 'var(--key-1)' })),
  ...rackAt(114, true).map((place) => ({ ...place, colour: 'var(--key-0)' })),
];
/** The cup that the ball flies at: the nearest of the far rack. */
const aimed = 5;

/** What the game is about, as a picture that moves: a ball at a cup, the ring that counts, and the cup that falls. */
export function Scene() {
  return (
    <svg viewBox="0 0 240 180" className={styles.scene} aria-hidden="true">
      <rect className={styles.wood} x="0" y="0" width="240" height="180" />
      {cups.map(({ x, y, colour }, index) => (
        <g key={`${x} ${y}`} className={index === aimed ? styles.aimed : undefined}>
          <circle cx={x} cy={y} r={across * 0.46} fill={colour} />
          <circle cx={x} cy={y} r={across * 0.4} fill="none" stroke="#fff" strokeOpacity="0.8" strokeWidth="2" />
          <circle cx={x} cy={y} r={across * 0.3} fill="#0008" />
        </g>
      ))}
      <circle className={styles.ring} cx="120" cy={20 + 2 * across * 0.88} r="16" pathLength={100} />
      <g className={styles.flight}>
        <circle className={styles.ball} cx="120" cy={20 + 2 * across * 0.88} r="6" />
      </g>
    </svg>
  );
}
