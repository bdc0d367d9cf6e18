import type { z } from 'zod';
import { battleEvent, battleEventVersion, type BattleEvent } from './battleEvent.ts';
import type { NewEntry } from './eventLog.ts';
import { gameEvent, gameEventVersion, type GameEvent } from './gameEvent.ts';
import { quizRoomEvent, quizRoomEventVersion, type QuizRoomEvent } from './quizRoomEvent.ts';
import { tournamentEvent, tournamentEventVersion, type TournamentEvent } from './tournamentEvent.ts';
import { userEvent, userEventVersion, type UserEvent } from './userEvent.ts';
import { gameEventEyes, quizRoomEventEyes } from './visibleTo.ts';

/** What each kind of stream carries. The kind is the part of the stream's id before the colon. */
export interface TopicEvents {
  Game: GameEvent;
  User: UserEvent;
  Tournament: TournamentEvent;
  QuizRoom: QuizRoomEvent;
  Battle: BattleEvent;
}
export type TopicName = keyof TopicEvents;

export interface Topic<Event> {
  /** Written beside every event, so that a node a release behind can tell what it can't read. */
  version: number;
  /** The event, or undefined when this node doesn't know its type or version. */
  parse(type: string, version: number, payload: unknown): Event | undefined;
  /** Ids of whoever may see more of an event than others who follow the stream. */
  eyes(event: Event): readonly string[];
  /** Ids of the people for whom the stream ends with this event: the last that they get. */
  lastFor(event: Event): readonly string[];
}

const nobody: readonly string[] = [];

export const topics: { [Name in TopicName]: Topic<TopicEvents[Name]> } = {
  Game: topic(gameEvent, gameEventVersion, { eyes: gameEventEyes }),
  User: topic(userEvent, userEventVersion),
  Tournament: topic(tournamentEvent, tournamentEventVersion),
  QuizRoom: topic(quizRoomEvent, quizRoomEventVersion, { eyes: quizRoomEventEyes, lastFor: whoIsKicked }),
  Battle: topic(battleEvent, battleEventVersion),
};

/** A kick ends a person's listening to that room. */
function whoIsKicked(event: QuizRoomEvent): readonly string[] {
  return event.type === 'MemberKicked' ? [event.person.id] : nobody;
}

function topic<Event>(
  schema: z.ZodType<Event>,
  version: number,
  { eyes = () => nobody, lastFor = () => nobody }: Partial<Pick<Topic<Event>, 'eyes' | 'lastFor'>> = {},
): Topic<Event> {
  return {
    version,
    eyes,
    lastFor,
    parse(type, written, payload) {
      if (written > version || typeof payload !== 'object') return undefined;
      const parsed = schema.safeParse({ ...payload, type });
      return parsed.success ? parsed.data : undefined;
    },
  };
}

/** An event as its stream's log takes it. */
export function newEntry<Name extends TopicName>(topicName: Name, event: TopicEvents[Name]): NewEntry {
  const { type, ...payload } = event;
  return { type, version: topics[topicName].version, payload };
}

/** The id of an aggregate's stream; also its Redis channel, behind the prefix. */
export function streamId(name: TopicName, id: string): string {
  return `${name}:${id}`;
}
