import { Fanout } from '../../subscriptions/fanout.ts';
import { Asking, Ear, Line, Visitor, type Answer } from './line.ts';
import { settled } from './turnstile.ts';

/** How a listener begins. */
export interface Begin {
  after?: number;
  asking?: Asking;
  viewer?: string | null;
  ear?: Ear;
}

/** A hand-made stream and a fan-out, and what a test does with them. */
export function makeScene(sizeOf?: (answer: Answer) => number) {
  const fanout = new Fanout<Answer>(sizeOf);
  const line = new Line();
  /** A listener, its ear, its question and its guest. */
  const begin = ({ after = 0, asking = new Asking(), viewer = null, ear = new Ear() }: Begin = {}) => {
    const guest = new Visitor();
    const walk = line.walk(after);
    walk.guest = guest;
    return { ear, asking, guest, listener: fanout.listen(walk, asking, viewer, ear) };
  };
  return {
    fanout,
    line,
    begin,
    /** So many who ask the same, each with a question of their own, in one group. */
    together: async (count: number, more: (index: number) => Begin = () => ({})) => {
      const all = Array.from({ length: count }, (_, index) => begin(more(index)));
      await settled();
      return all;
    },
    /** What there is to be left behind. */
    standing: () => ({ open: line.open, groups: fanout.counts.groups, members: fanout.counts.members }),
  };
}
export type Scene = ReturnType<typeof makeScene>;

export const nothing = { open: 0, groups: 0, members: 0 };

/** What is heard of these items. */
export const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `q ${from + index}`);

export async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
}
