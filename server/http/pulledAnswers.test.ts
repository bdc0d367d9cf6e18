import { expect, it, vi } from 'vitest';
import { Fanout } from '../../subscriptions/fanout.ts';
import { Line, type Item } from '../../tests/stream/line.ts';
import { settled } from '../../tests/stream/turnstile.ts';
import { PulledAnswers } from './pulledAnswers.ts';
import { SharedAnswer } from './sharedAnswer.ts';

const answerOf = (seq: number) => new SharedAnswer({ data: { seq } });
const question = { key: 'q', answer: (item: object) => answerOf((item as Item).seq) };

/** Somebody who pulls, beside a member of the same group who takes everything at once. */
async function besideAnother() {
  const line = new Line();
  const fanout = new Fanout<SharedAnswer>();
  const taken: number[] = [];
  const sink = {
    write: ({ result }: SharedAnswer) => taken.push(Number(result.data?.['seq'])) > 0,
    drained: () => Promise.resolve(),
    end: () => undefined,
  };
  fanout.listen(line.walk(), question, null, sink);
  const pulled = new PulledAnswers((own) => fanout.listen(line.walk(), question, null, own));
  await settled();
  return { line, fanout, taken, pulled };
}
const seqOf = async (pulled: PulledAnswers) => (await pulled.next()).value?.data?.['seq'];
const numbers = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

it('who pulls slowly holds nobody up, is kept little for, and gets everything once', async () => {
  const { line, fanout, taken, pulled } = await besideAnother();
  for (let count = 0; count < 100; count += 1) line.add();
  await settled();
  expect(taken).toEqual(numbers(100));
  expect(fanout.counts).toMatchObject({ members: 1 });
  // What the other was given, and what waits for this one.
  expect(fanout.counts.written).toBeLessThan(120);
  const got: unknown[] = [];
  while (got.length < 100) {
    got.push(await seqOf(pulled));
    if (got.length % 7 === 0) await settled();
  }
  await settled();
  expect(fanout.counts).toMatchObject({ groups: 1, members: 2, answered: 100 });
  line.add();
  got.push(await seqOf(pulled));
  expect(got).toEqual(numbers(101));
});

it('who asks before there is anything gets it when it comes', async () => {
  const { line, pulled } = await besideAnother();
  for (const seq of [1, 2, 3]) {
    const asked = seqOf(pulled);
    await settled();
    line.add();
    expect(await asked).toBe(seq);
  }
});

it.each([undefined, new Error('unreadable')])('the end comes behind what waits, once: %s', async (error) => {
  const { line, pulled } = await besideAnother();
  line.add();
  line.add();
  line.end(error);
  await settled();
  expect([await seqOf(pulled), await seqOf(pulled)]).toEqual([1, 2]);
  if (error) await expect(pulled.next()).rejects.toBe(error);
  for (let count = 0; count < 2; count += 1) expect(await pulled.next()).toEqual({ done: true, value: undefined });
});

it.each([0, 5, 50])(
  'return() leaves at once, with %i that it was not asked for, also while next() waits',
  async (more) => {
    const { line, fanout, pulled } = await besideAnother();
    const asked = pulled.next();
    const before = more > 0 ? { done: false } : { done: true };
    for (let count = 0; count < more; count += 1) line.add();
    await settled();
    expect(await pulled.return()).toEqual({ done: true, value: undefined });
    expect(await asked).toMatchObject(before);
    expect(await pulled.next()).toEqual({ done: true, value: undefined });
    await settled();
    expect({ open: line.open, members: fanout.counts.members }).toEqual({ open: 1, members: 1 });
  },
);

it('stops what it came from once it is returned', async () => {
  const stop = vi.fn<() => void>();
  const pulled = new PulledAnswers(() => ({ stop }));
  pulled.write(answerOf(1));
  await pulled.return();
  expect(stop).toHaveBeenCalledTimes(1);
  expect(await pulled.next()).toEqual({ done: true, value: undefined });
});
