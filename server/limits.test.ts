import { describe, expect, it } from 'vitest';
import { rateLimits, readLimits, sizeLimits } from './limits.ts';

describe('readLimits', () => {
  it('is the table when nothing changes it', () => {
    const { rates, sizes } = readLimits();
    expect(rates).toEqual(rateLimits);
    expect(sizes.documentDepth).toBe(sizeLimits.documentDepth.most);
  });

  it('changes what is named and nothing else', () => {
    const { rates, sizes } = readLimits('operationsPerUser=5/60, documentDepth=3');
    expect(rates.operationsPerUser).toMatchObject({ points: 5, seconds: 60 });
    expect(rates.requestsPerAddress).toEqual(rateLimits.requestsPerAddress);
    expect(sizes.documentDepth).toBe(3);
  });

  it.each([
    'nothing=5',
    'operationsPerUser=5',
    'documentDepth=3/10',
    'documentDepth=0',
    'toString=1',
    'operationsPerUser',
  ])('refuses %s by name', (change) => expect(() => readLimits(change)).toThrow(change));
});
