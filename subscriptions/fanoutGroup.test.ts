import { describe, expect, it } from 'vitest';
import { makeScene, nothing, numbers } from '../tests/stream/fanoutScene.ts';
import { Asking, Ear, Line } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

describe('a group', () => {
  it('answers an item once, however many listen, and gives all of them the same', async () => {
    const { fanout, line, together, standing } = makeScene();
    const all = await together(5);
    expect(standing()).toEqual({ open: 1, groups: 1, members: 5 });
    for (let count = 0; count < 3; count += 1) line.add();
    await settled();
    const [first] = all;
    for (const { ear } of all) {
      expect(ear.heard).toEqual(numbers(1, 3));
      for (const [index, answer] of ear.given.entries()) expect(answer).toBe(first?.ear.given[index]);
    }
    expect(all.flatMap(({ asking }) => asking.made).toSorted()).toEqual(numbers(1, 3));
    expect(fanout.counts).toMatchObject({ answered: 3, written: 15 });
  });

  it('is for one question, on one stream', async () => {
    const { fanout, line, together } = makeScene();
    const other = new Line();
    const elsewhere = new Ear();
    const [mine, yours] = await together(2, (index) => ({ asking: new Asking(`q${index}`) }));
    fanout.listen(other.walk(), new Asking('q0'), null, elsewhere);
    await settled();
    expect(fanout.counts).toMatchObject({ groups: 3, members: 3 });
    line.add();
    await settled();
    expect([mine?.ear.heard, yours?.ear.heard, elsewhere.heard]).toEqual([['q0 1'], ['q1 1'], []]);
  });

  it('is joined by who is behind once they have caught up', async () => {
    const { fanout, line, begin, together, standing } = makeScene();
    const [ahead] = await together(1);
    for (let count = 0; count < 5; count += 1) line.add();
    await settled();
    const { ear } = begin({ after: 2 });
    await settled();
    expect(ear.heard).toEqual(numbers(3, 5));
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
    line.add();
    await settled();
    expect(ear.heard).toEqual(numbers(3, 6));
    expect(ahead?.ear.heard).toEqual(numbers(1, 6));
    expect(fanout.counts.answered).toBe(6);
  });

  it('is joined by who is ahead at once, and spares them what they had', async () => {
    const { fanout, line, begin, together } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = () => gate.promise;
    const [slow] = await together(1, () => ({ asking }));
    for (let count = 0; count < 3; count += 1) line.add();
    await settled();
    const { ear } = begin({ after: 2 });
    await settled();
    expect(fanout.counts.members).toBe(2);
    line.add();
    gate.resolve();
    await settled();
    expect(ear.heard).toEqual(numbers(3, 4));
    expect(slow?.ear.heard).toEqual(numbers(1, 4));
  });

  it('gives who joins while an answer is being made that answer', async () => {
    const { line, begin, together } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = () => gate.promise;
    await together(1, () => ({ asking }));
    line.add();
    await settled();
    const { ear, asking: own } = begin();
    await settled();
    expect(ear.heard).toEqual([]);
    gate.resolve();
    await settled();
    expect(ear.heard).toEqual(['q 1']);
    expect(own.made).toEqual([]);
  });

  it('goes with its members into another history, and is joined there only by who has gone there', async () => {
    const { fanout, line, begin, together, standing } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    const [old] = await together(1, () => ({ asking }));
    for (let count = 0; count < 3; count += 1) line.add();
    await settled();
    asking.late = () => gate.promise;
    line.startOver();
    for (let count = 0; count < 4; count += 1) line.add();
    await settled();
    // The group still stands behind 3, which is another history's.
    const { ear } = begin({ after: 4 });
    await settled();
    expect(fanout.counts.members).toBe(1);
    gate.resolve();
    line.add();
    await settled();
    expect(old?.ear.heard).toEqual([...numbers(1, 3), ...numbers(1, 5)]);
    expect(ear.heard).toEqual(['q 5']);
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
  });

  it('is not founded by who is behind: nobody waits for them', async () => {
    const { line, begin } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = ({ seq }) => (seq === 1 ? gate.promise : undefined);
    line.add();
    const behind = begin({ asking });
    await settled();
    const { ear } = begin({ asking, after: 1 });
    line.add();
    await settled();
    expect([behind.ear.heard, ear.heard]).toEqual([[], ['q 2']]);
    gate.resolve();
    await settled();
    expect(behind.ear.heard).toEqual(numbers(1, 2));
  });

  it('is founded anew after the last has left', async () => {
    const { line, begin, standing } = makeScene();
    for (let round = 1; round <= 3; round += 1) {
      const { ear, listener } = begin({ after: round - 1 });
      await settled();
      line.add();
      await settled();
      expect(ear.heard).toEqual([`q ${round}`]);
      listener.stop();
      await settled();
      expect(standing()).toEqual(nothing);
    }
  });

  it('is left by one without loss to the others, and not founded twice', async () => {
    const { line, begin, together, standing } = makeScene();
    const [leaves, stays] = await together(2);
    leaves?.listener.stop();
    leaves?.listener.stop();
    begin();
    await settled();
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
    line.add();
    await settled();
    expect([leaves?.ear.heard, stays?.ear.heard]).toEqual([[], ['q 1']]);
  });
});
