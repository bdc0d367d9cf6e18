import type { LogEntry } from './eventLog.ts';
import type { PersonRef } from './gameEvent.ts';
import type { Placed } from './quizRoomEvent.ts';
import { topics, type TopicEvents, type TopicName } from './topics.ts';

type EventOf<Topic extends TopicName, Type extends string> = Extract<TopicEvents[Topic], { type: Type }>;

/** A public event: where in the log it stands, and what is told of it. */
interface WebhookEvent {
  /** The topic and the type in the log, as `queue_webhooks` knows them: `Game.GameStarted`. */
  source: string;
  /** `data` of the message; undefined when the log says something that this node can't read. */
  data(id: string, entry: Pick<LogEntry, 'version' | 'payload'>): object | undefined;
}

/**
 * Everything a webhook can be told of. Ids are those of the API, times RFC 3339 in UTC. Nothing is secret: no answers, no
 * seals, no remarks on hops; of people, their ids and what they are called.
 */
export const webhookEvents = {
  'game.started': from('Game', 'GameStarted', (gameId, { startedAt }) => ({ gameId, startedAt: iso(startedAt) })),
  'game.finished': from('Game', 'GameFinished', (gameId, { winner, finishedAt, scores }) => ({
    gameId,
    finishedAt: iso(finishedAt),
    winner: winner && person(winner),
    scores: scores.map(({ player, score, cupsStanding }) => ({ player: person(player), score, cupsStanding })),
  })),
  'game.abandoned': from('Game', 'GameAbandoned', (gameId, { finishedAt }) => ({
    gameId,
    finishedAt: iso(finishedAt),
  })),
  'throw.settled': from('Game', 'ThrowSettled', (gameId, event) => ({
    gameId,
    throwId: `Throw:${event.throwId}`,
    status: event.status,
    cupId: `Cup:${event.cupId}`,
    cupStanding: event.cupStanding,
    thrower: person(event.thrower),
    throwerScore: event.throwerScore,
    challenger: event.challenger && {
      player: person(event.challenger.player),
      score: event.challenger.score,
    },
    settledAt: iso(event.settledAt),
  })),
  'battle.started': from('Battle', 'BattleBegan', (battleId, { beganAt, endsAt, fighterCount }) => ({
    battleId,
    beganAt: iso(beganAt),
    endsAt: iso(endsAt),
    fighterCount,
  })),
  'battle.finished': from('Battle', 'BattleFinished', (battleId, { finishedAt, winner, ranking, fighterCount }) => ({
    battleId,
    finishedAt: iso(finishedAt),
    winner: winner && person(winner),
    ranking: ranking.map(place),
    fighterCount,
  })),
  'battle.cancelled': from('Battle', 'BattleCancelled', (battleId, { because, fighterCount }) => ({
    battleId,
    because,
    fighterCount,
  })),
  'quiz_room.started': from(
    'QuizRoom',
    'QuestionOpened',
    (roomId, { questionCount }) => ({ roomId, questionCount }),
    'QuizStarted',
  ),
  'quiz_room.ended': from('QuizRoom', 'QuizEnded', (roomId, { because, questionsRevealed, podium }) => ({
    roomId,
    because,
    questionsRevealed,
    podium: podium.map(place),
  })),
  'tournament.opened': from('Tournament', 'TournamentOpened', (tournamentId, { entryClosesAt, endsAt }) => ({
    tournamentId,
    entryClosesAt: iso(entryClosesAt),
    endsAt: iso(endsAt),
  })),
  'tournament.entry_closed': from('Tournament', 'EntryClosed', (tournamentId, { participantCount, groupCount }) => ({
    tournamentId,
    participantCount,
    groupCount,
  })),
  'tournament.finished': from('Tournament', 'TournamentFinished', (tournamentId, { finishedAt, participantCount }) => ({
    tournamentId,
    finishedAt: iso(finishedAt),
    participantCount,
  })),
  'user.level_up': from('User', 'LevelUp', (userId, { oldLevel, newLevel, coinsEarned }) => ({
    userId,
    oldLevel,
    newLevel,
    coinsEarned,
  })),
  'user.reward_paid': from('User', 'RewardPaid', (userId, { tournamentId, rank, coins }) => ({
    userId,
    tournamentId: `Tournament:${tournamentId}`,
    rank,
    coins,
  })),
} satisfies Record<string, WebhookEvent>;
export type WebhookEventName = keyof typeof webhookEvents;

export const webhookEventNames = Object.keys(webhookEvents) as WebhookEventName[];

export function isWebhookEvent(name: string): name is WebhookEventName {
  return Object.hasOwn(webhookEvents, name);
}

/**
 * The message that tells of an event, as it is sent and signed. The same entry is always the same message; undefined when
 * a newer node wrote it and this one can't read it.
 */
export function webhookMessage(
  name: string,
  stream: string,
  { at, seq, ...entry }: Omit<LogEntry, 'type'>,
): string | undefined {
  if (!isWebhookEvent(name)) return undefined;
  const told = webhookEvents[name].data(stream, entry);
  return told && JSON.stringify({ type: name, timestamp: iso(at), data: { ...told, seq } });
}

/** `heard`: what the trigger calls it, where that is not its type. */
function from<Topic extends TopicName, Type extends TopicEvents[Topic]['type']>(
  topic: Topic,
  type: Type,
  tell: (id: string, event: EventOf<Topic, Type>) => object,
  heard: string = type,
): WebhookEvent {
  return {
    source: `${topic}.${heard}`,
    data(id, { version, payload }) {
      const event = topics[topic].parse(type, version, payload);
      return event && tell(id, event as EventOf<Topic, Type>);
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function person({ id, handle, displayName }: PersonRef) {
  return { id: `User:${id}`, handle, displayName };
}

function place({ person: who, rank, score }: Placed) {
  return { person: person(who), rank, score };
}
