import { en } from '../texts/en.ts';
import { placeOf, winnerOf } from './places.ts';
import type { RoomState } from './room.ts';

const t = en.quizRoom;

/** What a screen reader is told when a room changes; the same for as long as nothing worth telling happens. */
export function announcement({ phase, pauseReason, question, reveal, me, podium }: RoomState): string {
  if (phase === 'PAUSED') return pauseReason === 'HOST_GONE' ? t.hostGone : t.pausedBy;
  if (phase === 'QUESTION' && question) return `${t.question(question.index + 1)}: ${question.body}`;
  if (phase === 'REVEAL' && question && reveal) {
    const right = t.rightAnswer(reveal.correctOptions.map((place) => question.options[place] ?? '').join(', '));
    return reveal.result ? `${outcomeOf(reveal.result)} ${right}` : right;
  }
  if (phase !== 'ENDED') return '';
  const winner = winnerOf(podium);
  const place = me && placeOf(me);
  const mine = place ? en.quizPlayer.finalRank(place, me.score) : '';
  return [t.over, winner ? t.winner(winner.displayName) : '', mine].filter(Boolean).join('. ');
}

function outcomeOf(result: NonNullable<NonNullable<RoomState['reveal']>['result']>): string {
  const { options, correct, points } = result;
  const place = placeOf(result);
  const { right, wrong, unanswered, gained, rank: placed } = en.quizPlayer;
  const outcome = correct ? `${right} ${gained(points)}.` : options ? `${wrong}.` : `${unanswered}.`;
  return place ? `${outcome} ${placed(place)}.` : outcome;
}
