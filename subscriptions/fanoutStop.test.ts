import { describe, expect, it } from 'vitest';
import { makeScene, nothing, numbers, ticks, type Begin, type Scene } from '../tests/stream/fanoutScene.ts';
import { Asking, Ear } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';

describe('stop()', () => {
  /** What goes on while somebody stops, and for how many turns that is worth a look. */
  const scenes: Record<string, { turns: number; play(scene: Scene, asking: Asking): Begin[] }> = {
    'a listener that begins': { turns: 8, play: () => [{}] },
    'listeners that catch up': {
      turns: 30,
      play: ({ line }) => {
        for (let count = 0; count < 4; count += 1) line.add();
        return [{}, { after: 2 }];
      },
    },
    eyes: {
      turns: 20,
      play: ({ line }) => {
        line.add('ada');
        return [{ viewer: 'ada' }, { viewer: 'ben' }];
      },
    },
    'answers that come late': {
      turns: 30,
      play: ({ line }, asking) => {
        asking.late = () => ticks(3);
        line.add('ada');
        line.add();
        return [{ viewer: 'ada' }, { after: 1 }];
      },
    },
    'sinks that fill': {
      turns: 30,
      play: ({ line }) => {
        line.add();
        line.add();
        return [{ ear: new Ear(1) }, { ear: new Ear(2) }];
      },
    },
  };

  it.each(Object.entries(scenes))('of %s, at any moment, leaves nothing', async (_, { turns, play }) => {
    for (let turn = 0; turn < turns; turn += 1) {
      const scene = makeScene();
      const { line, begin, standing } = scene;
      const asking = new Asking();
      const all = play(scene, asking).map((beginning) => begin({ asking, ...beginning }));
      // Also of those who were a group before.
      line.add();
      await ticks(turn);
      for (const { listener } of all) listener.stop();
      const heard = all.map(({ ear }) => ear.heard.length);
      line.add('ada');
      for (const { ear } of all) ear.drain();
      await settled();
      expect({ turn, ...standing() }).toEqual({ turn, ...nothing });
      expect(all.map(({ ear }) => ear.heard.length)).toEqual(heard);
      expect(all.flatMap(({ ear }) => [...ear.ends, ...ear.wrong])).toEqual([]);
      expect(all.map(({ guest }) => guest.told)).toEqual(all.map(() => 1));
    }
  });

  it.each(Object.entries(scenes))(
    'of one among %s, at any moment, costs the others nothing',
    async (_, { turns, play }) => {
      for (let turn = 0; turn < turns; turn += 1) {
        const scene = makeScene();
        const { line, begin, standing } = scene;
        const asking = new Asking();
        const leaving = begin({ asking });
        const all = play(scene, asking).map((beginning) => ({ beginning, ...begin({ asking, ...beginning }) }));
        await ticks(turn);
        leaving.listener.stop();
        expect(leaving.guest.told).toBe(1);
        line.add();
        const last = line.items.length;
        for (let round = 0; round <= last; round += 1) {
          await settled();
          for (const { ear } of all) ear.drain(1);
        }
        await settled();
        for (const { ear, guest, beginning } of all) {
          const plain = ear.heard.map((text) => text.replace(' for ada', ''));
          expect({ turn, heard: plain, wrong: ear.wrong, told: guest.told }).toEqual({
            turn,
            heard: numbers((beginning.after ?? 0) + 1, last),
            wrong: [],
            told: 0,
          });
        }
        for (const { listener } of all) listener.stop();
        await settled();
        expect({ turn, ...standing() }).toEqual({ turn, ...nothing });
      }
    },
  );

  it('while an answer is being made leaves nothing, and whoever comes then has their own group', async () => {
    const { line, begin, together, standing } = makeScene();
    const gate = Promise.withResolvers<void>();
    const asking = new Asking();
    asking.late = () => gate.promise;
    const members = await together(3, () => ({ asking }));
    line.add();
    await settled();
    for (const { listener } of members) listener.stop();
    await settled();
    expect(standing()).toEqual(nothing);
    const late = begin({ after: 1 });
    await settled();
    expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
    gate.resolve();
    await settled();
    line.add();
    await settled();
    expect(members.flatMap(({ ear }) => ear.heard)).toEqual([]);
    expect(late.ear.heard).toEqual(['q 2']);
    expect(standing()).toEqual({ open: 1, groups: 1, members: 1 });
  });

  const rooms: [who: string, rooms: number[]][] = [
    ['those with room', [9, 9, 9]],
    ['those who have enough by then', [1, 1, 1]],
    ['those some of whom have enough by then', [1, 9, 1]],
    ['those the last of whom has enough', [9, 9, 1]],
  ];
  const stopped: [whom: string, indexes: number[]][] = [
    ['itself', [0]],
    ['the one after it', [1]],
    ['the others', [1, 2]],
    ['all', [0, 1, 2]],
  ];
  const cases = rooms.flatMap(([who, room]) =>
    stopped.flatMap(([whom, indexes]) => [0, 2].map((by) => [whom, by, who, indexes, room] as const)),
  );
  it.each(cases)('of %s from inside write %i, among %s', async (_whom, by, _who, indexes, room) => {
    const { line, together, standing } = makeScene();
    const members = await together(3, (index) => ({ ear: new Ear(room[index]) }));
    const gone = indexes.map((index) => (index + by) % 3);
    const ear = members[by]?.ear;
    if (ear) {
      ear.heed = ({ text }) => {
        if (text === 'q 1') for (const index of gone) members[index]?.listener.stop();
      };
    }
    line.add();
    await settled();
    line.add();
    for (const { ear: every } of members) every.drain();
    await settled();
    for (const [index, member] of members.entries()) {
      if (!gone.includes(index)) expect(member.ear.heard).toEqual(numbers(1, 2));
      else expect(member.ear.heard).toEqual(index <= by ? ['q 1'] : []);
      expect(member.ear).toMatchObject({ ends: [], wrong: [] });
      expect(member.guest.told).toBe(gone.includes(index) ? 1 : 0);
    }
    const left = 3 - gone.length;
    expect(standing()).toEqual(left === 0 ? nothing : { open: 1, groups: 1, members: left });
    for (const [index, { listener }] of members.entries()) if (!gone.includes(index)) listener.stop();
    await settled();
    expect(standing()).toEqual(nothing);
  });

  it('of one who walks alone, from inside write', async () => {
    const { line, begin, standing } = makeScene();
    line.add();
    line.add();
    const { ear, listener } = begin();
    ear.heed = () => listener.stop();
    await settled();
    expect(ear.heard).toEqual(['q 1']);
    expect(standing()).toEqual(nothing);
  });
});
