import { useState, type SubmitEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { keepSession, type Session } from '../api/session.ts';
import { useAct } from '../api/useAct.ts';
import { PlayAsGuestDocument, SignInDocument, SignUpDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Card, Field } from '../ui/parts.tsx';
import { say } from '../ui/toasts.tsx';
import { awaited } from './awaited.ts';
import styles from './entrance.module.css';
import { Places } from './places.tsx';
import { Scene } from './scene.tsx';

const t = en.entrance;

function enter(session: Session): void {
  keepSession(session);
  say(t.welcome(session.user.displayName), 'good');
}

/** A name to tell guests from one another by. */
function guestName(): string {
  return t.guestNames.map((words) => words[Math.floor(Math.random() * words.length)]).join(' ');
}

/** Where nobody is signed in: a game is one click away, an account two. */
export function Entrance() {
  const guest = useAct(PlayAsGuestDocument);
  const [known, setKnown] = useState(false);
  const [path] = useLocation();
  const waiting = awaited(path, useSearch());
  return (
    <>
      {waiting && <p className={styles.awaited}>{waiting}</p>}
      <div className={styles.entrance}>
        <div className={styles.lead}>
          <Scene />
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          <Button
            look="strong"
            className={styles.guest ?? ''}
            busy={guest.busy}
            onClick={async () => {
              const payload = await guest.run({ displayName: guestName() });
              if (payload) enter(payload.session);
            }}
          >
            {t.asGuest}
          </Button>
        </div>
        <Card
          title={known ? t.signIn : t.signUp}
          actions={
            <Button look="quiet" onClick={() => setKnown(!known)}>
              {known ? t.noAccount : t.haveAccount}
            </Button>
          }
        >
          {known ? <SignIn /> : <SignUp />}
        </Card>
      </div>
      <Places />
    </>
  );
}

function textsOf(event: SubmitEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  return Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
}

function SignUp() {
  const { run, busy, refusal } = useAct(SignUpDocument, { quiet: true });
  const faults: Record<string, string | undefined> =
    refusal?.__typename === 'InvalidInputError'
      ? Object.fromEntries(refusal.fields.map(({ field, message }) => [field, message]))
      : { handle: refusal?.message };
  return (
    <form
      onSubmit={async (event) => {
        const { handle = '', password = '', displayName } = textsOf(event);
        const payload = await run({ handle, password, displayName: displayName || null });
        if (payload) enter(payload.session);
      }}
    >
      <Field
        label={t.handle}
        hint={t.handleHint}
        fault={faults.handle}
        name="handle"
        required
        autoComplete="username"
      />
      <Field
        label={t.password}
        hint={t.passwordHint}
        fault={faults.password}
        name="password"
        type="password"
        required
        autoComplete="new-password"
      />
      <Field label={t.displayName} fault={faults.displayName} name="displayName" autoComplete="nickname" />
      <Button type="submit" busy={busy}>
        {t.signUp}
      </Button>
    </form>
  );
}

function SignIn() {
  const { run, busy, refusal } = useAct(SignInDocument, { quiet: true });
  return (
    <form
      onSubmit={async (event) => {
        const { handle = '', password = '' } = textsOf(event);
        const payload = await run({ handle, password });
        if (payload) enter(payload.session);
      }}
    >
      <Field label={t.handle} name="handle" required autoComplete="username" />
      <Field
        label={t.password}
        fault={refusal?.message}
        name="password"
        type="password"
        required
        autoComplete="current-password"
      />
      <Button type="submit" busy={busy}>
        {t.signIn}
      </Button>
    </form>
  );
}
