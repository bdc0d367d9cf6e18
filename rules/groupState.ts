import type { GroupMemberStatus, GroupRole } from '../entities/group.ts';

/** What its owner chooses of a group. */
export interface GroupSettings {
  name: string;
  description: string | null;
  /** Whether anyone may join, or only who has the invitation code. */
  open: boolean;
  maxMembers: number;
}

/** Somebody's part in a group. Times are Unix milliseconds. */
export interface Membership {
  userId: string;
  role: GroupRole;
  status: GroupMemberStatus;
  /** The last time they came; of somebody who was banned before they ever did, when that was. */
  joinedAt: number;
  ban: { byId: string; reason: string | null; at: number } | null;
}

/** A group as decisions see it. */
export interface GroupState extends GroupSettings {
  inviteCode: string;
  ownerId: string;
  endedAt: number | null;
  /** How many are in. */
  memberCount: number;
  /** Those that the action names; everyone who is in, where an owner leaves. */
  members: readonly Membership[];
}

export type GroupAction =
  | { type: 'JOIN'; userId: string; inviteCode: string | null; groupCount: number }
  | { type: 'LEAVE'; userId: string }
  | { type: 'KICK'; userId: string; targetId: string }
  | { type: 'BAN'; userId: string; targetId: string; reason: string | null }
  | { type: 'UNBAN'; userId: string; targetId: string }
  | { type: 'SET_ROLE'; userId: string; targetId: string; role: Exclude<GroupRole, 'OWNER'> }
  | { type: 'TRANSFER'; userId: string; targetId: string }
  | { type: 'UPDATE'; userId: string; changes: Partial<GroupSettings>; newCode: string }
  | { type: 'RENEW_CODE'; userId: string; insteadOf: string | null; newCode: string }
  | { type: 'INVITE'; userId: string; targetId: string; last: LastInvitation | null };

/** The last time that somebody was invited to this group. */
export interface LastInvitation {
  inviteCode: string;
  at: number;
}

export const protections = ['SELF', 'OWNER', 'MODERATOR'] as const;
/** Why nothing can be done to somebody. */
export type Protection = (typeof protections)[number];

export type GroupRefusal =
  | { refused: 'ENDED' | 'CLOSED' | 'WRONG_CODE' | 'INVITEE_BANNED' }
  | { refused: 'BANNED'; reason: string | null }
  | { refused: 'FULL'; maxMembers: number }
  | { refused: 'TOO_MANY_GROUPS'; most: number }
  | { refused: 'NOT_IN'; userId: string }
  | { refused: 'NOT_OWNER'; moderatorsMay: boolean }
  | { refused: 'PROTECTED'; because: Protection }
  | { refused: 'TOO_SMALL'; memberCount: number };

export interface GroupDecision {
  /** The state itself, where nothing changes. */
  state: GroupState;
  /** Whether an invitation is to be told. */
  invites?: boolean;
}
