import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { OpenTableDocument, type CreateGameInput } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, ButtonLink } from '../ui/parts.tsx';
import styles from './ending.module.css';
import type { TableState } from './tableModel.ts';

const t = en.table.over;
const pieces = Array.from({ length: 24 }, (_, index) => index);

/** What a table was opened with, for another by the same rules. */
function rulesOf(settings: TableState['settings']): CreateGameInput {
  const { maxPlayers, cupsPerPlayer, challengesPerPlayer, challengeSeconds, answerSeconds } = settings;
  return { maxPlayers, cupsPerPlayer, challengesPerPlayer, challengeSeconds, answerSeconds };
}

/** Who won, and what next; nothing while the game goes on. */
export function Ending({ state, me }: { state: TableState; me: string }) {
  const { status, winner, settings, seats } = state;
  const [, navigate] = useLocation();
  const open = useAct(OpenTableDocument);
  const heading = useRef<HTMLHeadingElement>(null);
  const over = status === 'FINISHED' || status === 'ABANDONED';
  // Whoever opens a table that is over saw nobody win.
  const [watched] = useState(!over);
  const played = seats.some(({ person }) => person.id === me);
  useEffect(() => {
    if (over) heading.current?.scrollIntoView({ block: 'center' });
  }, [over]);
  if (!over) return null;
  const title =
    status === 'ABANDONED'
      ? t.abandoned
      : winner
        ? winner.id === me
          ? t.youWon
          : t.won(winner.displayName)
        : t.nobody;
  return (
    <section className={styles.ending} aria-live="polite">
      {winner && watched && (
        <div className={styles.confetti} aria-hidden="true">
          {pieces.map((piece) => (
            <i
              key={piece}
              style={{
                left: `${(piece * 41) % 100}%`,
                background: `var(--key-${piece % 6})`,
                animationDelay: `${(piece % 8) * 0.12}s`,
              }}
            />
          ))}
        </div>
      )}
      <h2 ref={heading} className={styles.title}>
        {title}
      </h2>
      <div className={styles.acts}>
        {played && (
          <Button
            look="strong"
            busy={open.busy}
            onClick={async () => {
              const payload = await open.run({ input: rulesOf(settings) });
              if (payload) navigate(`/tables/${payload.game.id}`);
            }}
          >
            {t.again}
          </Button>
        )}
        <ButtonLink href="/">{en.common.home}</ButtonLink>
      </div>
    </section>
  );
}
