import { v7 as uuid } from 'uuid';
import { User } from '../../entities/user.ts';
import { openLobby } from '../../rules/game.ts';
import { defaultSettings, settingsBounds, settingsOutOfBounds } from '../../rules/gameSettings.ts';
import type { GameSettings } from '../../rules/gameState.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { saveNewGame } from './changeGame.ts';
import { newcomer } from './newcomer.ts';

/** As the API has them: windows in seconds; what is left out is the default. */
export interface GameSettingsInput {
  maxPlayers?: number | null | undefined;
  cupsPerPlayer?: number | null | undefined;
  challengesPerPlayer?: number | null | undefined;
  challengeSeconds?: number | null | undefined;
  answerSeconds?: number | null | undefined;
}

/** Opens a lobby with the caller as its host. Returns the game's id. */
export async function createGame(context: Context, input: GameSettingsInput): Promise<string> {
  const { userId } = requireViewer(context);
  const { services } = context;
  const settings = chosen(input);
  const user = await context.em.findOne(User, userId);
  const actor = user && {
    person: { id: user.id, handle: user.handle, displayName: user.displayName },
    guest: user.guest,
  };
  const host = newcomer(actor, settings.cupsPerPlayer);
  const at = services.clock.now();
  const outcome = openLobby(uuid(), settings, host, at);
  await saveNewGame(services, outcome, at);
  return outcome.state.id;
}

const apiNames: Record<keyof GameSettings, keyof GameSettingsInput> = {
  maxPlayers: 'maxPlayers',
  cupsPerPlayer: 'cupsPerPlayer',
  challengesPerPlayer: 'challengesPerPlayer',
  challengeWindowMs: 'challengeSeconds',
  answerWindowMs: 'answerSeconds',
};

function chosen(input: GameSettingsInput): GameSettings {
  const settings = {
    maxPlayers: input.maxPlayers ?? defaultSettings.maxPlayers,
    cupsPerPlayer: input.cupsPerPlayer ?? defaultSettings.cupsPerPlayer,
    challengesPerPlayer: input.challengesPerPlayer ?? defaultSettings.challengesPerPlayer,
    challengeWindowMs: milliseconds(input.challengeSeconds) ?? defaultSettings.challengeWindowMs,
    answerWindowMs: milliseconds(input.answerSeconds) ?? defaultSettings.answerWindowMs,
  };
  const wrong = settingsOutOfBounds(settings);
  if (wrong.length === 0) return settings;
  throw new InvalidInputError(
    wrong.map((name) => {
      const unit = name.endsWith('Ms') ? 1000 : 1;
      const [least, most] = settingsBounds[name].map((bound) => bound / unit);
      return { field: apiNames[name], message: `must be from ${least} to ${most}.` };
    }),
  );
}

function milliseconds(seconds: number | null | undefined): number | undefined {
  return seconds === null || seconds === undefined ? undefined : Math.round(seconds * 1000);
}
