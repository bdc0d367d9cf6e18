import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { now, useSecondsLeft } from '../api/serverTime.ts';
import { useAct } from '../api/useAct.ts';
import { useEvery } from '../api/useEvery.ts';
import { BattlesDocument, CreateBattleDocument, type BattleInListFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Empty, Field, Person } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './battles.module.css';

const t = en.battles;
const lookMs = 5_000;

/** Battles to join, to watch, and that are over. */
export default function Battles() {
  const [{ data, error }, again] = useQuery({ query: BattlesDocument });
  useEvery(lookMs, again);
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const lists = [
    [t.waiting, data.waiting],
    [t.running, data.running],
  ] as const;
  return (
    <>
      <h1>{t.title}</h1>
      <p className="faint">{t.lead}</p>
      <div className={styles.columns}>
        {lists.map(([title, { edges }]) => (
          <Card key={title} title={title}>
            {edges.length === 0 ? <Empty>{t.none}</Empty> : <List battles={edges.map(({ node }) => node)} />}
          </Card>
        ))}
        <NewBattle />
        {data.finished.edges.length > 0 && (
          <Card title={t.finished}>
            <ul className={styles.list}>
              {data.finished.edges.map(({ node }) => (
                <li key={node.id}>
                  <Link href={`/battles/${node.id}`}>{node.title}</Link>
                  {node.winner && (
                    <span>
                      <Badge tone="gold">{t.winner}</Badge> <Person person={node.winner} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function List({ battles }: { battles: BattleInListFragment[] }) {
  return (
    <ul className={styles.list}>
      {battles.map((battle) => (
        <li key={battle.id}>
          <Link href={`/battles/${battle.id}`}>{battle.title}</Link>
          <span>
            {battle.fighting && <Badge tone="good">{t.fighting}</Badge>}
            {battle.group && <Badge>{battle.group.name}</Badge>} {t.fighters(battle.fighterCount, battle.maxFighters)} ·{' '}
            <Left battle={battle} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Left({ battle: { status, endsAt, beginsAt, seconds } }: { battle: BattleInListFragment }) {
  const left = useSecondsLeft(status === 'RUNNING' ? endsAt : beginsAt);
  if (left === null) return t.lasts(seconds);
  return status === 'RUNNING' ? t.endsIn(left) : t.beginsIn(left);
}

/** A new battle, open or within the group `groupId`. */
export function NewBattle({ groupId = null }: { groupId?: string | null }) {
  const [, navigate] = useLocation();
  const { run, busy, refusal } = useAct(CreateBattleDocument, { quiet: true });
  const [title, setTitle] = useState('');
  const [seconds, setSeconds] = useState('60');
  const [minutes, setMinutes] = useState('');
  const faults: Record<string, string> =
    refusal?.__typename === 'InvalidInputError'
      ? Object.fromEntries(refusal.fields.map(({ field, message }) => [field, message]))
      : { title: refusal?.message ?? '' };
  return (
    <Card title={t.create}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const beginsAt = minutes ? new Date(now() + Number(minutes) * 60_000).toISOString() : null;
          const made = await run({ input: { title, seconds: Number(seconds), beginsAt, groupId } });
          if (made) navigate(`/battles/${made.battle.id}`);
        }}
      >
        <Field
          label={t.name}
          fault={faults['title'] || undefined}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          required
          maxLength={80}
        />
        <Field
          label={t.seconds}
          hint={t.secondsHint}
          fault={faults['seconds']}
          type="number"
          min={10}
          max={86_400}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
          required
        />
        <Field
          label={t.minutes}
          hint={t.minutesHint}
          fault={faults['beginsAt']}
          type="number"
          min={1}
          max={43_200}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {t.create}
        </Button>
      </form>
    </Card>
  );
}
