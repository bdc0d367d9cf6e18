import { useState } from 'react';
import { en } from '../texts/en.ts';
import { Button, ButtonLink, Card } from '../ui/parts.tsx';
import { WhenLive } from '../ui/states.tsx';
import { announcement } from './announcement.ts';
import { Controls } from './controls.tsx';
import styles from './host.module.css';
import { HostAsked } from './hostAsked.tsx';
import { HostLobby } from './hostLobby.tsx';
import { HostReveal } from './hostReveal.tsx';
import { People } from './people.tsx';
import { Paused } from './paused.tsx';
import { Podium } from './podium.tsx';
import { Report } from './report.tsx';
import { winnerOf } from './places.ts';
import { mayRun, shownPhase, type RoomState } from './room.ts';
import { useRoom } from './useRoom.ts';

const t = en.quizHost;

/** A room as all look at it together, on a projector, with what its host runs it by. */
export default function QuizHost({ id }: { id: string }) {
  const live = useRoom(id);
  return <WhenLive live={live}>{(room) => (mayRun(room) ? <Stage room={room} /> : <NotHost id={id} />)}</WhenLive>;
}

function NotHost({ id }: { id: string }) {
  return (
    <Card>
      <p>{t.notHost}</p>
      <ButtonLink href={`/rooms/${id}`}>{t.toPlayer}</ButtonLink>
    </Card>
  );
}

function Stage({ room }: { room: RoomState }) {
  const [people, setPeople] = useState(false);
  const { phase, title, question, questionCount, memberCount } = room;
  return (
    <div className={styles.stage}>
      <p className="unseen" aria-live="polite">
        {announcement(room)}
      </p>
      <header className={styles.head}>
        <h1>{title}</h1>
        {question && phase !== 'ENDED' && (
          <p className={styles.of}>{en.quizRoom.questionOf(question.index + 1, questionCount)}</p>
        )}
      </header>
      {phase === 'PAUSED' && <Paused room={room} />}
      <div className={styles.scene}>
        <Scene room={room} />
      </div>
      <footer className={styles.foot}>
        <Controls room={room}>
          <Button onClick={() => setPeople(true)}>
            {t.people} ({memberCount})
          </Button>
          {document.fullscreenEnabled && (
            <Button look="quiet" onClick={() => void turnFullScreen()}>
              {t.fullscreen}
            </Button>
          )}
        </Controls>
        {room.pin && phase !== 'LOBBY' && (
          <p className={styles.pin}>
            {t.pin} <b>{room.pin}</b>
          </p>
        )}
      </footer>
      {phase === 'ENDED' && (
        <div className={styles.report}>
          <Report roomId={room.id} />
        </div>
      )}
      {people && <People room={room} close={() => setPeople(false)} />}
    </div>
  );
}

async function turnFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}

function Scene({ room }: { room: RoomState }) {
  const { question, reveal, podium, end } = room;
  const winner = winnerOf(podium);
  switch (shownPhase(room)) {
    case 'LOBBY':
      return <HostLobby room={room} />;
    case 'QUESTION':
      return question && <HostAsked key={question.index} room={room} question={question} />;
    case 'REVEAL':
      return question && reveal && <HostReveal key={question.index} room={room} question={question} reveal={reveal} />;
    default:
      return (
        <div className={styles.end}>
          <h2>{winner ? en.quizRoom.winner(winner.displayName) : en.quizRoom.over}</h2>
          {end?.reason && end.reason !== 'FINISHED' && <p>{en.quizRoom.ends[end.reason]}</p>}
          {end?.closeReason && <p>{end.closeReason}</p>}
          <Podium places={podium ?? []} />
        </div>
      );
  }
}
