import type { RoomSettings } from '../../entities/quizRoom.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { countAnswers, revealEarly } from './course.ts';
import { readDisplayName } from './displayName.ts';
import { addCohost, changePresence, restartAbsence, transferHost } from './hosting.ts';
import { lookAlikeKey } from './lookAlikes.ts';
import { join, kick, leave, newMember, tellJoined } from './membership.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import { operate } from './operating.ts';
import { QuizDraft } from './quizDraft.ts';
import type { QuizAction, QuizOutcome, QuizRefusal } from './quizDecision.ts';
import type { QuizAnswerState, QuizRoomState } from './quizState.ts';
import { run } from './running.ts';
import { settleDue, settleIntermission } from './settleDue.ts';
import { idleWindow, isDue, phaseWindow } from './windows.ts';

export interface Opening {
  id: string;
  settings: RoomSettings;
  /** The quiz's questions; the room keeps them as they are now. */
  questions: readonly QuizQuestion[];
  /** Who opens it. A display name that is none for a room gives way to the handle. */
  host: PersonRef;
}

/** A new lobby with its host in it. */
export function openRoom({ id, settings, questions, host }: Opening, now: number): QuizOutcome {
  const read = readDisplayName(host.displayName);
  const displayName = 'name' in read ? read.name : host.handle;
  const member = newMember({ ...host, displayName }, lookAlikeKey(displayName), 0, now);
  const draft = new QuizDraft(
    {
      id,
      phase: 'LOBBY',
      questionIndex: null,
      endsAt: null,
      pausedFrom: null,
      remainingMs: null,
      answered: 0,
      hostId: host.id,
      heldFor: null,
      cohostIds: [],
      hostGoneBy: null,
      emptySince: now,
      settings,
      questions,
      members: [{ ...member, plays: settings.hostPlays }],
      createdAt: now,
      startedAt: null,
      endedAt: null,
    },
    now,
  );
  tellJoined(draft);
  return draft.outcome();
}

/**
 * What becomes of a room by an action. Whatever is due by now comes first, so deadlines hold whether or not a timer has
 * fired, and nothing is due any more afterwards. Who joins is told later, before whatever is said next; who acts in vain
 * says nothing, so that nobody makes a thousand joins a thousand events.
 * @param answers all to the question in play, read after the room was locked; needed when `needsAnswers` says so
 */
export function decide(
  state: QuizRoomState,
  action: QuizAction,
  now: number,
  answers?: readonly QuizAnswerState[],
): QuizOutcome {
  const outcome = go(state, action, now, answers, action.type !== 'JOIN');
  const vain = 'userId' in action && outcome.events.every(({ type }) => type === 'MemberJoined');
  return vain && outcome.events.length > 0 ? go(state, action, now, answers, false) : outcome;
}

/** @param tells whether those who have come are told of first */
function go(
  state: QuizRoomState,
  action: QuizAction,
  now: number,
  answers: readonly QuizAnswerState[] | undefined,
  tells: boolean,
): QuizOutcome {
  const draft = new QuizDraft(state, now, answers);
  if (tells) tellJoined(draft);
  settleDue(draft);
  // What a host does shows that they are there, whatever their socket says.
  if ('userId' in action && action.userId === draft.room.hostId) restartAbsence(draft);
  const refusal = act(draft, action);
  if (mayLeaveAllAnswered(action)) revealEarly(draft);
  noteLife(draft, action, refusal);
  settleDue(draft);
  settleIntermission(draft);
  return draft.outcome(refusal);
}

/** Whether the question in play would close, so that its answers have to be handed in. Rather too often than too rarely. */
export function needsAnswers(state: QuizRoomState, action: QuizAction, now: number): boolean {
  if ((state.pausedFrom ?? state.phase) !== 'QUESTION') return false;
  const due = isDue(phaseWindow(state), now) || isDue(idleWindow(state), now);
  const early = state.settings.revealEarly && (action.type === 'COUNT' || mayLeaveAllAnswered(action));
  return due || early || action.type === 'REVEAL' || action.type === 'END' || action.type === 'CLOSE';
}

/** Whether everyone who is left may have answered by an action, though nobody answered. A COUNT follows any PRESENCE. */
function mayLeaveAllAnswered({ type }: QuizAction): boolean {
  return type === 'LEAVE' || type === 'KICK' || type === 'EXPEL' || type === 'RESUME';
}

function act(draft: QuizDraft, action: QuizAction): QuizRefusal | undefined {
  switch (action.type) {
    case 'JOIN':
      return join(draft, action);
    case 'LEAVE':
      leave(draft, action.userId);
      return undefined;
    case 'KICK':
      return kick(draft, action);
    case 'TRANSFER_HOST':
      return transferHost(draft, action);
    case 'ADD_COHOST':
      return addCohost(draft, action);
    case 'PRESENCE':
      changePresence(draft, action.changes);
      return undefined;
    case 'COUNT':
      countAnswers(draft, action.questionIndex, action.answeredBy);
      return undefined;
    case 'DUE':
      return undefined;
    case 'CLOSE':
    case 'EXPEL':
      return operate(draft, action);
    default:
      return run(draft, action);
  }
}

/**
 * Keeps since when a room has been empty. People may play without a socket: what they do counts as being there, but for
 * going, and for what was due anyway.
 */
function noteLife({ room, now, events }: QuizDraft, action: QuizAction, refusal: QuizRefusal | undefined): void {
  if (room.phase === 'ENDED') return;
  const answered = events.some(({ type }) => type === 'AnswerCounted');
  const acts = action.type === 'JOIN' || ('userId' in action && action.type !== 'LEAVE');
  const fresh = answered || (acts && !refusal);
  if (room.members.some(({ online }) => online)) room.emptySince = null;
  else if (room.emptySince === null || fresh) room.emptySince = now;
}
