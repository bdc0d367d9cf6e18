import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useSession } from '../api/session.ts';
import { useAct, type RefusalOf } from '../api/useAct.ts';
import { JoinQuizRoomDocument, type JoinQuizRoomMutation } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Field } from '../ui/parts.tsx';
import { doorOf, ownName } from './door.ts';
import styles from './quizzes.module.css';

const t = en.quizzes;

/** The way into a room, by PIN or invitation code; a link may bring either. */
export function JoinRoom() {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(search.get('pin') ?? search.get('code') ?? '');
  const [displayName, setDisplayName] = useState('');
  const own = ownName(useSession()?.user.displayName ?? '');
  const { run, busy, refusal } = useAct(JoinQuizRoomDocument, { quiet: true });
  const faults = faultsOf(refusal);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const payload = await run({ input: { ...doorOf(code), displayName: displayName.trim() || own || null } });
        if (!payload) return;
        const { id, me } = payload.room;
        navigate(me?.role === 'HOST' ? `/rooms/${id}/host` : `/rooms/${id}`);
      }}
    >
      <div className={styles.pin}>
        <Field
          label={t.pin}
          hint={t.pinHint}
          fault={faults.code}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode={/^[\d ]*$/.test(code) ? 'numeric' : 'text'}
        />
      </div>
      <Field
        label={t.name}
        hint={t.nameHint}
        fault={faults.displayName}
        value={displayName}
        onChange={({ target }) => setDisplayName(target.value)}
        autoComplete="nickname"
        placeholder={own}
        maxLength={60}
      />
      <Button type="submit" look="strong" className={styles.enter ?? ''} busy={busy} disabled={!code.trim()}>
        {t.enter}
      </Button>
    </form>
  );
}

type Refused = RefusalOf<JoinQuizRoomMutation['joinQuizRoom']>;

/** At which field a refusal is shown. */
function faultsOf(refusal: Refused | null): { code?: string; displayName?: string } {
  if (!refusal) return {};
  if (refusal.__typename === 'NameTakenError') return { displayName: refusal.message };
  if (refusal.__typename !== 'InvalidInputError') return { code: refusal.message };
  const ofName = refusal.fields.find(({ field }) => field === 'displayName');
  const other = refusal.fields.find(({ field }) => field !== 'displayName');
  return { ...(ofName && { displayName: ofName.message }), ...(other && { code: other.message }) };
}
