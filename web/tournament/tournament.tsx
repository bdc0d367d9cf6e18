import { useState } from 'react';
import { useQuery } from 'urql';
import { useFollow } from '../api/useFollow.ts';
import { useAct } from '../api/useAct.ts';
import { LiveRanks } from '../boards/liveRanks.tsx';
import {
  ClaimRewardDocument,
  TournamentDocument,
  TournamentEventsDocument,
  type TournamentPartsFragment,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, Card, Empty } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import { Enter } from './enter.tsx';
import styles from './tournament.module.css';

const t = en.tournament;

/** Today's tournament, others one may enter, and those one was in. */
export default function Tournament() {
  const [{ data, error }, read] = useQuery({ query: TournamentDocument });
  const again = () => read({ requestPolicy: 'network-only' });
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  const { currentTournament: current, me } = data;
  const open = data.tournaments.edges.map(({ node }) => node).filter(({ id }) => id !== current?.id);
  const past = data.myTournaments.edges.map(({ node }) => node).filter(({ id }) => id !== current?.id);
  const purse = { coins: me?.coins ?? 0, level: me?.level ?? 0 };
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {!current && open.length === 0 && <Empty>{t.none}</Empty>}
      <div className={styles.columns}>
        {[...(current ? [current] : []), ...open].map((tournament) => (
          <Shown key={tournament.id} tournament={tournament} purse={purse} again={again} />
        ))}
        {past.length > 0 && (
          <Card title={t.past}>
            <ul className={styles.list}>
              {past.map((tournament) => (
                <Past key={tournament.id} tournament={tournament} again={again} />
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

interface Shared {
  tournament: TournamentPartsFragment;
  again(): void;
}

const when = (at: string) =>
  new Date(at).toLocaleString('en', { weekday: 'short', hour: '2-digit', minute: '2-digit' });

function Shown({ tournament, purse, again }: Shared & { purse: { coins: number; level: number } }) {
  const { id, cursor, status, myEntry: entry } = tournament;
  useFollow(TournamentEventsDocument, { tournamentId: id, after: cursor }, again);
  return (
    <Card
      title={tournament.name}
      actions={<Badge tone={status === 'OPEN' ? 'good' : 'plain'}>{t.status[status]}</Badge>}
    >
      <dl className={styles.facts}>
        <dt>{t.entry}</dt>
        <dd>{t.until(when(tournament.entryClosesAt))}</dd>
        <dt>{t.ends}</dt>
        <dd>{when(tournament.endsAt)}</dd>
        <dt>{t.fee}</dt>
        <dd>{t.coins(tournament.entryFee)}</dd>
        <dt>{t.minLevel}</dt>
        <dd>{tournament.minLevel}</dd>
        <dt>{t.inIt}</dt>
        <dd>{en.common.count(tournament.participantCount, t.person, t.people)}</dd>
      </dl>
      <h3>{t.rewards}</h3>
      <ul className={styles.rewards}>
        {tournament.rewards.map(({ fromRank, toRank, coins }) => (
          <li key={fromRank}>
            <span>{fromRank === toRank ? t.rank(fromRank) : t.ranks(fromRank, toRank)}</span>
            <b>{t.coins(coins)}</b>
          </li>
        ))}
      </ul>
      {entry ? (
        <>
          <h3>{t.myGroup(entry.group.number, entry.group.size)}</h3>
          <p className="faint">{t.howTo}</p>
          <LiveRanks boardId={entry.group.scoreboard.id} first={tournament.groupSize} empty={t.noPoints} />
          <Claim tournament={tournament} again={again} />
        </>
      ) : (
        status === 'OPEN' && <Enter tournament={tournament} purse={purse} entered={again} />
      )}
    </Card>
  );
}

function Past({ tournament, again }: Shared) {
  const { name, endsAt, myEntry } = tournament;
  if (!myEntry) return null;
  return (
    <li>
      <span>
        {name} <span className="faint">{when(endsAt)}</span>
      </span>
      <span>
        {t.place(myEntry.rank, myEntry.score)}{' '}
        {myEntry.coinsEarned ? <Badge tone="gold">{t.coins(myEntry.coinsEarned)}</Badge> : null}
      </span>
      <Claim tournament={tournament} again={again} />
    </li>
  );
}

/** What one has won, to be taken. */
function Claim({ tournament: { id, status, myEntry }, again }: Shared) {
  const { run, busy } = useAct(ClaimRewardDocument);
  const [won, setWon] = useState<number | null>(null);
  if (won !== null) {
    return (
      <p className={styles.won}>
        <span aria-hidden="true" className={styles.coins}>
          {Array.from({ length: 12 }, (_, index) => (
            <i key={index} style={{ '--turn': `${index * 30}deg` } as React.CSSProperties} />
          ))}
        </span>
        {t.won(won)}
      </p>
    );
  }
  if (status !== 'FINISHED' || !myEntry || myEntry.claimedAt) return null;
  return (
    <Button
      look="strong"
      busy={busy}
      onClick={async () => {
        const payload = await run({ tournamentId: id });
        if (!payload) return;
        const coins = payload.entry.coinsEarned ?? 0;
        if (coins > 0) setWon(coins);
        else say(t.noReward);
        again();
      }}
    >
      {t.claim}
    </Button>
  );
}
