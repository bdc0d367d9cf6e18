import { describe, expect, it } from 'vitest';
import { defaultRoomSettings, readRoomSettings, type SettingsInput } from './roomSettings.ts';

const fields = (input: SettingsInput) => {
  const read = readRoomSettings(input);
  return 'problems' in read ? read.problems.map(({ field }) => field) : [];
};

describe('the settings of a room', () => {
  it('are by default what the issue says', () => {
    expect(defaultRoomSettings).toEqual({
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
    });
  });

  it('are those chosen, defaults for the rest', () => {
    expect(readRoomSettings({})).toEqual({ settings: defaultRoomSettings });
    expect(readRoomSettings({ advance: null, alpha: undefined })).toEqual({ settings: defaultRoomSettings });
    const chosen = { advance: 'AUTOMATIC', lateJoin: false, alpha: 1.5, maxMembers: 2 } as const;
    expect(readRoomSettings(chosen)).toEqual({ settings: { ...defaultRoomSettings, ...chosen } });
  });

  it.each<[field: 'intermissionSeconds' | 'alpha' | 'maxMembers', least: number, most: number, step: number]>([
    ['intermissionSeconds', 1, 60, 0.001],
    ['alpha', 0.8, 1.5, 0.001],
    ['maxMembers', 2, 2_000, 1],
  ])('%s may be %d to %d, both included', (field, least, most, step) => {
    expect(fields({ [field]: least })).toEqual([]);
    expect(fields({ [field]: most })).toEqual([]);
    for (const value of [least - step, most + step, NaN, Infinity, -1])
      expect(fields({ [field]: value })).toEqual([field]);
  });

  it('people are counted whole, time and α need not be', () => {
    expect(fields({ maxMembers: 2.5 })).toEqual(['maxMembers']);
    expect(fields({ intermissionSeconds: 2.5, alpha: 1.25 })).toEqual([]);
  });

  it('are all named when all are wrong, with what to do', () => {
    expect(readRoomSettings({ intermissionSeconds: 0, alpha: 2, maxMembers: 1 })).toEqual({
      problems: [
        { field: 'intermissionSeconds', message: 'Choose a number from 1 to 60.' },
        { field: 'alpha', message: 'Choose a number from 0.8 to 1.5.' },
        { field: 'maxMembers', message: 'Choose a whole number from 2 to 2000.' },
      ],
    });
  });
});
