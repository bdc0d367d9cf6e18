import { useCallback, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { useEvery } from '../api/useEvery.ts';
import { NewBattle } from '../battles/battles.tsx';
import { LiveRanks } from '../boards/liveRanks.tsx';
import {
  FindPersonDocument,
  GroupDocument,
  InviteToGroupDocument,
  JoinGroupDocument,
  LeaveGroupDocument,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Field } from '../ui/parts.tsx';
import { Failed, Loading, Missing } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import type { Group } from './groupParts.ts';
import styles from './groups.module.css';
import { Members } from './members.tsx';

const t = en.groups;
/** There is no stream of who comes and goes. */
const lookMs = 5_000;

/** One group: its board, live, who is in it, and what may be done about that. */
export default function GroupPage({ id }: { id: string }) {
  const [{ data, error }, read] = useQuery({ query: GroupDocument, variables: { id } });
  const again = useCallback(() => read({ requestPolicy: 'network-only' }), [read]);
  useEvery(lookMs, read);
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  if (!data.group) return <Missing />;
  return <Shown group={data.group} again={again} />;
}

function Shown({ group, again }: { group: Group; again(): void }) {
  const [, navigate] = useLocation();
  const join = useAct(JoinGroupDocument);
  const leave = useAct(LeaveGroupDocument);
  const groupId = group.id;
  const meet = useNewcomers(group, again);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{group.name}</h1>
          {group.description && <p>{group.description}</p>}
          <p className={styles.facts}>
            <span>{t.size(group.memberCount, group.maxMembers)}</span>
            <Badge>{group.open ? t.isOpen : t.closed}</Badge>
            {group.endedAt && <Badge tone="bad">{t.over}</Badge>}
          </p>
        </div>
        {group.me ? (
          <Button busy={leave.busy} onClick={async () => (await leave.run({ groupId })) && navigate('/groups')}>
            {t.leave}
          </Button>
        ) : (
          group.open &&
          !group.endedAt && (
            <Button look="strong" busy={join.busy} onClick={async () => (await join.run({ groupId })) && again()}>
              {t.join}
            </Button>
          )
        )}
      </div>
      <div className={styles.columns}>
        {(group.me || group.open) && (
          <Card title={t.board}>
            <LiveRanks boardId={group.scoreboard.id} first={20} empty={t.noPoints} seen={meet} />
          </Card>
        )}
        {group.members && <Members group={group} again={again} />}
        {group.me && group.inviteCode && <Invite groupId={groupId} code={group.inviteCode} />}
        {group.me && <NewBattle groupId={groupId} />}
      </div>
    </>
  );
}

/** Reads the group anew when somebody scores who isn't known yet: once for each, as some on the board are gone. */
function useNewcomers({ members }: Group, again: () => void): (userIds: readonly string[]) => void {
  const met = useRef(new Set<string>());
  return (userIds) => {
    const known = new Set(members?.edges.map(({ node }) => node.user.id));
    const strangers = userIds.filter((id) => !known.has(id) && !met.current.has(id));
    for (const id of strangers) met.current.add(id);
    if (strangers.length > 0) again();
  };
}

function Invite({ groupId, code }: { groupId: string; code: string }) {
  const client = useClient();
  const { run, busy } = useAct(InviteToGroupDocument);
  const [handle, setHandle] = useState('');
  const [fault, setFault] = useState<string>();
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    say(t.copied, 'good');
  };
  return (
    <Card title={t.invite}>
      <p>
        {t.codeIs} <code className={styles.code}>{code}</code>{' '}
        {'clipboard' in navigator && (
          <Button look="quiet" onClick={() => void copy()}>
            {t.copy}
          </Button>
        )}
      </p>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          setFault(undefined);
          const { data, error } = await client.query(FindPersonDocument, { handle: handle.trim().replace(/^@/, '') });
          if (error) return setFault(error.message);
          if (!data?.user) return setFault(t.nobodyOf(handle));
          if (!(await run({ groupId, userId: data.user.id }))) return;
          say(t.wasInvited(data.user.displayName), 'good');
          setHandle('');
        }}
      >
        <Field
          label={t.handle}
          fault={fault}
          value={handle}
          onChange={(event) => {
            setHandle(event.target.value);
            setFault(undefined);
          }}
          onInvalid={() => setFault(t.whom)}
          required
          autoComplete="off"
        />
        <Button type="submit" busy={busy}>
          {t.invite}
        </Button>
      </form>
    </Card>
  );
}
