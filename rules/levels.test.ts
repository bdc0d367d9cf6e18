import { describe, expect, it } from 'vitest';
import { defaultSettings } from './gameSettings.ts';
import type { GameSettings, GameState } from './gameState.ts';
import { leastBattleSeconds, opponentsThatCount, rivalsThatCount } from './levels.ts';
import { activeGame, ann, bob, cyd, leaves, lobby, play, type Move } from './testGame.ts';

/** bob and cyd leave a game of three at default settings, so ann wins. */
function won(changes: Partial<GameSettings> = {}, ...more: Move[]): GameState {
  const game = activeGame(3, { ...defaultSettings, maxPlayers: 3, ...changes });
  return play(game, ...more, leaves(bob, 1), leaves(cyd, 2)).state;
}

function withGuest(state: GameState, seat: number): GameState {
  return { ...state, players: state.players.map((player) => ({ ...player, guest: player.seat === seat })) };
}

const opponents = [bob.id, cyd.id];
const none: string[] = [];

describe('opponents that count for a level', () => {
  it.each<[when: string, GameState, string[]]>([
    ['default settings', won(), opponents],
    ['more cups', won({ cupsPerPlayer: 7 }), opponents],
    ['fewer cups', won({ cupsPerPlayer: 5 }), none],
    ['more challenges', won({ challengesPerPlayer: 4 }), opponents],
    ['fewer challenges', won({ challengesPerPlayer: 2 }), none],
    ['a longer challenge window', won({ challengeWindowMs: 15_001 }), opponents],
    ['a shorter challenge window', won({ challengeWindowMs: 14_999 }), none],
    ['a shorter answer window', won({ answerWindowMs: 14_999 }), opponents],
    ['a longer answer window', won({ answerWindowMs: 15_001 }), none],
    ['more seats', won({ maxPlayers: 8 }), opponents],
    ['a guest who won', withGuest(won(), 0), none],
    ['a guest who lost', withGuest(won(), 2), none],
    ['no winner', { ...won(), winnerId: null }, none],
    ['a game that is not over', { ...won(), status: 'ACTIVE' }, none],
    ['a lobby', lobby(3, defaultSettings), none],
    ['a running game', play(activeGame(3, { ...defaultSettings, maxPlayers: 3 }), leaves(bob, 1)).state, none],
    ['an abandoned lobby', play(lobby(1, defaultSettings), leaves(ann, 1)).state, none],
  ])('%s', (_, state, expected) => {
    expect(opponentsThatCount(state)).toEqual(expected);
  });

  it('are those of whoever won', () => {
    const game = activeGame(2, defaultSettings);
    expect(opponentsThatCount(play(game, leaves(ann, 1)).state)).toEqual([ann.id]);
    expect(opponentsThatCount(play(game, leaves(bob, 1)).state)).toEqual([bob.id]);
  });
});

describe('rivals that count for a level', () => {
  const fighter = (userId: string, score: number, guest = false) => ({ userId, score, guest });
  const battle = { seconds: leastBattleSeconds, winnerId: 'ann' };
  const ann = fighter('ann', 9);

  it.each<[when: string, Parameters<typeof rivalsThatCount>[0], string[]]>([
    ['all who scored', { ...battle, fighters: [ann, fighter('bob', 5), fighter('cyd', 1)] }, ['bob', 'cyd']],
    ['not who did not', { ...battle, fighters: [ann, fighter('bob', 5), fighter('cyd', 0)] }, ['bob']],
    ['not who lost more', { ...battle, fighters: [ann, fighter('bob', -5)] }, none],
    ['no guests', { ...battle, fighters: [ann, fighter('bob', 5, true), fighter('cyd', 1)] }, ['cyd']],
    ['a guest who won', { ...battle, fighters: [fighter('ann', 9, true), fighter('bob', 5)] }, none],
    ['a short battle', { ...battle, seconds: 59, fighters: [ann, fighter('bob', 5)] }, none],
    ['no winner', { ...battle, winnerId: null, fighters: [ann, fighter('bob', 5)] }, none],
  ])('%s', (_when, asked, expected) => {
    expect(rivalsThatCount(asked)).toEqual(expected);
  });
});
