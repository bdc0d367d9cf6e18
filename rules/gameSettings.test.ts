import { describe, expect, it } from 'vitest';
import { atLeastDefaultDifficulty, defaultSettings, settingsBounds, settingsOutOfBounds } from './gameSettings.ts';
import type { GameSettings } from './gameState.ts';

type Name = keyof GameSettings;
const bounds: [Name, least: number, most: number][] = [
  ['maxPlayers', 2, 8],
  ['cupsPerPlayer', 1, 10],
  ['challengesPerPlayer', 0, 10],
  ['challengeWindowMs', 1_000, 120_000],
  ['answerWindowMs', 1_000, 120_000],
];
const names = bounds.map(([name]) => name);
const outOfBounds = (name: Name, value: number) => settingsOutOfBounds({ ...defaultSettings, [name]: value });

describe('settings', () => {
  it('are by default what the design says, and within bounds', () => {
    const windows = { challengeWindowMs: 15_000, answerWindowMs: 15_000 };
    expect(defaultSettings).toEqual({ maxPlayers: 2, cupsPerPlayer: 6, challengesPerPlayer: 3, ...windows });
    expect(settingsOutOfBounds(defaultSettings)).toEqual([]);
    expect(names).toEqual(Object.keys(settingsBounds));
  });

  it.each(bounds)('%s may be %d to %d, both included', (name, least, most) => {
    expect(outOfBounds(name, least)).toEqual([]);
    expect(outOfBounds(name, most)).toEqual([]);
    expect(outOfBounds(name, least - 1)).toEqual([name]);
    expect(outOfBounds(name, most + 1)).toEqual([name]);
  });

  it.each([NaN, Infinity, -Infinity, -1, Number.MAX_SAFE_INTEGER])('none may be %d', (value) => {
    for (const name of names) expect(outOfBounds(name, value)).toEqual([name]);
  });

  it('are held to their ranges only: whole numbers are for who reads the input to insist on', () => {
    for (const [name, least, most] of bounds) {
      expect(outOfBounds(name, least + 0.5)).toEqual([]);
      expect(outOfBounds(name, least - 0.001)).toEqual([name]);
      expect(outOfBounds(name, most + 0.001)).toEqual([name]);
    }
  });

  it('are all named when all are wrong', () => {
    const wrong = {
      maxPlayers: 1,
      cupsPerPlayer: 0,
      challengesPerPlayer: -1,
      challengeWindowMs: 0,
      answerWindowMs: NaN,
    };
    expect(settingsOutOfBounds(wrong)).toEqual(names);
  });
});

describe('default difficulty', () => {
  it.each<[Name, value: number, hardEnough: boolean]>([
    ['maxPlayers', 8, true],
    ['cupsPerPlayer', 6, true],
    ['cupsPerPlayer', 5, false],
    ['cupsPerPlayer', 10, true],
    ['challengesPerPlayer', 2, false],
    ['challengesPerPlayer', 4, true],
    ['challengeWindowMs', 14_999, false],
    ['challengeWindowMs', 120_000, true],
    ['answerWindowMs', 1_000, true],
    ['answerWindowMs', 15_001, false],
    ['cupsPerPlayer', NaN, false],
    ['answerWindowMs', NaN, false],
  ])('%s %d: %s', (name, value, hardEnough) => {
    expect(atLeastDefaultDifficulty({ ...defaultSettings, [name]: value })).toBe(hardEnough);
  });
});
