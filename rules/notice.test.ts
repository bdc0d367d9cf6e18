import { expect, it } from 'vitest';
import { chatTexts } from './chatTexts.ts';
import { expiredAs, noticeText } from './notice.ts';

const at = Date.UTC(2026, 10, 21, 12);

it('says of a battle whether it begins or has begun', () => {
  const data = { title: 'The <race> & *more*', beginsAt: at, endsAt: at + 90_000 };
  expect(noticeText({ kind: 'BATTLE_STARTING', data }, at - 1)).toBe(
    '⚔️ The battle “The <race> & *more*” begins at 12:00:00 UTC and runs until 12:01:30 UTC. All you score counts.',
  );
  expect(noticeText({ kind: 'BATTLE_STARTING', data }, at)).toContain('has begun. It runs until 12:01:30 UTC.');
});

it('says of a tournament where one stands, and what it brings', () => {
  const text = (rank: number, players: number, coins: number) =>
    noticeText({ kind: 'TOURNAMENT_RESULT', data: { tournament: 'Daily', rank, players, coins } }, at);
  expect(text(3, 50, 0)).toBe('🏆 “Daily” is over: you are number 3 of the 50 players of your group.');
  expect(text(1, 1, 1)).toContain('of the 1 player of your group. Your reward: 1 coin.');
});

it('what has its time is late after it; what has none was tried for long enough', () => {
  expect((['BATTLE_STARTING', 'THROW_CHALLENGED', 'TOURNAMENT_RESULT'] as const).map(expiredAs)).toEqual([
    'LATE',
    'LATE',
    'GAVE_UP',
  ]);
});

it('the longest answer fits a message of Telegram’s', () => {
  const battle = { title: '⚔️'.repeat(40), status: 'RUNNING', beginsAt: at, endsAt: at, fighters: 1_000 } as const;
  expect(
    chatTexts.battles(
      Array.from({ length: 10 }, () => battle),
      0,
    ).length,
  ).toBeLessThan(4_096);
  const board = {
    title: 'x'.repeat(80),
    top: Array.from({ length: 5 }, (_, rank) => ({ rank, name: '😀'.repeat(40), score: -(2 ** 31) })),
    size: 1_000_000,
    own: { rank: 1_000_000, score: 1 },
  };
  expect(chatTexts.standings([board, board, board, board]).length).toBeLessThan(4_096);
});
