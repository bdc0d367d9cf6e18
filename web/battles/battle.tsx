import { useLocation } from 'wouter';
import { useSession } from '../api/session.ts';
import { useSecondsLeft } from '../api/serverTime.ts';
import { useAct } from '../api/useAct.ts';
import { useLive } from '../api/useLive.ts';
import {
  BattleDocument,
  BattleEventsDocument,
  BeginBattleDocument,
  CancelBattleDocument,
  JoinBattleDocument,
  LeaveBattleDocument,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Button, ButtonLink, Card, Person } from '../ui/parts.tsx';
import { Ranks } from '../ui/ranks.tsx';
import { Ring } from '../ui/ring.tsx';
import { WhenLive } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import { afterBattleEvent, battleStateOf, placesOf, type BattleState } from './battleState.ts';
import styles from './battles.module.css';

const t = en.battles;

/** One battle, from those who wait for it to its ranking, live. */
export default function Battle({ id }: { id: string }) {
  const live = useLive({
    query: BattleDocument,
    variables: { id },
    stateOf: ({ battle }) => battle && { state: battleStateOf(battle), cursor: battle.cursor },
    subscription: BattleEventsDocument,
    apply: afterBattleEvent,
    onEvent(event) {
      if (event.__typename === 'BattleBegan') say(t.began, 'good');
      if (event.__typename === 'BattleFinished' && event.winner) say(t.won(event.winner.displayName), 'good');
    },
  });
  return <WhenLive live={live}>{(state) => <Shown battle={state} />}</WhenLive>;
}

function Shown({ battle }: { battle: BattleState }) {
  const me = useSession()?.user.id ?? '';
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{battle.title}</h1>
          <p className={styles.facts}>
            <Badge tone={battle.status === 'RUNNING' ? 'good' : battle.status === 'CANCELLED' ? 'bad' : 'plain'}>
              {t.status[battle.status]}
            </Badge>
            {battle.group && <Badge>{battle.group.name}</Badge>}
            <span>
              {t.host} <Person person={battle.host} me={battle.host.id === me} />
            </span>
            <span>{t.fighters(battle.fighterCount, battle.maxFighters)}</span>
          </p>
        </div>
        {battle.status === 'RUNNING' && battle.endsAt && (
          <Ring deadline={battle.endsAt} seconds={battle.seconds} size={96} />
        )}
      </div>
      {battle.status === 'WAITING' && <Waiting battle={battle} me={me} />}
      {battle.status === 'CANCELLED' && battle.cancelReason && <p>{t.cancelled[battle.cancelReason]}</p>}
      {battle.status === 'FINISHED' && (
        <p className={styles.winner} data-me={battle.winner?.id === me}>
          {battle.winner ? t.won(battle.winner.displayName) : t.nobodyWon}
        </p>
      )}
      <div className={styles.columns}>
        <Card title={battle.status === 'WAITING' ? t.whoIsIn : t.ranking}>
          <Ranks
            label={t.ranking}
            empty={t.nobody}
            entries={placesOf(battle).map(({ person, score, rank }) => ({
              person,
              score,
              rank: battle.status === 'WAITING' ? null : rank,
            }))}
          />
        </Card>
        {battle.status === 'RUNNING' && battle.fighters.has(me) && (
          <Card title={t.howTo}>
            <p>{t.howToText}</p>
            <ButtonLink href="/">{en.nav.lobby}</ButtonLink> <ButtonLink href="/quizzes">{en.nav.quizzes}</ButtonLink>
          </Card>
        )}
      </div>
    </>
  );
}

function Waiting({ battle, me }: { battle: BattleState; me: string }) {
  const left = useSecondsLeft(battle.beginsAt);
  const [, navigate] = useLocation();
  const join = useAct(JoinBattleDocument);
  const leave = useAct(LeaveBattleDocument);
  const begin = useAct(BeginBattleDocument);
  const cancel = useAct(CancelBattleDocument);
  const battleId = battle.id;
  const fights = battle.fighters.has(me);
  return (
    <>
      <p>{left === null ? t.beginsByHost(battle.minFighters) : t.beginsIn(left)}</p>
      <div className={styles.acts}>
        {fights ? (
          <Button busy={leave.busy} onClick={async () => (await leave.run({ battleId })) && navigate('/battles')}>
            {t.leave}
          </Button>
        ) : (
          <Button look="strong" busy={join.busy} onClick={() => join.run({ battleId })}>
            {t.join}
          </Button>
        )}
        {battle.host.id === me && (
          <>
            <Button
              look="strong"
              busy={begin.busy}
              disabled={battle.fighterCount < battle.minFighters}
              onClick={() => begin.run({ battleId })}
            >
              {t.begin}
            </Button>
            <Button look="bad" busy={cancel.busy} onClick={() => cancel.run({ battleId })}>
              {t.cancel}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
