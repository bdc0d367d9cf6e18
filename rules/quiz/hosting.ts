import type { HostChange } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { notHost, notRunning, wrongPhase } from './authority.ts';
import { pauseQuiz } from './course.ts';
import type { QuizAction, QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';
import { hostGoneSeconds } from './roomSettings.ts';
import { firstCohostOnline } from './windows.ts';

type Appointment = Extract<QuizAction, { targetId: string; type: 'TRANSFER_HOST' | 'ADD_COHOST' }>;

/** Only the host gives the room to another, and becomes a cohost. Giving it to who has it is a no-op. */
export function transferHost(draft: QuizDraft, { userId, targetId }: Appointment): QuizRefusal | undefined {
  const refusal = mayAppoint(draft, userId, targetId);
  if (refusal || targetId === draft.room.hostId) return refusal;
  if (targetId === draft.room.heldFor) draft.room.heldFor = null;
  setHost(draft, targetId, 'TRANSFERRED');
  return undefined;
}

/** Only the host makes cohosts. Making somebody one twice is a no-op, as is making the host one. */
export function addCohost(draft: QuizDraft, { userId, targetId }: Appointment): QuizRefusal | undefined {
  const refusal = mayAppoint(draft, userId, targetId);
  if (refusal || draft.roleOf(targetId) !== 'PLAYER') return refusal;
  draft.room.cohostIds = [...draft.room.cohostIds, targetId];
  sayHost(draft, 'COHOST_ADDED');
  return undefined;
}

/** A cohost may repeat what has come about already: it may have been they who, as the host, made it so. */
function mayAppoint(draft: QuizDraft, userId: string, targetId: string): QuizRefusal | undefined {
  const { room } = draft;
  const done = targetId === room.hostId && notRunning(draft, userId) === undefined;
  if (userId !== room.hostId && !done) return notHost(draft, false);
  if (room.phase === 'ENDED') return wrongPhase(draft);
  return draft.present(targetId) ? undefined : { refused: 'NOT_MEMBER', userId: targetId };
}

/** Who is known to have come or gone. A host who returns gets the room back; one who goes has 20 seconds to. */
export function changePresence(draft: QuizDraft, changes: readonly { userId: string; online: boolean }[]): void {
  const { room } = draft;
  if (room.phase === 'ENDED') return;
  const wanted = new Map(changes.map(({ userId, online }) => [userId, online]));
  const members: { person: PersonRef; online: boolean }[] = [];
  draft.changeMembers(({ person, status, online: before }) => {
    const online = wanted.get(person.id) ?? before;
    if (status !== 'IN' || online === before) return undefined;
    members.push({ person, online });
    return { online };
  });
  if (members.length === 0) return;
  const onlineCount = room.members.filter(({ online }) => online).length;
  draft.say({ type: 'PresenceChanged', members, onlineCount });
  for (const { person, online } of members) {
    if (person.id === room.hostId) watchHost(draft);
    if (online && person.id === room.heldFor) giveBack(draft, person.id);
  }
}

/**
 * What a host's absence comes to: a cohost who is there fills in, where that is the setting; else the quiz pauses, and
 * the first cohost who comes may still fill in.
 */
export function actOnAbsence(draft: QuizDraft): void {
  const { room } = draft;
  const handsOver = room.settings.whenHostGone === 'HAND_OVER';
  const substitute = handsOver ? firstCohostOnline(room) : undefined;
  if (!handsOver) room.hostGoneBy = null;
  if (!substitute) {
    pauseQuiz(draft, 'HOST_GONE', null);
    return;
  }
  room.heldFor ??= room.hostId;
  setHost(draft, substitute.person.id, 'HANDED_OVER');
}

/**
 * A host who leaves for good: a cohost takes over, the first who is online before the others. Where there is none, the
 * room stays theirs and the quiz pauses at once. Returns whether they may go.
 */
export function succeedHost(draft: QuizDraft): boolean {
  const { room } = draft;
  const leaver = room.hostId;
  const successor = firstCohostOnline(room)?.person.id ?? room.cohostIds[0];
  if (successor === undefined) {
    changePresence(draft, [{ userId: leaver, online: false }]);
    room.hostGoneBy = null;
    pauseQuiz(draft, 'HOST_GONE', null);
    return false;
  }
  if (successor === room.heldFor) room.heldFor = null;
  setHost(draft, successor, 'LEFT');
  room.cohostIds = room.cohostIds.filter((id) => id !== leaver);
  return true;
}

/** An absence that was about to have consequences counts from now. */
export function restartAbsence({ room, now }: QuizDraft): void {
  if (room.hostGoneBy !== null) room.hostGoneBy = now + hostGoneSeconds * 1_000;
}

function giveBack(draft: QuizDraft, ownerId: string): void {
  draft.room.heldFor = null;
  setHost(draft, ownerId, 'RETURNED');
}

function setHost(draft: QuizDraft, hostId: string, because: HostChange): void {
  const { room } = draft;
  const others = room.cohostIds.filter((id) => id !== hostId);
  // Who filled in comes first again should the host drop out again.
  room.cohostIds = because === 'RETURNED' ? [room.hostId, ...others] : [...others, room.hostId];
  if (because === 'LEFT') room.cohostIds = others;
  room.hostId = hostId;
  watchHost(draft);
  sayHost(draft, because);
}

function watchHost(draft: QuizDraft): void {
  const { room, now } = draft;
  room.hostGoneBy = draft.present(room.hostId)?.online ? null : now + hostGoneSeconds * 1_000;
}

function sayHost(draft: QuizDraft, because: HostChange): void {
  const { hostId, cohostIds } = draft.room;
  const cohosts = cohostIds.map((id) => draft.person(id));
  draft.say({ type: 'HostChanged', host: draft.person(hostId), cohosts, because });
}
