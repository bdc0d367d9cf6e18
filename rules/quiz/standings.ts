import type { Placed } from '../../subscriptions/quizRoomEvent.ts';
import type { QuizMemberState } from './quizState.ts';

/** How many a reveal shows, and how many stand on the podium. */
export const shownInReveal = 10;
export const onPodium = 3;

/**
 * Everyone who plays or played, the best first: by score, then by who reached it earlier, then by who came earlier. Who
 * left keeps their place; who was kicked has none.
 */
export function ranking(members: readonly QuizMemberState[]): QuizMemberState[] {
  return members
    .filter(({ plays, status }) => plays && status !== 'KICKED')
    .sort((one, other) => other.score - one.score || reached(one) - reached(other) || one.seat - other.seat);
}

/** The first so many of a ranking. */
export function placed(ranked: readonly QuizMemberState[], most: number): Placed[] {
  return ranked.slice(0, most).map(({ person, score }, index) => ({ person, rank: index + 1, score }));
}

function reached({ scoredAt }: QuizMemberState): number {
  return scoredAt ?? Number.MAX_SAFE_INTEGER;
}
