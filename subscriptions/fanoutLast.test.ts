import { describe, expect, it } from 'vitest';
import { makeScene, nothing, numbers, ticks } from '../tests/stream/fanoutScene.ts';
import { Asking, Ear } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

const people = ['ada', 'ben', 'ben', null, ''] as const;
const last = ['ben'];
const over = (heard: string[]) => ({ heard, ends: [undefined], wrong: [] });
const going = (heard: string[]) => ({ heard, ends: [], wrong: [] });

describe('the last item of some in a group', () => {
  it('is theirs like everyone’s, and then they are ended; others go on', async () => {
    const { line, fanout, together, standing } = makeScene();
    const all = await together(people.length, (index) => ({ viewer: people[index] ?? null }));
    line.add();
    line.append({ last });
    line.add();
    await settled();
    for (const [index, { ear }] of all.entries()) {
      expect(ear).toMatchObject(people[index] === 'ben' ? over(numbers(1, 2)) : going(numbers(1, 3)));
    }
    expect(standing()).toEqual({ open: 1, groups: 1, members: 3 });
    expect(fanout.counts).toMatchObject({ answered: 3, written: 13 });
  });

  it('is answered for those who have eyes for it', async () => {
    const { line, together } = makeScene();
    const [ben, ada] = await together(2, (index) => ({ viewer: ['ben', 'ada'][index] ?? null }));
    line.append({ last, eyes: last });
    await settled();
    expect(ben?.ear).toMatchObject(over(['q 1 for ben']));
    expect(ada?.ear).toMatchObject(going(['q 1']));
  });

  it('leaves nothing of a group that had nobody else', async () => {
    const { line, begin, together, standing } = makeScene();
    const all = await together(3, () => ({ viewer: 'ben' }));
    line.append({ last });
    line.add();
    await settled();
    for (const { ear } of all) expect(ear).toMatchObject(over(['q 1']));
    expect(standing()).toEqual(nothing);
    const { ear } = begin({ after: 1, viewer: 'ben' });
    await settled();
    expect(ear).toMatchObject(going(['q 2']));
  });

  it('changes nothing for people who are not there, nor for nobody', async () => {
    const { line, together, standing } = makeScene();
    const all = await together(2, (index) => ({ viewer: ['ada', null][index] ?? null }));
    line.append({ last: ['cleo', 'null', ''] });
    line.add();
    await settled();
    for (const { ear } of all) expect(ear).toMatchObject(going(numbers(1, 2)));
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
  });

  const rooms = [
    [1, 1, 1],
    [1, 9, 1],
    [9, 1, 1],
    [9, 1, 9],
  ];
  it.each(rooms)('comes with others who have enough then: room for %i, %i and %i', async (...room) => {
    const { line, together, standing } = makeScene();
    const all = await together(3, (index) => ({ viewer: index === 0 ? 'ben' : 'ada', ear: new Ear(room[index]) }));
    const [ben, ...others] = all;
    line.append({ last });
    line.add();
    await settled();
    expect(ben?.ear).toMatchObject(over(['q 1']));
    for (const { ear } of others) ear.drain();
    await settled();
    for (const { ear } of others) expect(ear).toMatchObject(going(numbers(1, 2)));
    expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
    for (const { listener } of others) listener.stop();
    await settled();
    expect(standing()).toEqual(nothing);
  });

  it('does not end who joins ahead of it: it was before their time', async () => {
    const { line, begin, together } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = () => gate.promise;
    const [slow] = await together(1, () => ({ asking, viewer: 'ada' }));
    line.append({ last });
    line.add();
    await settled();
    const [at, behind] = [begin({ after: 1, viewer: 'ben' }), begin({ after: 2, viewer: 'ben' })];
    await settled();
    line.add();
    gate.resolve();
    await settled();
    expect(slow?.ear).toMatchObject(going(numbers(1, 3)));
    expect(at.ear).toMatchObject(going(numbers(2, 3)));
    expect(behind.ear).toMatchObject(going(numbers(3, 3)));
  });

  it.each(['write', 'end'])('ends each once, also when another of them stops it in its %s()', async (which) => {
    const { line, together, standing } = makeScene();
    const [first, second, third] = await together(3, (index) => ({ viewer: index === 2 ? 'ada' : 'ben' }));
    if (!first || !second || !third) throw new Error('Three were made');
    if (which === 'write') first.ear.heed = () => second.listener.stop();
    else {
      first.ear.end = (error) => {
        first.ear.ends.push(error);
        second.listener.stop();
      };
    }
    line.append({ last });
    line.add();
    await settled();
    expect(first.ear).toMatchObject(over(['q 1']));
    expect(second.ear).toMatchObject(going(which === 'write' ? [] : ['q 1']));
    expect(third.ear).toMatchObject(going(numbers(1, 2)));
    expect([first, second, third].map(({ guest }) => guest.told)).toEqual([1, 1, 0]);
    expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
  });
});

it('the last item of one who walks alone ends it', async () => {
  const { line, begin, standing } = makeScene();
  line.add();
  line.append({ last });
  line.append({ last });
  const all = ['ben', 'ada', null].map((viewer) => begin({ viewer }));
  const later = begin({ after: 2, viewer: 'ben' });
  await settled();
  const [ben, ...others] = all;
  expect(ben?.ear).toMatchObject(over(numbers(1, 2)));
  expect(later.ear).toMatchObject(over(numbers(3, 3)));
  for (const { ear } of others) expect(ear).toMatchObject(going(numbers(1, 3)));
  expect(standing()).toEqual({ open: 1, groups: 1, members: 2 });
});

it('one who has no room yet gets its last item as soon as it has', async () => {
  const { line, together, standing } = makeScene();
  const [ben] = await together(2, (index) => ({ viewer: ['ben', 'ada'][index] ?? null, ear: new Ear(9) }));
  const [slow] = await together(1, () => ({ viewer: 'ben', ear: new Ear(1) }));
  line.add();
  line.append({ last });
  line.add();
  await settled();
  expect(ben?.ear).toMatchObject(over(numbers(1, 2)));
  expect(slow?.ear).toMatchObject(going(['q 1']));
  slow?.ear.drain();
  await settled();
  expect(slow?.ear).toMatchObject(over(numbers(1, 2)));
  expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
});

it.each(['at once', 'late'])(
  'whoever it is the last for gets no more, at whatever moment they come: %s',
  async (how) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const { line, begin, standing } = makeScene();
      const asking = new Asking();
      if (how === 'late') asking.late = () => ticks(3);
      line.add();
      const ada = begin({ asking, viewer: 'ada' });
      const early = begin({ asking, viewer: 'ben' });
      await ticks(turn);
      line.append({ last });
      const late = begin({ asking, viewer: 'ben', after: 1 });
      line.add();
      await settled();
      expect(early.ear).toMatchObject(over(numbers(1, 2)));
      expect(late.ear).toMatchObject(over(numbers(2, 2)));
      expect(ada.ear).toMatchObject(going(numbers(1, 3)));
      expect([early, late, ada].map(({ guest }) => guest.told)).toEqual([1, 1, 0]);
      ada.listener.stop();
      await settled();
      expect({ turn, ...standing() }).toEqual({ turn, ...nothing });
    }
  },
);
