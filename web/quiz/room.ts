import type { EventOf } from '../api/useLive.ts';
import type {
  PauseReason,
  QuizEndReason,
  QuizPhase,
  QuizRole,
  RoomEventsSubscription,
  RoomHistoryQuery,
  RoomMemberFragment,
  RoomPartsFragment,
  RoomPlaceFragment,
  RoomRevealedFragment,
} from '../gql/graphql.ts';

export type RoomEvent = EventOf<RoomEventsSubscription>;
export type PastEvent = NonNullable<RoomHistoryQuery['quizRoom']>['events']['edges'][number]['node'];
export type Place = RoomPlaceFragment;
export type Result = NonNullable<RoomRevealedFragment['myResult']>;

export interface Person {
  id: string;
  handle: string;
  displayName: string;
}

export interface Member {
  person: Person;
  role: QuizRole;
  plays: boolean;
  online: boolean;
  score: number;
  streak: number;
}

export interface Question {
  index: number;
  body: string;
  options: readonly string[];
  seconds: number;
  points: number;
  pictureUrl: string | null;
}

/** How the question in play went. What comes with the event only is null until its event is known. */
export interface Reveal {
  correctOptions: readonly number[];
  explanation: string | null;
  distribution: readonly number[] | null;
  result: Result | null;
}

export interface End {
  reason: QuizEndReason | null;
  closeReason: string | null;
}

export interface RoomState {
  id: string;
  title: string;
  questionCount: number;
  settings: RoomPartsFragment['settings'];
  pin: string | null;
  inviteCode: string | null;
  phase: QuizPhase;
  /** While PAUSED: what goes on afterwards, with how much time, and why it stands still where that is known. */
  pausedFrom: QuizPhase | null;
  remainingMs: number | null;
  pauseReason: PauseReason | null;
  deadline: string | null;
  host: Person;
  cohosts: readonly Person[];
  me: (Member & { rank: number | null }) | null;
  /** Those who are in, by id, in the order in which they came. */
  members: ReadonlyMap<string, Member>;
  memberCount: number;
  onlineCount: number;
  question: Question | null;
  answered: number;
  /** How many could answer; null until the first answer is told. */
  playerCount: number | null;
  /** What the viewer is known to have answered to the question. */
  myAnswer: readonly number[] | null;
  reveal: Reveal | null;
  /** The best as of the last reveal, and as of the one before. */
  standings: readonly Place[];
  standingsBefore: readonly Place[];
  podium: readonly Place[] | null;
  end: End | null;
  /** The viewer was sent out. */
  kicked: { reason: string | null; by: string | null } | null;
}

/** Somebody as a room's lists show them. */
export function memberOf({ user, displayName, role, plays, online, score, streak }: RoomMemberFragment): Member {
  return { person: { ...user, displayName }, role, plays, online, score, streak };
}

/** A room as it was read. */
export function roomOf(room: RoomPartsFragment): RoomState {
  const { question, settings, host, cohosts, title, questionCount, pin, inviteCode, phase } = room;
  const members = room.members.edges.map(({ node }) => memberOf(node));
  const standings = room.ranking.edges.map(({ node }, at) => ({
    rank: at + 1,
    score: node.score,
    person: memberOf(node).person,
  }));
  return {
    id: room.id,
    title,
    questionCount,
    settings,
    pin,
    inviteCode,
    phase,
    pausedFrom: room.pausedFrom,
    remainingMs: room.remainingMs,
    pauseReason: null,
    deadline: room.deadline,
    host,
    cohosts,
    me: room.me && { ...memberOf(room.me), rank: null },
    members: new Map(members.map((member) => [member.person.id, member])),
    memberCount: room.memberCount,
    onlineCount: room.onlineCount,
    question,
    answered: room.answered,
    playerCount: null,
    myAnswer: room.myAnswer && room.myAnswer.questionIndex === question?.index ? room.myAnswer.options : null,
    reveal: question?.correctOptions
      ? {
          correctOptions: question.correctOptions,
          explanation: question.explanation,
          distribution: null,
          result: null,
        }
      : null,
    standings,
    standingsBefore: standings,
    podium: phase === 'ENDED' ? standings.slice(0, 3) : null,
    end: phase === 'ENDED' ? { reason: null, closeReason: null } : null,
    kicked: null,
  };
}

/** What may be sent to whom runs the room. */
export function mayRun({ me }: RoomState): boolean {
  return me?.role === 'HOST' || me?.role === 'COHOST';
}

/** What is on: while paused, what was on. */
export function shownPhase({ phase, pausedFrom }: RoomState): QuizPhase {
  return phase === 'PAUSED' ? (pausedFrom ?? phase) : phase;
}
