import { clockTime } from './notice.ts';

/** Somebody's place on a board, and those at its top. */
export interface PlaceOnBoard {
  title: string;
  top: readonly { rank: number; name: string; score: number }[];
  /** How many are on it. */
  size: number;
  /** Null when they are not on it. */
  own: { rank: number; score: number } | null;
}

export interface BattleOfPerson {
  title: string;
  status: 'WAITING' | 'RUNNING';
  /** Unix milliseconds; null: when its host says so. */
  beginsAt: number | null;
  endsAt: number | null;
  fighters: number;
}

/** All that the bot answers, as plain text. */
export const chatTexts = {
  help: 'I tell you when your battles begin, your throws are challenged and your tournaments end.\n\n/standings – where you stand\n/battles – your battles\n/stop – no more messages\n\nWhat I tell you of you choose in the game.',
  stranger: 'I don’t know you yet. Ask the game for a link to me, and open it.',
  wrongCode: 'This link has expired or was used before. Ask the game for a new one.',
  tooManyCodes: 'Those were too many links that open nothing. Ask the game for a new one, and open it in a while.',
  stopped: 'You get no more messages. To have me back, ask the game for a new link.',
  linked: (name: string) => `You are ${name}. I tell you here when something needs you. /help says what else I can do.`,
  standings: (boards: readonly PlaceOnBoard[]) => boards.map(boardText).join('\n\n'),
  battles: (battles: readonly BattleOfPerson[], now: number) =>
    battles.length === 0
      ? 'You are in no battle. Join or make one in the game.'
      : battles.map((battle) => battleText(battle, now)).join('\n'),
};

function boardText({ title, top, size, own }: PlaceOnBoard): string {
  const lines = top.map(({ rank, name, score }) => `${rank}. ${name} – ${score}`);
  const place = own ? `You are number ${own.rank} of ${size}, with ${own.score}.` : 'You are not on it yet.';
  return [title, ...lines, place].join('\n');
}

function battleText({ title, status, beginsAt, endsAt, fighters }: BattleOfPerson, now: number): string {
  const who = `${fighters} fighter${fighters === 1 ? '' : 's'}`;
  if (status === 'RUNNING' && endsAt !== null) return `⚔️ ${title}: ${who}, runs until ${when(endsAt, now)}`;
  return `⏳ ${title}: ${who}, begins ${beginsAt === null ? 'when its host says so' : `at ${when(beginsAt, now)}`}`;
}

/** With the date, when that is another than today’s. */
function when(at: number, now: number): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return day === new Date(now).toISOString().slice(0, 10) ? clockTime(at) : `${day} ${clockTime(at)}`;
}
