import type { QuizMemberState, QuizRoomState } from '../../rules/quiz/quizState.ts';
import type { QuizRoomEventType } from '../../subscriptions/quizRoomEvent.ts';
import type { Score } from '../scoreboard/recordScores.ts';

/**
 * What a change puts into the ledger of the room's board. Once the quiz has started, everyone who plays is on it, from
 * zero and by seat, so that it ranks as the rules do. Whoever is kicked gives back what they had; from the lobby they
 * never come to be on it.
 */
export function roomScores(before: QuizRoomState, after: QuizRoomState): Score[] {
  if (after.startedAt === null) return [];
  const started = before.startedAt !== null;
  const old = new Map(before.members.map((member) => [member.person.id, member]));
  return after.members
    .filter(({ plays }) => plays)
    .flatMap((member) => {
      const known = old.get(member.person.id);
      const comes = member.status !== 'KICKED' && !(started && known);
      const joined = comes ? [entry(after, member, 'MemberJoined', 'joined', 0)] : [];
      return known === member ? joined : [...joined, ...gained(after, known, member)];
    });
}

function gained(room: QuizRoomState, known: QuizMemberState | undefined, member: QuizMemberState): Score[] {
  const points = member.score - (known?.score ?? 0);
  const kicked = member.status === 'KICKED' && known?.status !== 'KICKED';
  return [
    ...(points === 0 ? [] : [entry(room, member, 'QuestionRevealed', String(room.questionIndex), points)]),
    ...(kicked && member.score > 0 ? [entry(room, member, 'MemberKicked', 'kicked', -member.score)] : []),
  ];
}

function entry(
  { id }: QuizRoomState,
  { person }: QuizMemberState,
  action: QuizRoomEventType,
  once: string,
  points: number,
): Score {
  return { userId: person.id, points, action, key: `${once}:${person.id}`, source: `QuizRoom:${id}` };
}
