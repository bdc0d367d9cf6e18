import { gameEvent, gameEventVersion, type GameEvent } from './gameEvent.ts';

/** What each kind of stream carries. The kind is the part of the stream's id before the colon. */
export interface TopicEvents {
  Game: GameEvent;
}
export type TopicName = keyof TopicEvents;

export interface Topic<Event> {
  /** Written beside every event, so that a node a release behind can tell what it can't read. */
  version: number;
  /** The event, or undefined when this node doesn't know its type or version. */
  parse(type: string, version: number, payload: unknown): Event | undefined;
}

export const topics: { [Name in TopicName]: Topic<TopicEvents[Name]> } = {
  Game: {
    version: gameEventVersion,
    parse(type, version, payload) {
      if (version > gameEventVersion || typeof payload !== 'object') return undefined;
      const parsed = gameEvent.safeParse({ ...payload, type });
      return parsed.success ? parsed.data : undefined;
    },
  },
};

/** The id of an aggregate's stream; also its Redis channel, behind the prefix. */
export function streamId(topic: TopicName | 'User', id: string): string {
  return `${topic}:${id}`;
}
