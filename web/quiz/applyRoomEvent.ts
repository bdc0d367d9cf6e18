import type { RoomRevealedFragment } from '../gql/graphql.ts';
import type { Member, PastEvent, Person, RoomEvent, RoomState } from './room.ts';

type EventNamed<Name> = Extract<RoomEvent, { __typename: Name }>;

/** The room after an event. Events carry resulting values: one that was applied before changes nothing. */
export function applyRoomEvent(room: RoomState, event: RoomEvent): RoomState {
  switch (event.__typename) {
    case 'MemberJoined':
      return joined(room, event);
    case 'MemberLeft':
      return without(room, event.person.id, event.memberCount);
    case 'MemberKicked':
      return kicked(room, event);
    case 'PresenceChanged':
      return presence(room, event);
    case 'HostChanged':
      return hosted(room, event.host, event.cohosts);
    case 'QuestionOpened':
      return opened(room, event);
    case 'AnswerCounted':
      return event.questionIndex === room.question?.index
        ? { ...room, answered: event.answered, playerCount: event.playerCount }
        : room;
    case 'QuestionRevealed':
      return revealed(room, event);
    case 'QuizPaused':
      return {
        ...room,
        phase: 'PAUSED',
        deadline: null,
        pausedFrom: event.pausedFrom,
        remainingMs: event.remainingMs,
        pauseReason: event.pauseReason,
      };
    case 'QuizResumed':
      return { ...room, ...running, phase: event.phase, deadline: event.deadline };
    case 'QuizEnded':
      return {
        ...room,
        ...running,
        phase: 'ENDED',
        pin: null,
        podium: event.podium,
        end: { reason: event.endReason, closeReason: event.closeReason },
      };
    default:
      return room;
  }
}

const running = { pausedFrom: null, remainingMs: null, pauseReason: null, deadline: null };

function joined(room: RoomState, { members, memberCount }: EventNamed<'MemberJoined'>): RoomState {
  const mine = members.find(({ person }) => person.id === room.me?.person.id);
  const all = new Map(room.members);
  for (const member of members) all.set(member.person.id, member);
  return { ...room, memberCount, members: all, me: mine && room.me ? { ...room.me, ...mine } : room.me };
}

function without(room: RoomState, userId: string, memberCount: number): RoomState {
  const members = new Map(room.members);
  members.delete(userId);
  return { ...room, members, memberCount, me: room.me?.person.id === userId ? null : room.me };
}

function kicked(room: RoomState, { person, memberCount, kickReason, by }: EventNamed<'MemberKicked'>): RoomState {
  const mine = room.me?.person.id === person.id;
  return {
    ...without(room, person.id, memberCount),
    standings: room.standings
      .filter((place) => place.person.id !== person.id)
      .map((place, at) => ({ ...place, rank: at + 1 })),
    kicked: mine ? { reason: kickReason, by: by?.displayName ?? null } : room.kicked,
  };
}

function presence(room: RoomState, { members: seen, onlineCount }: EventNamed<'PresenceChanged'>): RoomState {
  const members = new Map(room.members);
  for (const { person, online } of seen) {
    const member = members.get(person.id);
    if (member) members.set(person.id, { ...member, online });
  }
  return { ...room, members, onlineCount };
}

function hosted(room: RoomState, host: Person, cohosts: readonly Person[]): RoomState {
  const helping = new Set(cohosts.map(({ id }) => id));
  const withRole = <Somebody extends Member>(member: Somebody): Somebody => {
    const { id } = member.person;
    return { ...member, role: id === host.id ? 'HOST' : helping.has(id) ? 'COHOST' : 'PLAYER' };
  };
  return {
    ...room,
    host,
    cohosts,
    me: room.me && withRole(room.me),
    members: new Map([...room.members].map(([id, member]) => [id, withRole(member)])),
  };
}

function opened(room: RoomState, event: EventNamed<'QuestionOpened'>): RoomState {
  const { questionIndex: index, body, options, seconds, points, pictureUrl, deadline, questionCount } = event;
  const another = index !== room.question?.index;
  return {
    ...room,
    ...running,
    phase: 'QUESTION',
    deadline,
    questionCount,
    question: { index, body, options, seconds, points, pictureUrl },
    answered: another ? 0 : room.answered,
    myAnswer: another ? null : room.myAnswer,
    standingsBefore: another ? room.standings : room.standingsBefore,
    reveal: null,
  };
}

function revealed(room: RoomState, event: EventNamed<'QuestionRevealed'>): RoomState {
  const { standings, deadline, answered } = event;
  const next: RoomState = { ...room, ...running, phase: 'REVEAL', deadline, answered, standings };
  return event.questionIndex === room.question?.index ? withResult(next, event) : next;
}

function withResult(room: RoomState, event: RoomRevealedFragment): RoomState {
  const { correctOptions, explanation, distribution, myResult: result } = event;
  const { me } = room;
  return {
    ...room,
    reveal: { correctOptions, explanation, distribution, result },
    myAnswer: result ? result.options : room.myAnswer,
    me: me && result ? { ...me, score: result.score, streak: result.streak, rank: result.rank } : me,
  };
}

/** Fills in what a room that was read doesn't say of itself, from events that are past. What is newer stays. */
export function recall(room: RoomState, past: readonly PastEvent[]): RoomState {
  const index = room.question?.index;
  const results = past.filter((event) => event.__typename === 'QuestionRevealed');
  const last = results.findLast(({ questionIndex }) => questionIndex === index);
  const paused = past.findLast((event) => event.__typename === 'QuizPaused' && event.questionIndex === index);
  const ended = past.findLast((event) => event.__typename === 'QuizEnded');
  const rank = room.me?.rank ?? results.findLast(({ myResult }) => myResult)?.myResult?.rank ?? null;
  let next: RoomState = { ...room, me: room.me && { ...room.me, rank } };
  if (last && next.reveal && !next.reveal.distribution) next = withResult(next, last);
  if (paused?.__typename === 'QuizPaused' && next.phase === 'PAUSED')
    next = { ...next, pauseReason: next.pauseReason ?? paused.pauseReason };
  if (ended?.__typename === 'QuizEnded' && next.end && !next.end.reason)
    next = { ...next, podium: ended.podium, end: { reason: ended.endReason, closeReason: ended.closeReason } };
  return next;
}
