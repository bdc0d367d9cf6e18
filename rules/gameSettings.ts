import type { GameSettings } from './gameState.ts';

export const defaultSettings: GameSettings = {
  maxPlayers: 2,
  cupsPerPlayer: 6,
  challengesPerPlayer: 3,
  challengeWindowMs: 15_000,
  answerWindowMs: 15_000,
};

/** Inclusive. */
export const settingsBounds: Record<keyof GameSettings, readonly [least: number, most: number]> = {
  maxPlayers: [2, 8],
  cupsPerPlayer: [1, 10],
  challengesPerPlayer: [0, 10],
  challengeWindowMs: [1_000, 120_000],
  answerWindowMs: [1_000, 120_000],
};

/** Names of the settings that are out of bounds. */
export function settingsOutOfBounds(settings: GameSettings): (keyof GameSettings)[] {
  return keysOf(settingsBounds).filter((name) => {
    const [least, most] = settingsBounds[name];
    return !(settings[name] >= least && settings[name] <= most);
  });
}

/** Whether winning under these settings is worth no less than under the defaults: as many cups, challenges and time. */
export function atLeastDefaultDifficulty(settings: GameSettings): boolean {
  return (
    settings.cupsPerPlayer >= defaultSettings.cupsPerPlayer &&
    settings.challengesPerPlayer >= defaultSettings.challengesPerPlayer &&
    settings.challengeWindowMs >= defaultSettings.challengeWindowMs &&
    settings.answerWindowMs <= defaultSettings.answerWindowMs
  );
}

function keysOf<Shape extends object>(shape: Shape): (keyof Shape)[] {
  return Object.keys(shape) as (keyof Shape)[];
}
