import fc from 'fast-check';
import { expect, it } from 'vitest';
import { doubtful, type Share, sharedOut, width, widthOfOwner, widthOfWebhook } from './webhookShares.ts';

const share = (ownerId: string, webhook: number): Share => ({ ownerId, webhookId: `${ownerId}${webhook}` });
const many = (ownerId: string, webhooks: number, streams: number) =>
  Array.from({ length: webhooks }, (_, index) => ({ ...share(ownerId, index), streams }));
const well = () => widthOfWebhook;
const inDoubt = () => 1;

function sumOf(taken: ReadonlyMap<string, number>, ownerId = ''): number {
  return [...taken].reduce((sum, [id, count]) => (id.startsWith(ownerId) ? sum + count : sum), 0);
}

it('a webhook gets as many as it may have, and no more than are due', () => {
  const due = [...many('ada', 1, 20), ...many('ben', 1, 3)];
  expect(Object.fromEntries(sharedOut({ held: [], due, widthOf: well }))).toEqual({ ada0: 8, ben0: 3 });
  expect(Object.fromEntries(sharedOut({ held: [], due, widthOf: inDoubt }))).toEqual({ ada0: 1, ben0: 1 });
  const held = Array.from({ length: 7 }, () => share('ada', 0));
  expect(Object.fromEntries(sharedOut({ held, due, widthOf: well }))).toEqual({ ada0: 1, ben0: 3 });
});

it('an owner has half of all, and of webhooks in doubt a few', () => {
  expect(sumOf(sharedOut({ held: [], due: many('ada', 20, 8), widthOf: well }))).toBe(widthOfOwner);
  expect(sumOf(sharedOut({ held: [], due: many('ada', 20, 8), widthOf: inDoubt }))).toBe(doubtful.widthOfOwner);
});

it('those that answer find room, whatever number of owners has webhooks that hang', () => {
  const hanging = Array.from({ length: 30 }, (_, index) => many(`owner ${index} `, 20, 8)).flat();
  const widthOf = (id: string) => (id.startsWith('ada') ? widthOfWebhook : 1);
  const held = [...sharedOut({ held: [], due: hanging, widthOf })].map(([webhookId]) => ({
    webhookId,
    ownerId: webhookId.replace(/\d+$/, ''),
  }));
  expect(held).toHaveLength(doubtful.width);
  expect(Object.fromEntries(sharedOut({ held, due: [...hanging, ...many('ada', 2, 8)], widthOf }))).toEqual({
    ada0: 8,
    ada1: 8,
  });
});

it('the owner with the least on its way goes first, and of its webhooks the one with the least', () => {
  const held = [...many('ada', 4, 1), ...many('ada', 4, 1), ...many('ben', 1, 1)].slice(0, doubtful.width);
  const full = Array.from({ length: width - held.length - 1 }, (_, index) => share(`owner ${index}`, 0));
  const due = [...many('ada', 2, 5), ...many('ben', 2, 5)];
  expect([...sharedOut({ held: [...held, ...full], due, widthOf: well })]).toEqual([['ben1', 1]]);
});

it('whatever is due and on its way, no share is exceeded and nobody waits for room that is there', () => {
  const shares = fc.record({ ownerId: fc.constantFrom('a', 'b', 'c'), webhook: fc.nat(9) });
  const due = fc.uniqueArray(fc.record({ of: shares, streams: fc.integer({ min: 1, max: 12 }) }), {
    selector: ({ of }) => `${of.ownerId}${of.webhook}`,
  });
  const widths = fc.array(fc.constantFrom(1, 1, 2, 4, 8), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(fc.array(shares, { maxLength: 20 }), due, widths, (heldOf, dueOf, some) => {
      const widthOf = (id: string) => some[Number(id.at(-1))] ?? 1;
      const held = heldOf.map(({ ownerId, webhook }) => share(ownerId, webhook));
      const due = dueOf.map(({ of, streams }) => ({ ...share(of.ownerId, of.webhook), streams }));
      const taken = sharedOut({ held, due, widthOf });
      const got = [...taken].flatMap(([id, count]) =>
        Array.from({ length: count }, () => ({ webhookId: id, ownerId: id.slice(0, 1) })),
      );
      const after = [...held, ...got];
      const having = (wanted: (share: Share) => boolean) => after.filter(wanted).length;
      const ofDoubt = (one: Share) => widthOf(one.webhookId) === 1;
      expect(after.length).toBeLessThanOrEqual(width);
      for (const { webhookId, ownerId, streams } of due) {
        const count = taken.get(webhookId) ?? 0;
        const least = Math.min(
          streams - count,
          widthOf(webhookId) - having((one) => one.webhookId === webhookId),
          widthOfOwner - having((one) => one.ownerId === ownerId),
          width - after.length,
          ...(widthOf(webhookId) === 1
            ? [
                doubtful.width - having(ofDoubt),
                doubtful.widthOfOwner - having((one) => ofDoubt(one) && one.ownerId === ownerId),
              ]
            : []),
        );
        if (count > 0) expect(least).toBeGreaterThanOrEqual(0);
        else expect(least).toBeLessThanOrEqual(0);
      }
      expect(
        sharedOut({
          held: after,
          due: due.map((one) => ({ ...one, streams: one.streams - (taken.get(one.webhookId) ?? 0) })),
          widthOf,
        }).size,
      ).toBe(0);
    }),
  );
});
