import type { MemberSeen } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { admissionRefusal } from './admission.ts';
import { notRunning, wrongPhase } from './authority.ts';
import { readDisplayName } from './displayName.ts';
import { succeedHost } from './hosting.ts';
import { lookAlikeKey } from './lookAlikes.ts';
import type { QuizAction, QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';
import type { QuizMemberState } from './quizState.ts';

type Act<Type> = Extract<QuizAction, { type: Type }>;

/**
 * Joining while in is a no-op. Who left returns under their old name, with score, streak and seat. Nothing is said of it
 * yet: many may come at once.
 */
export function join(draft: QuizDraft, { person, displayName }: Act<'JOIN'>): QuizRefusal | undefined {
  const { members } = draft.room;
  const self = draft.member(person.id);
  if (self?.status === 'IN') return undefined;
  const read = self ? { name: self.person.displayName } : readDisplayName(displayName ?? person.displayName);
  const name = 'name' in read ? read.name : '';
  const nameKey = self?.nameKey ?? lookAlikeKey(name);
  const refusal = admissionRefusal(draft.room, {
    status: self?.status ?? null,
    kickReason: self?.kick?.reason ?? null,
    memberCount: draft.memberCount(),
    displayName: name,
    nameTaken: 'name' in read && members.some((member) => member.nameKey === nameKey),
  });
  if (refusal) return refusal;
  if ('problem' in read) return { refused: 'NAME_UNFIT', problem: read.problem };
  if (self) draft.changeMember(person.id, { status: 'IN', announced: false });
  else draft.add(newMember({ ...person, displayName: name }, nameKey, (members.at(-1)?.seat ?? -1) + 1, draft.now));
  return undefined;
}

/** Someone who comes into a room. */
export function newMember(person: PersonRef, nameKey: string, seat: number, now: number): QuizMemberState {
  const blank = { announced: false, plays: true, online: false, score: 0, streak: 0, scoredAt: null, kick: null };
  return { person, nameKey, seat, status: 'IN', joinedAt: now, ...blank };
}

/** Tells who has come since it was told last. */
export function tellJoined(draft: QuizDraft): void {
  const coming = draft.room.members.filter(({ announced }) => !announced);
  if (coming.length === 0) return;
  draft.changeMembers(({ announced }) => (announced ? undefined : { announced: true }));
  const members = coming.map((member) => seen(draft, member));
  draft.say({ type: 'MemberJoined', members, memberCount: draft.memberCount() });
}

function seen(draft: QuizDraft, { person, plays, online, score, streak }: QuizMemberState): MemberSeen {
  return { person, role: draft.roleOf(person.id), plays, online, score, streak };
}

/**
 * Leaving a lobby frees name and seat; later both are kept, with the score, for who returns. Leaving when not in, or
 * when the quiz is over, is a no-op. A host with no cohost to succeed them cannot leave: they are only away.
 */
export function leave(draft: QuizDraft, userId: string): void {
  const { room } = draft;
  const member = draft.present(userId);
  if (!member || room.phase === 'ENDED') return;
  if (userId === room.hostId && !succeedHost(draft)) return;
  depart(draft, userId);
  if (room.phase === 'LOBBY') draft.remove(userId);
  else draft.changeMember(userId, { status: 'LEFT', online: false });
  draft.say({ type: 'MemberLeft', person: member.person, memberCount: draft.memberCount() });
}

/** A kick keeps who, why and when, and bans for as long as the room lasts. Kicking twice keeps the first. */
export function kick(draft: QuizDraft, { userId, targetId, reason }: Act<'KICK'>): QuizRefusal | undefined {
  const refusal = notRunning(draft, userId);
  if (refusal) return refusal;
  if (draft.room.phase === 'ENDED') return wrongPhase(draft);
  const target = draft.member(targetId);
  if (!target) return { refused: 'NOT_MEMBER', userId: targetId };
  if (target.status === 'KICKED') return undefined;
  const because = notKickable(draft, userId, targetId);
  if (because) return { refused: 'NOT_KICKABLE', because };
  sendOut(draft, target, { byId: userId, reason });
  return undefined;
}

/** Kicks somebody who may be. */
export function sendOut(
  draft: QuizDraft,
  { person }: QuizMemberState,
  { byId, reason }: { byId: string | null; reason: string | null },
): void {
  depart(draft, person.id);
  draft.changeMember(person.id, { status: 'KICKED', online: false, kick: { byId, reason, at: draft.now } });
  const by = byId === null ? null : draft.person(byId);
  draft.say({ type: 'MemberKicked', person, by, reason, memberCount: draft.memberCount() });
}

function notKickable({ room }: QuizDraft, userId: string, targetId: string): 'SELF' | 'HOST' | 'COHOST' | undefined {
  if (targetId === userId) return 'SELF';
  if (targetId === room.hostId || targetId === room.heldFor) return 'HOST';
  return room.cohostIds.includes(targetId) && userId !== room.hostId ? 'COHOST' : undefined;
}

function depart({ room }: QuizDraft, userId: string): void {
  room.cohostIds = room.cohostIds.filter((id) => id !== userId);
  if (room.heldFor === userId) room.heldFor = null;
}
