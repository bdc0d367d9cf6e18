import { useEffect, useState } from 'react';
import { now } from '../api/serverTime.ts';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import { Ring } from '../ui/ring.tsx';
import { fitOf } from './fit.ts';
import { Options } from './hostAsked.tsx';
import asked from './hostAsked.module.css';
import { placeOf } from './places.ts';
import type { Question, Reveal, RoomState } from './room.ts';
import { Standings } from './standings.tsx';

const t = en.quizHost;

/** After a question: what was right and how many chose what, or who leads now. */
export function HostReveal({ room, question, reveal }: { room: RoomState; question: Question; reveal: Reveal }) {
  const [leaders, setLeaders] = useState(false);
  const { standings, standingsBefore, deadline, settings } = room;
  useEffect(() => {
    if (!deadline) return undefined;
    // Where nobody presses anything, each has half of the time.
    const timer = setTimeout(() => setLeaders(true), (Date.parse(deadline) - now()) / 2);
    return () => clearTimeout(timer);
  }, [deadline]);
  return (
    <div className={asked.asked}>
      <div className={asked.revealHead}>
        <h2 className={asked.body} style={fitOf(leaders ? t.standings : question.body)}>
          {leaders ? t.standings : question.body}
        </h2>
        {deadline && <Ring deadline={deadline} seconds={settings.intermissionSeconds} size={72} />}
      </div>
      {leaders ? (
        <Standings places={standings} before={standingsBefore} />
      ) : (
        <>
          <Options options={question.options} right={reveal.correctOptions} distribution={reveal.distribution} />
          {reveal.result && <p className={asked.mine}>{t.mine(reveal.result.points, placeOf(reveal.result))}</p>}
          {reveal.explanation && <p className={asked.explanation}>{reveal.explanation}</p>}
        </>
      )}
      <p className={asked.toggle}>
        <Button onClick={() => setLeaders(!leaders)}>{leaders ? t.chart : t.standings}</Button>
      </p>
    </div>
  );
}
