import { useSecondsLeft } from '../api/serverTime.ts';
import { useAct } from '../api/useAct.ts';
import { ChallengeThrowDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import { Ring } from '../ui/ring.tsx';
import { canSeal } from './aim.ts';
import styles from './status.module.css';
import { inTheAir, type Ball, type Seat, type TableState } from './tableModel.ts';
import { useAnswer, useAutomatic } from './useThrows.ts';

const t = en.table;

/** What calls on this person, always in sight, and what they wait for. */
export function Status({ state, me }: { state: TableState; me: string }) {
  const { seats, balls, settings } = state;
  const [automatic, setAutomatic] = useAutomatic();
  const own = seats.find(({ person }) => person.id === me);
  const playing = own && !own.leftAt && state.status === 'ACTIVE';
  const atMe = balls.filter((ball) => inTheAir(ball) && ball.ownerId === me);
  const mine = balls.find((ball) => inTheAir(ball) && ball.thrower.id === me);
  if (state.status !== 'ACTIVE') return null;
  return (
    <>
      <div className={styles.calls}>
        {mine?.status === 'CHALLENGED' && (
          <Answer key={mine.id} ball={mine} me={me} automatic={automatic} seconds={settings.answerSeconds} />
        )}
        {playing &&
          atMe.map((ball) => <Call key={ball.id} ball={ball} own={own} seconds={settings.challengeSeconds} />)}
      </div>
      <div className={styles.status}>
        {mine?.status !== 'CHALLENGED' && <Waiting own={own} mine={mine} state={state} />}
        {playing && (
          <div className={styles.options}>
            <label className={styles.automatic}>
              <input type="checkbox" checked={automatic} onChange={({ target }) => setAutomatic(target.checked)} />
              {t.answer.automatic}
            </label>
            <small>{canSeal ? t.form.sealed : t.form.clear}</small>
          </div>
        )}
      </div>
    </>
  );
}

/** A ball at one of one's own cups. */
function Call({ ball, own, seconds }: { ball: Ball; own: Seat; seconds: number }) {
  const { run, busy } = useAct(ChallengeThrowDocument);
  const left = useSecondsLeft(ball.challengeBy);
  if (ball.status !== 'IN_FLIGHT') return null;
  const { challengesLeft } = own;
  return (
    <fieldset className={styles.call} aria-label={t.challenge.call(ball.thrower.displayName)}>
      <Ring deadline={ball.challengeBy} seconds={seconds} />
      <p className={styles.words}>
        <b>{t.challenge.call(ball.thrower.displayName)}</b>
        <span className={styles.small}>{challengesLeft > 0 ? t.challenge.left(challengesLeft) : t.challenge.none}</span>
      </p>
      {challengesLeft > 0 && (
        <Button look="strong" busy={busy} disabled={left === 0} onClick={() => void run({ throwId: ball.id })}>
          {t.challenge.act}
        </Button>
      )}
    </fieldset>
  );
}

/** A challenge to one's own throw. */
function Answer({ ball, me, automatic, seconds }: { ball: Ball; me: string; automatic: boolean; seconds: number }) {
  const { state, answer } = useAnswer(ball, me, automatic);
  const challenger = ball.challenger?.displayName ?? t.nobody;
  return (
    <div className={styles.call} data-urgent={!automatic} role={automatic ? 'status' : 'alert'}>
      {ball.answerBy && <Ring deadline={ball.answerBy} seconds={seconds} />}
      <p className={styles.words}>
        <b>{automatic && state !== 'elsewhere' ? t.status.answering(challenger) : t.answer.call(challenger)}</b>
        {state === 'elsewhere' && <span className={styles.small}>{t.answer.elsewhere}</span>}
      </p>
      {!automatic && state !== 'elsewhere' && (
        <Button look="strong" busy={state === 'under way'} onClick={answer}>
          {t.answer.act}
        </Button>
      )}
    </div>
  );
}

function Waiting({ own, mine, state }: { own: Seat | undefined; mine: Ball | undefined; state: TableState }) {
  const out = useSecondsLeft(own?.sittingOutUntil) ?? 0;
  const { seats, settings } = state;
  if (!own) return <p className={styles.waiting}>{t.status.watching}</p>;
  if (own.leftAt) return <p className={styles.waiting}>{t.status.gone}</p>;
  if (mine) {
    const owner = seats.find(({ person }) => person.id === mine.ownerId)?.person.displayName ?? t.nobody;
    return (
      <p className={styles.waiting}>
        <Ring deadline={mine.challengeBy} seconds={settings.challengeSeconds} size={44} />
        {t.status.flying(owner)}
      </p>
    );
  }
  if (out > 0 && own.sittingOutUntil)
    return (
      <p className={styles.waiting}>
        <Ring deadline={own.sittingOutUntil} seconds={settings.challengeSeconds} size={44} />
        {t.status.sittingOut}
      </p>
    );
  const down = own.cups.every(({ standing }) => !standing);
  return (
    <p className={styles.waiting} data-ready="true">
      {t.status.aim} {down && t.status.noCups}
    </p>
  );
}
