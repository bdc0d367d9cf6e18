import { useSession } from '../api/session.ts';
import { useAct } from '../api/useAct.ts';
import {
  BanFromGroupDocument,
  KickGroupMemberDocument,
  SetGroupRoleDocument,
  TransferGroupDocument,
  UnbanFromGroupDocument,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Person } from '../ui/parts.tsx';
import type { Group } from './groupParts.ts';
import styles from './groups.module.css';

const t = en.groups;
type Member = NonNullable<Group['members']>['edges'][number]['node'];

/** Who is in the group; its owner and moderators may do something about each. */
export function Members({ group, again }: { group: Group; again(): void }) {
  const me = useSession()?.user.id;
  const unban = useAct(UnbanFromGroupDocument);
  const bans = group.bans?.edges ?? [];
  return (
    <Card title={t.members}>
      <ul className={styles.list}>
        {group.members?.edges.map(({ node }) => (
          <li key={node.user.id}>
            <span>
              <Person person={node.user} me={node.user.id === me} />{' '}
              {node.role !== 'MEMBER' && <Badge tone="gold">{t.roles[node.role]}</Badge>}
            </span>
            {node.user.id !== me && <Acts group={group} member={node} again={again} />}
          </li>
        ))}
      </ul>
      {bans.length > 0 && (
        <>
          <h3>{t.banned}</h3>
          <ul className={styles.list}>
            {bans.map(({ node }) => (
              <li key={node.user.id}>
                <span>
                  <Person person={node.user} /> {node.reason && <span className="faint">{node.reason}</span>}
                </span>
                <Button
                  look="quiet"
                  busy={unban.busy}
                  onClick={async () => (await unban.run({ groupId: group.id, userId: node.user.id })) && again()}
                >
                  {t.unban}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Acts({ group, member, again }: { group: Group; member: Member; again(): void }) {
  const role = useAct(SetGroupRoleDocument);
  const transfer = useAct(TransferGroupDocument);
  const kick = useAct(KickGroupMemberDocument);
  const ban = useAct(BanFromGroupDocument);
  const mine = group.me?.role;
  const owns = mine === 'OWNER';
  if (!owns && (mine !== 'MODERATOR' || member.role !== 'MEMBER')) return null;
  const target = { groupId: group.id, userId: member.user.id };
  const name = member.user.displayName;
  const after = (done: Promise<unknown>) => void done.then((payload) => payload && again());
  return (
    <details className={styles.menu}>
      <summary aria-label={t.actsOn(name)}>{t.acts}</summary>
      <div>
        {owns && (
          <Button
            busy={role.busy}
            onClick={() => after(role.run({ ...target, role: member.role === 'MEMBER' ? 'MODERATOR' : 'MEMBER' }))}
          >
            {member.role === 'MEMBER' ? t.promote : t.demote}
          </Button>
        )}
        {owns && (
          <Button busy={transfer.busy} onClick={() => confirm(t.sureTransfer(name)) && after(transfer.run(target))}>
            {t.transfer}
          </Button>
        )}
        <Button look="bad" busy={kick.busy} onClick={() => confirm(t.sureKick(name)) && after(kick.run(target))}>
          {t.kick}
        </Button>
        <Button
          look="bad"
          busy={ban.busy}
          onClick={() => {
            const reason = prompt(t.whyBan(name));
            if (reason !== null) after(ban.run({ ...target, reason: reason || null }));
          }}
        >
          {t.ban}
        </Button>
      </div>
    </details>
  );
}
