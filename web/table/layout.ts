/** Everything in hundredths of the board's width, from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

export interface RackPlace {
  userId: string;
  /** The middle of the name, where the hand is as well. */
  hand: Point;
  /** The middles of the cups, by position. */
  cups: readonly Point[];
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface BoardPlaces {
  height: number;
  /** Across a cup. */
  cup: number;
  racks: readonly RackPlace[];
}

/** How many cups each row of a rack has, from its base to its tip. */
export function rowsOf(cups: number): number[] {
  const rows: number[] = [];
  let widest = 1;
  while ((widest * (widest + 1)) / 2 < cups) widest += 1;
  for (let left = cups, width = widest; left > 0; left -= width, width -= 1) rows.push(Math.min(width, left));
  return rows;
}

const rowStep = 0.9;

/**
 * Where every rack stands: one's own (or the first) below with its tip up, all others above with their tips down, in as
 * many rows as it takes.
 */
export function boardOf(
  players: readonly { userId: string; cups: number }[],
  ownId: string | undefined,
  narrow: boolean,
): BoardPlaces {
  const own = players.find(({ userId }) => userId === ownId) ?? players[0];
  const others = players.filter((player) => player !== own);
  const most = narrow ? 2 : 4;
  const lines = Math.max(1, Math.ceil(others.length / most));
  const across = Math.max(1, Math.ceil(others.length / lines));
  const sizes = players.map(({ cups }) => rowsOf(cups));
  const widest = Math.max(2, ...sizes.map(([base = 1]) => base));
  const deepest = Math.max(1, ...sizes.map(({ length }) => length));
  const cell = 100 / across;
  const cup = Math.min(narrow ? 14 : 7.4, (cell * 0.92) / widest);
  const name = narrow ? 12 : 6;
  const rackHeight = name + cup * (1 + rowStep * (deepest - 1));
  const gap = narrow ? 16 : 11;
  const line = rackHeight + (narrow ? 4 : 3);
  const racks = others.map(({ userId, cups }, index) => {
    const row = Math.floor(index / across);
    const inRow = Math.min(across, others.length - row * across);
    const middle = (100 / inRow) * ((index % across) + 0.5);
    const top = row * line;
    return rackAt(userId, cups, {
      middle,
      top,
      cup,
      name,
      height: rackHeight,
      width: Math.min(cell, 100 / inRow),
      tipDown: true,
    });
  });
  const top = others.length > 0 ? lines * line + gap : 0;
  const mine = own
    ? [rackAt(own.userId, own.cups, { middle: 50, top, cup, name, height: rackHeight, width: 100, tipDown: false })]
    : [];
  return { height: top + rackHeight, cup, racks: [...racks, ...mine] };
}

interface RackFrame {
  middle: number;
  top: number;
  cup: number;
  name: number;
  height: number;
  width: number;
  tipDown: boolean;
}

function rackAt(userId: string, cups: number, frame: RackFrame): RackPlace {
  const { middle, top, cup, name, height, width, tipDown } = frame;
  const base = tipDown ? top + name + cup / 2 : top + height - name - cup / 2;
  const places = rowsOf(cups).flatMap((inRow, row) =>
    Array.from({ length: inRow }, (_, place) => ({
      x: middle + (place - (inRow - 1) / 2) * cup,
      y: base + (tipDown ? 1 : -1) * row * cup * rowStep,
    })),
  );
  const hand = { x: middle, y: tipDown ? top + name / 2 : top + height - name / 2 };
  return { userId, hand, cups: places, left: middle - width / 2, top, width, height };
}
