import { describe, expect, it } from 'vitest';
import { makeScene, nothing } from '../tests/stream/fanoutScene.ts';
import { Asking, Ear } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

describe('the end', () => {
  it.each([undefined, new Error('unreadable')])(
    'of a stream is told once to all, alone or together: %s',
    async (error) => {
      const { fanout, line, begin, together, standing } = makeScene();
      const members = await together(3);
      const full = begin({ ear: new Ear(1) });
      line.add();
      await settled();
      expect(fanout.counts.members).toBe(3);
      line.end(error);
      await settled();
      full.ear.drain();
      await settled();
      for (const { ear } of [...members, full]) {
        expect(ear.heard).toEqual(['q 1']);
        expect(ear.ends).toEqual([error]);
      }
      expect(standing()).toEqual(nothing);
    },
  );

  it('comes after the answers that are still being made', async () => {
    const { line, together } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = () => gate.promise;
    const [member] = await together(1, () => ({ asking }));
    line.add();
    line.end();
    await settled();
    expect(member?.ear.ends).toEqual([]);
    gate.resolve();
    await settled();
    expect(member?.ear).toMatchObject({ heard: ['q 1'], ends: [undefined], wrong: [] });
  });

  it.each(['at once', 'late'])('of all who ask what can’t be answered, %s', async (when) => {
    const { line, together, standing } = makeScene();
    const error = new Error('no answer');
    const asking = new Asking();
    if (when === 'late') asking.late = () => Promise.reject(error);
    else {
      asking.answer = () => {
        throw error;
      };
    }
    const members = await together(2, () => ({ asking }));
    const [other] = await together(1, () => ({ asking: new Asking('other') }));
    line.add();
    await settled();
    for (const { ear } of members) expect(ear).toMatchObject({ heard: [], ends: [error] });
    expect(other?.ear).toMatchObject({ heard: ['other 1'], ends: [] });
    expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
  });

  it('is not told to who has stopped, also when the end stops others', async () => {
    const { line, together, standing } = makeScene();
    const members = await together(3);
    const [first, second, third] = members;
    if (!first || !second || !third) throw new Error('Three were made');
    third.listener.stop();
    first.ear.end = (error) => {
      first.ear.ends.push(error);
      second.listener.stop();
    };
    line.end();
    await settled();
    expect(members.map(({ ear }) => ear.ends.length)).toEqual([1, 0, 0]);
    expect(standing()).toEqual(nothing);
  });
});
