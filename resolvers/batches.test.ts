import { describe, expect, it } from 'vitest';
import { Batches } from './batches.ts';

/** Batches that end when the test says so. */
function makeGate() {
  const begun: (readonly string[])[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const run = async (works: readonly string[]): Promise<string[]> => {
    begun.push(works);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    await end.promise;
    return works.map((work) => work.toUpperCase());
  };
  /** The batch that began so many before, once it has. */
  const end = async (index: number) => {
    await expect.poll(() => ends[index]).toBeDefined();
    return ends[index];
  };
  return { begun, run, end };
}

describe('batches', () => {
  it('begin with the first alone; what comes meanwhile goes together, in its order', async () => {
    const { begun, run, end } = makeGate();
    const batches = new Batches<string, string>(10, 2);
    const first = batches.do('room', 'a', run);
    const one = await end(0);
    const others = ['b', 'c'].map((work) => batches.do('room', work, run));
    one?.resolve();
    expect(await first).toBe('A');
    (await end(1))?.resolve();
    expect(await Promise.all(others)).toEqual(['B', 'C']);
    expect(begun).toEqual([['a'], ['b', 'c']]);
  });

  it('are no greater than they may be, and of each key one at a time', async () => {
    const { begun, run, end } = makeGate();
    const batches = new Batches<string, string>(2, 5);
    const done = ['a', 'b', 'c'].map((work) => batches.do('room', work, run));
    (await end(0))?.resolve();
    (await end(1))?.resolve();
    expect(await Promise.all(done)).toEqual(['A', 'B', 'C']);
    expect(begun).toEqual([['a', 'b'], ['c']]);
  });

  it('of different keys go on beside each other, so many at once', async () => {
    const { begun, run, end } = makeGate();
    const batches = new Batches<string, string>(10, 2);
    const done = ['a', 'b', 'c'].map((work) => batches.do(`room ${work}`, work, run));
    await end(1);
    expect(begun).toEqual([['a'], ['b']]);
    (await end(0))?.resolve();
    (await end(2))?.resolve();
    (await end(1))?.resolve();
    expect(await Promise.all(done)).toEqual(['A', 'B', 'C']);
  });

  it('fail for everyone in them, and for nobody else', async () => {
    const { run, end } = makeGate();
    const batches = new Batches<string, string>(1, 1);
    const [failing, fine] = ['a', 'b'].map((work) => batches.do('room', work, run));
    (await end(0))?.reject(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    (await end(1))?.resolve();
    expect(await fine).toBe('B');
  });

  it('say so when a work is left without a result', async () => {
    const batches = new Batches<string, string>(10, 1);
    await expect(batches.do('room', 'a', () => Promise.resolve([]))).rejects.toThrow('A batch of 1 came to 0');
  });
});
