import { describe, expect, it } from 'vitest';
import { makeScene, nothing, numbers } from '../tests/stream/fanoutScene.ts';
import { Ear } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

describe('one whose sink has enough', () => {
  it('costs the group nothing, and has missed nothing when it comes back', async () => {
    const { fanout, line, together, standing } = makeScene();
    const [slow, quick] = await together(2, (index) => ({ ear: new Ear(index === 0 ? 2 : Number.POSITIVE_INFINITY) }));
    for (let count = 0; count < 6; count += 1) line.add();
    await settled();
    expect(slow?.ear.heard).toEqual(numbers(1, 2));
    expect(quick?.ear.heard).toEqual(numbers(1, 6));
    expect(standing()).toEqual({ open: 2, groups: 1, members: 1 });
    slow?.ear.drain(3);
    await settled();
    expect(slow?.ear.heard).toEqual(numbers(1, 5));
    slow?.ear.drain();
    await settled();
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
    line.add();
    await settled();
    expect(slow?.ear.heard).toEqual(numbers(1, 7));
    expect(slow?.ear.wrong).toEqual([]);
    expect(fanout.counts.answered).toBe(7);
  });

  it('is alone when the group was its own, and founds it again', async () => {
    const { line, together, standing } = makeScene();
    const [only] = await together(1, () => ({ ear: new Ear(1) }));
    line.add();
    line.add();
    await settled();
    expect(standing()).toEqual({ open: 1, groups: 0, members: 0 });
    only?.ear.drain();
    await settled();
    expect(only?.ear.heard).toEqual(numbers(1, 2));
    expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
  });

  it.each([false, true])('from the beginning is given nothing until it has room; it leaves: %s', async (leaves) => {
    const { line, begin, standing } = makeScene();
    const ear = new Ear(0);
    ear.write({ text: 'something else' });
    line.add();
    const { listener } = begin({ ear });
    await settled();
    if (leaves) listener.stop();
    ear.drain();
    await settled();
    expect(ear.heard.slice(1)).toEqual(leaves ? [] : ['q 1']);
    expect(standing()).toEqual(leaves ? nothing : { open: 1, groups: 1, members: 1 });
  });

  it('may be all of them at once', async () => {
    const { line, together, standing } = makeScene();
    const all = await together(4, () => ({ ear: new Ear(1) }));
    for (let seq = 1; seq <= 4; seq += 1) {
      line.add();
      await settled();
      for (const { ear } of all) ear.drain(1);
      await settled();
    }
    for (const { ear } of all) expect([ear.heard, ear.wrong]).toEqual([numbers(1, 4), []]);
    for (const { listener } of all) listener.stop();
    await settled();
    expect(standing()).toEqual(nothing);
  });
});

it('what was answered is kept as far as it fits, the newest of it', async () => {
  const [mega, items] = [1_000_000, 50];
  const { fanout, line, begin } = makeScene(() => mega);
  for (let count = 0; count < items; count += 1) line.add();
  const come = async () => {
    const { ear, listener } = begin();
    await settled();
    listener.stop();
    expect(ear.heard).toEqual(numbers(1, items));
    return fanout.counts.answered;
  };
  expect(await come()).toBe(items);
  // Only some of fifty megabytes are there still; whoever comes from the beginning pushes out what comes last.
  expect(await come()).toBe(2 * items);
  const { ear } = begin({ after: items - 20 });
  await settled();
  expect(ear.heard).toEqual(numbers(items - 19, items));
  expect(fanout.counts.answered).toBe(2 * items);
});
