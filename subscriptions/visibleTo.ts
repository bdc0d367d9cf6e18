import type { Hop } from '../entities/throw.ts';
import type { GameEvent } from './gameEvent.ts';

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
