import type { NotificationKind } from '../entities/telegram.ts';

/** Something a person is told of, wherever they are. Times are Unix milliseconds, ids bare uuids. */
export type Notice =
  | { kind: 'BATTLE_STARTING'; data: { title: string; beginsAt: number; endsAt: number } }
  | { kind: 'THROW_CHALLENGED'; data: { challenger: string; answerBy: number } }
  | { kind: 'TOURNAMENT_RESULT'; data: { tournament: string; rank: number; players: number; coins: number } };
export type NoticeOf<Kind extends NotificationKind> = Extract<Notice, { kind: Kind }>;

/** How long a notification is tried, however long it would be of use. */
export const triedForMs = 24 * 3_600_000;

/** What a message says, as plain text. */
export function noticeText(notice: Notice, now: number): string {
  switch (notice.kind) {
    case 'BATTLE_STARTING': {
      const { title, beginsAt, endsAt } = notice.data;
      const begins = now < beginsAt ? `begins at ${clockTime(beginsAt)} and` : 'has begun. It';
      return `⚔️ The battle “${title}” ${begins} runs until ${clockTime(endsAt)}. All you score counts.`;
    }
    case 'THROW_CHALLENGED': {
      const { challenger, answerBy } = notice.data;
      return `🏓 ${challenger} challenges your throw. Answer by ${clockTime(answerBy)}, or it is lost.`;
    }
    case 'TOURNAMENT_RESULT': {
      const { tournament, rank, players, coins } = notice.data;
      const reward = coins > 0 ? ` Your reward: ${count(coins, 'coin')}.` : '';
      return `🏆 “${tournament}” is over: you are number ${rank} of the ${count(players, 'player')} of your group.${reward}`;
    }
  }
}

/** What becomes of a notification that nobody could be sent in time: of some there was no more use, the others are given up. */
export function expiredAs(kind: NotificationKind): 'LATE' | 'GAVE_UP' {
  return kind === 'TOURNAMENT_RESULT' ? 'GAVE_UP' : 'LATE';
}

/** `12:00:05 UTC`: people who play together may be in several time zones. */
export function clockTime(at: number): string {
  return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}

function count(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`;
}
