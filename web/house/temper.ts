/** How a house player behaves. */
export interface Temper {
  displayName: string;
  /** Whether challenges are answered; who doesn't lets them lapse. */
  answers: boolean;
  /** Of the throws at own cups, the share that is challenged. */
  doubts: number;
}

export const tempers = {
  forgetful: { displayName: 'Forgetful Finn', answers: false, doubts: 0.15 },
  suspicious: { displayName: 'Suspicious Sue', answers: true, doubts: 0.85 },
  honest: { displayName: 'Honest Hana', answers: true, doubts: 0.15 },
} as const satisfies Record<string, Temper>;
export type TemperName = keyof typeof tempers;

/** In the order they sit down: those by whom most happens first. */
export const temperNames = Object.keys(tempers) as TemperName[];

/** What the handles of all house players begin with, by which those of other processes are known as well. */
export const houseHandle = 'house-';

export const isHouse = ({ handle }: { handle: string }) => handle.startsWith(houseHandle);

/** How long people take, in milliseconds. */
export interface Pace {
  /** Between two throws: at least, and at most. */
  throwMs: readonly [number, number];
  /** Until a throw at one's cup is doubted, and a challenge answered; never more than half of the window. */
  decideMs: readonly [number, number];
  /** From one look at the open tables to the next. */
  lookMs: number;
  /** So long after the last person sat down the house comes. */
  comeMs: number;
  /** And so long, it takes the last seat of a small table. */
  fillMs: number;
}

export const humanPace: Pace = {
  throwMs: [2_500, 6_000],
  decideMs: [900, 2_500],
  lookMs: 1_500,
  comeMs: 3_000,
  fillMs: 15_000,
};

/** A time between the two, by chance (0 to 1). */
export const between = ([least, most]: readonly [number, number], chance: number) => least + (most - least) * chance;
