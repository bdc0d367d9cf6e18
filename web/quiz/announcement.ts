import { en } from '../texts/en.ts';
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
  const winner = podium?.[0]?.person.displayName;
  const mine = me?.rank ? en.quizPlayer.finalRank(me.rank, me.score) : '';
  return [t.over, winner ? t.winner(winner) : '', mine].filter(Boolean).join('. ');
}

function outcomeOf({
  options,
  correct,
  points,
  rank,
}: NonNullable<NonNullable<RoomState['reveal']>['result']>): string {
  const { right, wrong, unanswered, gained, rank: placed } = en.quizPlayer;
  const outcome = correct ? `${right} ${gained(points)}.` : options ? `${wrong}.` : `${unanswered}.`;
  return `${outcome} ${placed(rank)}.`;
}
