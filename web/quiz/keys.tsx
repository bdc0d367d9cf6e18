import { useEffect, useEffectEvent, useState } from 'react';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import styles from './keys.module.css';
import type { Question, RoomState } from './room.ts';
import { keyColour, Shape } from './shape.tsx';
import { useAnswer } from './useAnswer.ts';

const t = en.quizPlayer;

/** The keys of the open question. A tap answers; or, where several are right, taps choose and one more sends. */
export function Keys({ room, question }: { room: RoomState; question: Question }) {
  const { chosen, kept, send } = useAnswer(room);
  const [several, setSeveral] = useState(false);
  const [picked, setPicked] = useState<readonly number[] | null>(null);
  const changeable = room.settings.answerChange === 'LAST';
  const open = room.phase === 'QUESTION';
  const settled = chosen !== null && !(changeable && kept);
  const shown = several && picked ? picked : (chosen ?? []);
  const press = (place: number) => {
    if (!open || settled || place >= question.options.length) return;
    if (!several) return send([place]);
    const rest = shown.filter((other) => other !== place);
    setPicked(rest.length < shown.length ? rest : [...rest, place].toSorted((one, two) => one - two));
  };
  const sendPicked = () => {
    if (!open || settled || !picked || picked.length === 0) return;
    send(picked);
    setPicked(null);
  };
  usePressedKeys(press, sendPicked);
  return (
    <>
      <ul
        className={styles.keys}
        data-settled={settled}
        data-odd={question.options.length % 2 === 1}
        data-count={question.options.length}
      >
        {question.options.map((text, place) => (
          <li key={text} style={keyColour(place)}>
            <button
              type="button"
              className={styles.key}
              aria-pressed={shown.includes(place)}
              aria-label={en.quizRoom.key(place + 1, text)}
              disabled={!open}
              aria-disabled={settled}
              onClick={() => press(place)}
            >
              <span className={styles.sign}>
                <Shape place={place} />
                <kbd>{place + 1}</kbd>
              </span>
              <span className={styles.text}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {chosen && <output className={styles.state}>{kept ? (changeable ? t.mayChange : t.kept) : t.sending}</output>}
        {!settled && (
          <label className={styles.several}>
            <input
              type="checkbox"
              checked={several}
              onChange={({ target }) => {
                setSeveral(target.checked);
                setPicked(null);
              }}
            />
            {t.several}
          </label>
        )}
        {several && !settled && (
          <Button look="strong" className={styles.send ?? ''} disabled={!picked?.length} onClick={sendPicked}>
            {t.send}
          </Button>
        )}
      </div>
    </>
  );
}

/** 1 to 6 press the keys, wherever the focus is, and Enter sends. */
function usePressedKeys(press: (place: number) => void, send: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')) return;
    if (/^[1-6]$/.test(event.key)) press(Number(event.key) - 1);
    if (event.key === 'Enter' && !(target instanceof HTMLElement && target.matches('button, a'))) send();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
