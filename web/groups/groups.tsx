import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { CreateGroupDocument, GroupsDocument, JoinGroupDocument, type GroupInListFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Empty, Field } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './groups.module.css';

const t = en.groups;

/** My groups, others to join, an invitation to use, and a new one. */
export default function Groups() {
  const [search, setSearch] = useState('');
  const [{ data, error }, again] = useQuery({ query: GroupsDocument, variables: { search: search.trim() || null } });
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const mine = data.mine.edges.map(({ node }) => node);
  const own = new Set(mine.map(({ id }) => id));
  const others = data.all.edges.map(({ node }) => node).filter(({ id }) => !own.has(id));
  return (
    <>
      <h1>{t.title}</h1>
      <div className={styles.columns}>
        <Card title={t.mine}>{mine.length === 0 ? <Empty>{t.none}</Empty> : <List groups={mine} />}</Card>
        <Card title={t.others}>
          <Field label={t.search} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
          {others.length === 0 ? <Empty>{t.noOthers}</Empty> : <List groups={others} />}
        </Card>
        <ByCode />
        <NewGroup />
      </div>
    </>
  );
}

function List({ groups }: { groups: GroupInListFragment[] }) {
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <li key={group.id}>
          <div>
            <Link href={`/groups/${group.id}`}>{group.name}</Link> {!group.open && <Badge>{t.closed}</Badge>}
            {group.description && <p className="faint">{group.description}</p>}
          </div>
          <span className="faint">{t.size(group.memberCount, group.maxMembers)}</span>
        </li>
      ))}
    </ul>
  );
}

function ByCode() {
  const [, navigate] = useLocation();
  const { run, busy, refusal } = useAct(JoinGroupDocument, { quiet: true });
  const [inviteCode, setInviteCode] = useState('');
  return (
    <Card title={t.invited}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const payload = await run({ inviteCode: inviteCode.trim() });
          if (payload) navigate(`/groups/${payload.group.id}`);
        }}
      >
        <Field
          label={t.code}
          fault={refusal?.message}
          value={inviteCode}
          onChange={(event) => setInviteCode(event.target.value)}
          required
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" busy={busy}>
          {t.join}
        </Button>
      </form>
    </Card>
  );
}

function NewGroup() {
  const [, navigate] = useLocation();
  const { run, busy, refusal } = useAct(CreateGroupDocument, { quiet: true });
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [open, setOpen] = useState(true);
  const faults: Record<string, string | undefined> =
    refusal?.__typename === 'InvalidInputError'
      ? Object.fromEntries(refusal.fields.map(({ field, message }) => [field, message]))
      : { name: refusal?.message };
  return (
    <Card title={t.create}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const payload = await run({ input: { name, description: description || null, open } });
          if (payload) navigate(`/groups/${payload.group.id}`);
        }}
      >
        <Field
          label={t.name}
          fault={faults['name']}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
        />
        <Field
          label={t.description}
          fault={faults['description']}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} /> {t.open}
        </label>
        <Button type="submit" busy={busy}>
          {t.create}
        </Button>
      </form>
    </Card>
  );
}
