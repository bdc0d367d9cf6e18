import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeMember, encodeStanding } from './member.ts';
import type { WrittenStanding } from './standing.ts';

const score = fc.integer({ min: -2_147_483_647, max: 2_147_483_647 });
const revision = fc.oneof(fc.nat(100), fc.nat(), fc.maxSafeNat());
const standing = fc
  .tuple(fc.uuid(), score, fc.boolean(), revision, fc.date({ noInvalidDate: true }))
  .map(([userId, of, negated, revision, achievedAt]): WrittenStanding => {
    const rankKey = negated ? 0 - of : of;
    return { userId, score: of, rankKey, revision, achievedAt };
  });
const memberOf = (one: WrittenStanding) => {
  const [person, revision, , rest] = encodeStanding(one);
  return `${revision}${person}${rest}`;
};

it('a member gives back the standing it was made of', () => {
  fc.assert(
    fc.property(standing, (one) => {
      expect(decodeMember(memberOf(one), one.rankKey)).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

it('members are in the order of their revisions, byte by byte', () => {
  fc.assert(
    fc.property(standing, standing, (one, other) => {
      fc.pre(one.revision !== other.revision);
      const order = Buffer.compare(Buffer.from(memberOf(one)), Buffer.from(memberOf(other)));
      expect(order).toBe(Math.sign(one.revision - other.revision));
    }),
    { numRuns: 500 },
  );
});

it.each(['', 'x', '0000000000a', '0000000000aAAAAAAAAAAAAAAAAAAAAAA', '!'.repeat(40)])('%j is no member', (member) => {
  expect(() => decodeMember(member, 1)).toThrow(RangeError);
});
