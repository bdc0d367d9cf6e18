import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../api/useAct.ts';
import { JoinQuizRoomDocument, LeaveQuizRoomDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Confirm } from '../ui/dialog.tsx';
import { Badge, Button, ButtonLink, Card } from '../ui/parts.tsx';
import { Ring } from '../ui/ring.tsx';
import { WhenLive } from '../ui/states.tsx';
import { announcement } from './announcement.ts';
import { Controls } from './controls.tsx';
import { Keys } from './keys.tsx';
import { Outcome } from './outcome.tsx';
import { Paused } from './paused.tsx';
import styles from './player.module.css';
import { Picture } from './picture.tsx';
import { Podium } from './podium.tsx';
import { fitOf } from './fit.ts';
import { placeOf } from './places.ts';
import { guestsOf } from './guests.ts';
import { mayRun, shownPhase, type RoomState } from './room.ts';
import { useRoom } from './useRoom.ts';

const t = en.quizPlayer;

/** A room as a player has it in their hand. */
export default function QuizPlayer({ id }: { id: string }) {
  const live = useRoom(id);
  if (live.kind === 'missing') return <Elsewhere title={t.missing} lead={t.missingLead} />;
  return <WhenLive live={live}>{(room, again) => <Room room={room} again={again} />}</WhenLive>;
}

function Elsewhere({ title, lead, children }: { title: string; lead?: string; children?: React.ReactNode }) {
  return (
    <Card className={styles.aside ?? ''}>
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
      <p className={styles.acts}>
        {children}
        <ButtonLink href="/quizzes">{t.others}</ButtonLink>
      </p>
    </Card>
  );
}

function Room({ room, again }: { room: RoomState; again(): void }) {
  const { kicked, me } = room;
  if (kicked) return <Elsewhere title={t.kicked} lead={t.kickedBy(kicked.by, kicked.reason)} />;
  if (!me && room.phase !== 'ENDED') return <Left room={room} again={again} />;
  return (
    <div className={styles.play}>
      <p className="unseen" aria-live="polite">
        {announcement(room)}
      </p>
      <Head room={room} />
      {room.phase === 'PAUSED' && <Paused room={room} />}
      <Body room={room} />
      <Foot room={room} />
    </div>
  );
}

function Left({ room: { title, pin }, again }: { room: RoomState; again(): void }) {
  const { run, busy } = useAct(JoinQuizRoomDocument);
  const comeBack = async () => {
    if (await run({ input: { pin } })) again();
  };
  return (
    <Elsewhere title={t.left} lead={title}>
      {pin && (
        <Button look="strong" busy={busy} onClick={() => void comeBack()}>
          {t.comeBack}
        </Button>
      )}
    </Elsewhere>
  );
}

function Head({ room: { title, question, questionCount, phase, deadline, me, settings } }: { room: RoomState }) {
  const place = me?.plays ? placeOf(me) : null;
  const seconds = phase === 'QUESTION' ? question?.seconds : settings.intermissionSeconds;
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        <p className={styles.facts}>
          {question && <Badge>{en.quizRoom.questionOf(question.index + 1, questionCount)}</Badge>}
          {me?.plays && question && <b>{t.score(me.score)}</b>}
          {place && <span>{t.rank(place)}</span>}
          {me && me.streak > 1 && <Badge tone="gold">{t.streak(me.streak)}</Badge>}
        </p>
      </div>
      {deadline && seconds && <Ring deadline={deadline} seconds={seconds} size={60} />}
    </header>
  );
}

function Body({ room }: { room: RoomState }) {
  const { question, reveal, me } = room;
  switch (shownPhase(room)) {
    case 'QUESTION':
      if (!question) return null;
      return (
        <>
          <div className={styles.asked}>
            <h2 style={fitOf(question.body)}>{question.body}</h2>
            {question.pictureUrl && <Picture address={question.pictureUrl} text={en.quizRoom.picture} />}
          </div>
          {me?.plays ? <Keys key={question.index} room={room} question={question} /> : <p>{t.watching}</p>}
        </>
      );
    case 'REVEAL':
      return question && reveal && <Outcome question={question} reveal={reveal} automatic={room.deadline !== null} />;
    case 'ENDED':
      return <Over room={room} />;
    default:
      return <Waiting room={room} />;
  }
}

function Waiting({ room }: { room: RoomState }) {
  const { me } = room;
  return (
    <div className={styles.waiting}>
      <h2>{t.in}</h2>
      {me && <p className={styles.name}>{me.person.displayName}</p>}
      <p>{me?.plays ? t.lobby : t.watching}</p>
      <p className={styles.count}>{en.quizHost.here(guestsOf(room).here)}</p>
    </div>
  );
}

function Over({ room: { end, podium, me } }: { room: RoomState }) {
  const place = me && placeOf(me);
  return (
    <div className={styles.over}>
      <h2>{place && me ? t.finalRank(place, me.score) : en.quizRoom.over}</h2>
      {end?.reason && end.reason !== 'FINISHED' && <p>{en.quizRoom.ends[end.reason]}</p>}
      {end?.closeReason && <p>{end.closeReason}</p>}
      <Podium places={podium ?? []} me={me?.person.id} />
      <p className={styles.acts}>
        <ButtonLink href="/quizzes">{t.others}</ButtonLink>
      </p>
    </div>
  );
}

function Foot({ room }: { room: RoomState }) {
  const [leaving, setLeaving] = useState(false);
  const [, navigate] = useLocation();
  const { run, busy } = useAct(LeaveQuizRoomDocument);
  const leave = async () => {
    if (await run({ roomId: room.id })) navigate('/quizzes');
  };
  return (
    <footer className={styles.foot}>
      {mayRun(room) && (
        <details>
          <summary>{t.run}</summary>
          <Controls room={room} />
          <ButtonLink href={`/rooms/${room.id}/host`}>{t.toHost}</ButtonLink>
        </details>
      )}
      {room.phase !== 'ENDED' && room.me && (
        <Button look="quiet" onClick={() => setLeaving(true)}>
          {t.leave}
        </Button>
      )}
      {leaving && (
        <Confirm
          title={t.leaveSure}
          act={{ text: t.leave, run: () => void leave() }}
          busy={busy}
          close={() => setLeaving(false)}
        />
      )}
    </footer>
  );
}
