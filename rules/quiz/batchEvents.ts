import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';

/**
 * The same events with neighbours of a kind made one where the later says it all: joins, presence, answered counts. For
 * whoever applies many actions to a room before telling anyone.
 */
export function batchEvents(events: readonly QuizRoomEvent[]): QuizRoomEvent[] {
  const batched: QuizRoomEvent[] = [];
  for (const event of events) {
    const last = batched.at(-1);
    const both = last && merged(last, event);
    if (both) batched[batched.length - 1] = both;
    else batched.push(event);
  }
  return batched;
}

function merged(one: QuizRoomEvent, next: QuizRoomEvent): QuizRoomEvent | undefined {
  if (one.type === 'MemberJoined' && next.type === 'MemberJoined') {
    return { ...next, members: latest([...one.members, ...next.members]) };
  }
  if (one.type === 'PresenceChanged' && next.type === 'PresenceChanged') {
    return { ...next, members: latest([...one.members, ...next.members]) };
  }
  const sameCount = one.type === 'AnswerCounted' && next.type === 'AnswerCounted';
  return sameCount && one.questionIndex === next.questionIndex ? next : undefined;
}

/** Of each person what was said last. */
function latest<Said extends { person: { id: string } }>(said: readonly Said[]): Said[] {
  return [...new Map(said.map((one) => [one.person.id, one])).values()];
}
