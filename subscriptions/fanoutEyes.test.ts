import { describe, expect, it } from 'vitest';
import { makeScene, numbers } from '../tests/stream/fanoutScene.ts';
import { Asking } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

describe('eyes', () => {
  const viewers = ['ada', 'ada', 'ben', null, ''] as const;

  it('get an answer of their own, made once, and everybody else the one made for nobody', async () => {
    const { line, together } = makeScene();
    const all = await together(viewers.length, (index) => ({ viewer: viewers[index] ?? null }));
    line.add('ada');
    line.add();
    line.add('ben', 'cleo', 'ada');
    await settled();
    const heard = all.map(({ ear }) => ear.heard);
    const ada = ['q 1 for ada', 'q 2', 'q 3 for ada'];
    const common = numbers(1, 3);
    expect(heard).toEqual([ada, ada, ['q 1', 'q 2', 'q 3 for ben'], common, common]);
    expect(all.flatMap(({ asking }) => asking.made).toSorted()).toEqual(
      ['q 1', 'q 1 for ada', 'q 2', 'q 3', 'q 3 for ada', 'q 3 for ben'].toSorted(),
    );
    expect(all[0]?.ear.given[0]).toBe(all[1]?.ear.given[0]);
  });

  it('get it alone, too, and it is not made again for who comes later', async () => {
    const { fanout, line, begin } = makeScene();
    line.add('ada');
    const [one, two, other] = [begin({ viewer: 'ada' }), begin({ viewer: 'ada' }), begin({ viewer: 'ben' })];
    await settled();
    expect([one, two, other].map(({ ear }) => ear.heard)).toEqual([['q 1 for ada'], ['q 1 for ada'], ['q 1']]);
    expect(fanout.counts.answered).toBe(2);
  });

  it.each(['', 'ada', 'ben'])('get theirs when they join while the answer for “%s” is being made', async (during) => {
    const { line, begin, together } = makeScene();
    const gates = new Map<string, PromiseWithResolvers<void>>();
    const asking = new Asking();
    asking.late = () => {
      const gate = Promise.withResolvers<void>();
      gates.set(asking.made.at(-1) ?? '', gate);
      return gate.promise;
    };
    // Ben is there from the beginning where the answer that is waited for is his.
    const first = during === '' ? [null] : [null, during];
    const members = await together(first.length, (index) => ({ asking, viewer: first[index] ?? null }));
    line.add('ada', 'ben');
    await settled();
    if (during !== '') gates.get('q 1')?.resolve();
    await settled();
    const late = [null, 'ada', 'ben', 'cleo'].map((viewer) => begin({ asking, viewer }));
    await settled();
    // Each answer that is asked for now comes as soon as it is asked for.
    for (let turn = 0; turn < 4; turn += 1) {
      for (const gate of gates.values()) gate.resolve();
      await settled();
    }
    expect(late.map(({ ear }) => ear.heard)).toEqual([['q 1'], ['q 1 for ada'], ['q 1 for ben'], ['q 1']]);
    expect(members.map(({ ear }) => ear.heard)).toEqual(first.map((who) => [who === null ? 'q 1' : `q 1 for ${who}`]));
    expect(asking.made.toSorted()).toEqual(['q 1', 'q 1 for ada', 'q 1 for ben']);
  });

  it('never see each other’s, whatever their names and the questions are', async () => {
    const { line, begin } = makeScene();
    line.add('a', 'a b');
    const one = begin({ viewer: 'a', asking: new Asking('b c') });
    const two = begin({ viewer: 'a b', asking: new Asking('c') });
    await settled();
    expect([one.ear.heard, two.ear.heard]).toEqual([['b c 1 for a'], ['c 1 for a b']]);
  });
});
