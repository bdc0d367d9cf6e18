import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { OpenTableDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Card, Field } from '../ui/parts.tsx';
import styles from './lobby.module.css';

const t = en.lobby.rules;

/** What can be set, with what the server takes; it begins with what the API's defaults are, but for seats. */
const rules = [
  { name: 'maxPlayers', least: 2, most: 8, first: 4 },
  { name: 'cupsPerPlayer', least: 1, most: 10, first: 6 },
  { name: 'challengesPerPlayer', least: 0, most: 10, first: 3 },
  { name: 'challengeSeconds', least: 1, most: 120, first: 15 },
  { name: 'answerSeconds', least: 1, most: 120, first: 15 },
] as const;

/** A table with other rules than the quick one's. */
export function OwnRules() {
  const [, navigate] = useLocation();
  const { run, busy } = useAct(OpenTableDocument);
  const [set, change] = useState(() => Object.fromEntries(rules.map(({ name, first }) => [name, String(first)])));
  return (
    <Card>
      <details>
        <summary>{t.title}</summary>
        <form
          className={styles.rules}
          onSubmit={async (event) => {
            event.preventDefault();
            const input = Object.fromEntries(rules.map(({ name }) => [name, Number(set[name])]));
            const payload = await run({ input });
            if (payload) navigate(`/tables/${payload.game.id}`);
          }}
        >
          {rules.map(({ name, least, most }) => (
            <Field
              key={name}
              label={t.labels[name]}
              type="number"
              min={least}
              max={most}
              value={set[name] ?? ''}
              onChange={({ target }) => change({ ...set, [name]: target.value })}
              required
            />
          ))}
          <Button type="submit" busy={busy}>
            {t.open}
          </Button>
        </form>
      </details>
    </Card>
  );
}
