import { useState, type ReactNode } from 'react';
import { useAct } from '../api/useAct.ts';
import {
  EndQuizDocument,
  NextQuestionDocument,
  PauseQuizDocument,
  ResumeQuizDocument,
  RevealQuestionDocument,
  StartQuizDocument,
} from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Confirm } from '../ui/dialog.tsx';
import { Button } from '../ui/parts.tsx';
import styles from './controls.module.css';
import type { RoomState } from './room.ts';

const t = en.quizHost;

/** What host and cohosts press: what comes next first. One button, so that the focus stays on it. */
export function Controls({ room, children }: { room: RoomState; children?: ReactNode }) {
  const [ending, setEnding] = useState(false);
  const step = useStep(room);
  const pause = useAct(PauseQuizDocument);
  const end = useAct(EndQuizDocument);
  const { id: roomId, phase } = room;
  const finish = async () => {
    if (await end.run({ roomId })) setEnding(false);
  };
  return (
    <section className={styles.controls} aria-label={t.controls}>
      {step && (
        // A second click of two, or a key held down, would do the step after.
        <Button
          look="strong"
          className={styles.step ?? ''}
          aria-busy={step.busy}
          onClick={({ detail }) => detail < 2 && step.run()}
          onKeyDown={(event) => event.repeat && event.preventDefault()}
        >
          {step.text}
        </Button>
      )}
      {(phase === 'QUESTION' || phase === 'REVEAL') && (
        <Button busy={pause.busy} onClick={() => void pause.run({ roomId })}>
          {t.pause}
        </Button>
      )}
      {children}
      {phase !== 'ENDED' && (
        <Button look="quiet" onClick={() => setEnding(true)}>
          {t.end}
        </Button>
      )}
      {ending && (
        <Confirm
          title={t.endSure}
          act={{ text: t.end, run: () => void finish() }}
          busy={end.busy}
          close={() => setEnding(false)}
        />
      )}
    </section>
  );
}

interface Step {
  text: string;
  busy: boolean;
  run(): void;
}

/** What a room does next when it is told to; null when it is over. */
function useStep({ id: roomId, phase, question, questionCount }: RoomState): Step | null {
  const start = useAct(StartQuizDocument);
  const reveal = useAct(RevealQuestionDocument);
  const next = useAct(NextQuestionDocument);
  const resume = useAct(ResumeQuizDocument);
  const index = question?.index ?? 0;
  switch (phase) {
    case 'LOBBY':
      return { text: t.start, busy: start.busy, run: () => void start.run({ roomId }) };
    case 'QUESTION':
      return { text: t.reveal, busy: reveal.busy, run: () => void reveal.run({ roomId, questionIndex: index }) };
    case 'REVEAL':
      return {
        text: index + 1 < questionCount ? t.next : t.podium,
        busy: next.busy,
        run: () => void next.run({ roomId, afterIndex: index }),
      };
    case 'PAUSED':
      return { text: t.resume, busy: resume.busy, run: () => void resume.run({ roomId }) };
    default:
      return null;
  }
}
