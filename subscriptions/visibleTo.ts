import type { Hop } from '../entities/throw.ts';
import type { GameEvent } from './gameEvent.ts';
import type { QuestionResult, QuizRoomEvent } from './quizRoomEvent.ts';

/** The remarks on a hop (whose token, why refused) are the thrower's; names, outcomes and times are everyone's. */
export function hopsVisibleTo(viewerId: string, throwerId: string, hops: readonly Hop[]): readonly Hop[] {
  return viewerId === throwerId ? hops : hops.map((hop) => ({ ...hop, detail: null }));
}

/** What a viewer may see of a game's event. Fields are redacted, events are never dropped: sequences stay whole. */
export function gameEventVisibleTo(viewerId: string, event: GameEvent): GameEvent {
  if (!('hops' in event) || event.thrower.id === viewerId) return event;
  return { ...event, hops: [...hopsVisibleTo(viewerId, event.thrower.id, event.hops)] };
}

/** Whoever `gameEventVisibleTo` shows more of an event than it shows others. */
export function gameEventEyes(event: GameEvent): readonly string[] {
  return 'hops' in event ? [event.thrower.id] : [];
}

type QuestionRevealed = Extract<QuizRoomEvent, { type: 'QuestionRevealed' }>;

/** What a viewer may see of a room's event: of the results of a question their own, and nobody else's. */
export function quizRoomEventVisibleTo(viewerId: string, event: QuizRoomEvent): QuizRoomEvent {
  if (event.type !== 'QuestionRevealed') return event;
  const own = resultsOf(event).byUser.get(viewerId);
  return { ...event, results: own ? [own] : [] };
}

/** Whoever `quizRoomEventVisibleTo` shows more of an event than it shows others. */
export function quizRoomEventEyes(event: QuizRoomEvent): readonly string[] {
  return event.type === 'QuestionRevealed' ? resultsOf(event).userIds : [];
}

interface Results {
  userIds: readonly string[];
  byUser: ReadonlyMap<string, QuestionResult>;
}

/** Thousands may look for their own in an event of thousands of results: it is gone through once. */
const knownResults = new WeakMap<QuestionRevealed, Results>();

function resultsOf(event: QuestionRevealed): Results {
  const known = knownResults.get(event);
  if (known) return known;
  const byUser = new Map(event.results.map((result) => [result.userId, result]));
  const results = { userIds: [...byUser.keys()], byUser };
  knownResults.set(event, results);
  return results;
}
