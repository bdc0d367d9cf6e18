import type { WrittenStanding } from './standing.ts';

/** Enough for revisions up to 2^53. */
const revisionDigits = 11;
const userDigits = 22;
const signAt = revisionDigits + userDigits;

/** A person's key in Redis: their id's 16 bytes in base64url. */
export function encodeUserId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

export function decodeUserId(person: string): string {
  const hex = Buffer.from(person, 'base64url').toString('hex');
  if (hex.length !== 32) throw new RangeError(`${person} is nobody's key`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * A standing as `standingsApply` takes it: person, revision, rank key, rest. The member of the sorted set is revision,
 * person and rest, so that of equal rank keys the lesser revision comes first: the order of members is that of their
 * bytes. The rest is how score follows from rank key (`-`: negated), and since when, in milliseconds.
 */
export function encodeStanding({ userId, score, rankKey, revision, achievedAt }: WrittenStanding) {
  const sign = score === rankKey ? '+' : '-';
  const rest = `${sign}${achievedAt.getTime().toString(36)}`;
  return [encodeUserId(userId), revision.toString(36).padStart(revisionDigits, '0'), rankKey, rest] as const;
}

/** Throws for what is no member. */
export function decodeMember(member: string, rankKey: number): WrittenStanding {
  const userId = decodeUserId(member.slice(revisionDigits, signAt));
  const revision = Number.parseInt(member.slice(0, revisionDigits), 36);
  const achievedAt = new Date(Number.parseInt(member.slice(signAt + 1), 36));
  if (Number.isNaN(revision + achievedAt.getTime() + rankKey)) throw new RangeError(`${member} is no standing`);
  return { userId, score: member[signAt] === '+' ? rankKey : 0 - rankKey, rankKey, revision, achievedAt };
}
