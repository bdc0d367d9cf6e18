import { expect, it } from 'vitest';
import { ownName } from './door.ts';

it.each([
  ['Ann', 'Ann'],
  ['x'.repeat(30), 'x'.repeat(24)],
  [`${'🎯'.repeat(30)}`, '🎯'.repeat(24)],
  [`${'x'.repeat(23)} and more`, 'x'.repeat(23)],
])('who is called %s has a name that fits a room', (displayName, own) => {
  expect(ownName(displayName)).toBe(own);
});
