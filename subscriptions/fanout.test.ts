import { beforeEach, describe, expect, it } from 'vitest';
import { Asking, Ear, Line, type Answer } from '../tests/stream/line.ts';
import { settled } from '../tests/stream/turnstile.ts';
import { Fanout } from './fanout.ts';

let fanout: Fanout<Answer>;
let line: Line;
beforeEach(() => {
  fanout = new Fanout();
  line = new Line();
});

interface Begin {
  after?: number;
  asking?: Asking;
  viewer?: string | null;
  ear?: Ear;
}

/** A listener, its ear and its question. */
function begin({ after = 0, asking = new Asking(), viewer = null, ear = new Ear() }: Begin = {}) {
  return { ear, asking, listener: fanout.listen(line.walk(after), asking, viewer, ear) };
}

/** So many who ask the same, each with a question of their own, in one group. */
async function together(count: number, more: (index: number) => Begin = () => ({})) {
  const all = Array.from({ length: count }, (_, index) => begin(more(index)));
  await settled();
  return all;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `q ${from + index}`);
const standing = () => ({ open: line.open, groups: fanout.counts.groups, members: fanout.counts.members });
const nothing = { open: 0, groups: 0, members: 0 };

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
}

describe('a group', () => {
  it('answers an item once, however many listen, and gives all of them the same', async () => {
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

describe('one whose sink has enough', () => {
  it('costs the group nothing, and has missed nothing when it comes back', async () => {
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

describe('eyes', () => {
  const viewers = ['ada', 'ada', 'ben', null, ''] as const;

  it('get an answer of their own, made once, and everybody else the one made for nobody', async () => {
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
    line.add('ada');
    const [one, two, other] = [begin({ viewer: 'ada' }), begin({ viewer: 'ada' }), begin({ viewer: 'ben' })];
    await settled();
    expect([one, two, other].map(({ ear }) => ear.heard)).toEqual([['q 1 for ada'], ['q 1 for ada'], ['q 1']]);
    expect(fanout.counts.answered).toBe(2);
  });

  it.each(['', 'ada', 'ben'])('get theirs when they join while the answer for “%s” is being made', async (during) => {
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
    line.add('a', 'a b');
    const one = begin({ viewer: 'a', asking: new Asking('b c') });
    const two = begin({ viewer: 'a b', asking: new Asking('c') });
    await settled();
    expect([one.ear.heard, two.ear.heard]).toEqual([['b c 1 for a'], ['c 1 for a b']]);
  });
});

describe('the end', () => {
  it.each([undefined, new Error('unreadable')])(
    'of a stream is told once to all, alone or together: %s',
    async (error) => {
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

describe('stop()', () => {
  /** What goes on while somebody stops, and for how many turns that is worth a look. */
  const scenes: Record<string, { turns: number; play(asking: Asking): Begin[] }> = {
    'a listener that begins': { turns: 8, play: () => [{}] },
    'listeners that catch up': {
      turns: 30,
      play: () => {
        for (let count = 0; count < 4; count += 1) line.add();
        return [{}, { after: 2 }];
      },
    },
    eyes: {
      turns: 20,
      play: () => {
        line.add('ada');
        return [{ viewer: 'ada' }, { viewer: 'ben' }];
      },
    },
    'answers that come late': {
      turns: 30,
      play: (asking) => {
        asking.late = () => ticks(3);
        line.add('ada');
        line.add();
        return [{ viewer: 'ada' }, { after: 1 }];
      },
    },
    'sinks that fill': {
      turns: 30,
      play: () => {
        line.add();
        line.add();
        return [{ ear: new Ear(1) }, { ear: new Ear(2) }];
      },
    },
  };

  it.each(Object.entries(scenes))('of %s, at any moment, leaves nothing', async (_, { turns, play }) => {
    for (let turn = 0; turn < turns; turn += 1) {
      line = new Line();
      fanout = new Fanout();
      const asking = new Asking();
      const all = play(asking).map((beginning) => begin({ asking, ...beginning }));
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
    }
  });

  it.each(Object.entries(scenes))('of one among %s, at any moment, costs the others nothing', async (_, scene) => {
    for (let turn = 0; turn < scene.turns; turn += 1) {
      line = new Line();
      fanout = new Fanout();
      const asking = new Asking();
      const leaving = begin({ asking });
      const all = scene.play(asking).map((beginning) => ({ beginning, ...begin({ asking, ...beginning }) }));
      await ticks(turn);
      leaving.listener.stop();
      line.add();
      const last = line.items.length;
      for (let round = 0; round <= last; round += 1) {
        await settled();
        for (const { ear } of all) ear.drain(1);
      }
      await settled();
      for (const { ear, beginning } of all) {
        const plain = ear.heard.map((text) => text.replace(' for ada', ''));
        expect({ turn, heard: plain, wrong: ear.wrong }).toEqual({
          turn,
          heard: numbers((beginning.after ?? 0) + 1, last),
          wrong: [],
        });
      }
      for (const { listener } of all) listener.stop();
      await settled();
      expect({ turn, ...standing() }).toEqual({ turn, ...nothing });
    }
  });

  it('while an answer is being made leaves nothing, and whoever comes then has their own group', async () => {
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
    }
    const left = 3 - gone.length;
    expect(standing()).toEqual(left === 0 ? nothing : { open: 1, groups: 1, members: left });
    for (const [index, { listener }] of members.entries()) if (!gone.includes(index)) listener.stop();
    await settled();
    expect(standing()).toEqual(nothing);
  });

  it('of one who walks alone, from inside write', async () => {
    line.add();
    line.add();
    const { ear, listener } = begin();
    ear.heed = () => listener.stop();
    await settled();
    expect(ear.heard).toEqual(['q 1']);
    expect(standing()).toEqual(nothing);
  });
});

it('what was answered is kept as far as it fits, the newest of it', async () => {
  const [mega, items] = [1_000_000, 50];
  fanout = new Fanout(() => mega);
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
