import type { RoomSettings } from '../../entities/quizRoom.ts';

export const defaultRoomSettings: Readonly<RoomSettings> = {
  advance: 'HOST',
  intermissionSeconds: 5,
  revealEarly: false,
  lateJoin: true,
  answerChange: 'FIRST',
  alpha: 1,
  streakBonus: true,
  whenHostGone: 'PAUSE',
  maxMembers: 2_000,
  pinEntry: true,
  wordFilter: true,
  hostPlays: false,
};

/** Fixed, for every room: how long a host may be away before it has consequences. */
export const hostGoneSeconds = 20;

/** Fixed, for every room: how long one stays open with nobody in it. */
export const roomIdleMs = 2 * 60 * 60_000;

/** Inclusive. Those in `wholeSettings` take whole numbers only. */
export const roomSettingsBounds = {
  intermissionSeconds: [1, 60],
  alpha: [0.8, 1.5],
  maxMembers: [2, 2_000],
} as const satisfies Partial<Record<keyof RoomSettings, readonly [least: number, most: number]>>;

const wholeSettings: readonly string[] = ['maxMembers'] satisfies (keyof RoomSettings)[];

export interface SettingProblem {
  field: keyof typeof roomSettingsBounds;
  /** Says what to do about it. */
  message: string;
}

/** What was chosen, as far as anything was. Undefined and null take the default. */
export type SettingsInput = { [Name in keyof RoomSettings]?: RoomSettings[Name] | null | undefined };

/** The settings of a room: those chosen, defaults for the rest. Otherwise everything wrong with them. */
export function readRoomSettings(input: SettingsInput): { settings: RoomSettings } | { problems: SettingProblem[] } {
  const chosen = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const settings: RoomSettings = { ...defaultRoomSettings, ...Object.fromEntries(chosen) };
  const problems = boundedSettings.flatMap((field) => settingProblem(field, settings[field]));
  return problems.length > 0 ? { problems } : { settings };
}

const boundedSettings = Object.keys(roomSettingsBounds) as SettingProblem['field'][];

function settingProblem(field: SettingProblem['field'], value: number): SettingProblem[] {
  const [least, most] = roomSettingsBounds[field];
  const whole = wholeSettings.includes(field);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return [];
  return [{ field, message: `Choose a ${whole ? 'whole ' : ''}number from ${least} to ${most}.` }];
}
