/** So many within so long, then RATE_LIMITED until the time is over. */
export interface RateLimit {
  points: number;
  seconds: number;
  /** What is counted, and per what. */
  what: string;
  /** Counted for all nodes together, in Redis when there is one; else each node counts for itself. */
  shared: boolean;
}

const wrongPins =
  'wrong PINs and invitation codes of one person, or from one address; and codes of deep links in one chat';

/**
 * Every limit of this server. A classroom behind one address has room: 200 requests at once, 100 guests in a minute.
 * `LIMITS` in the environment changes any by name; `npm run docs:limits` prints them into docs/operations.md.
 */
export const rateLimits = {
  requestsPerAddress: { points: 6_000, seconds: 10, what: 'HTTP requests from one address', shared: false },
  operationsPerUser: {
    points: 600,
    seconds: 10,
    what: 'operations of one person, over HTTP and sockets',
    shared: false,
  },
  operationsPerService: {
    points: 10_000,
    seconds: 10,
    what: 'operations of one service token, over HTTP and sockets',
    shared: false,
  },
  messagesPerSocket: {
    points: 300,
    seconds: 10,
    what: 'messages on one socket; over it, the socket closes with 4429',
    shared: false,
  },
  signInsPerHandle: { points: 10, seconds: 300, what: 'attempts to sign in to one handle', shared: true },
  signInsPerAddress: { points: 100, seconds: 60, what: 'attempts to sign in from one address', shared: true },
  accountsPerAddress: { points: 120, seconds: 60, what: 'accounts and guests made from one address', shared: true },
  ownScoresPerUser: { points: 30, seconds: 60, what: 'scores that a player submits for themselves', shared: true },
  refreshesPerAddress: { points: 300, seconds: 60, what: 'refreshed sessions from one address', shared: true },
  groupsPerUser: { points: 20, seconds: 3_600, what: 'groups that one person makes', shared: true },
  groupActionsPerUser: {
    points: 60,
    seconds: 10,
    what: 'joins, leaves and other changes of groups by one person',
    shared: false,
  },
  invitationsPerUser: { points: 30, seconds: 3_600, what: 'invitations to groups that one person sends', shared: true },
  battlesPerUser: { points: 60, seconds: 3_600, what: 'battles that one person makes', shared: true },
  battleActionsPerUser: {
    points: 20,
    seconds: 10,
    what: 'joins, leaves and other changes of battles by one person',
    shared: false,
  },
  telegramLinksPerUser: {
    points: 20,
    seconds: 3_600,
    what: 'deep links to the Telegram bot of one person',
    shared: true,
  },
  telegramMessagesPerChat: {
    points: 20,
    seconds: 60,
    what: 'messages of one Telegram chat that are answered; over it, the bot is silent',
    shared: true,
  },
  pinGuesses: { points: 3, seconds: 30, what: wrongPins, shared: true },
  pinGuessesPerHour: { points: 10, seconds: 3_600, what: wrongPins, shared: true },
  pinGuessesPerDay: { points: 20, seconds: 86_400, what: wrongPins, shared: true },
  quizRoomsPerUser: { points: 60, seconds: 3_600, what: 'quiz rooms that one person opens', shared: true },
  quizActionsPerUser: {
    points: 10,
    seconds: 1,
    what: 'answers, joins and host actions of one person in quiz rooms',
    shared: false,
  },
  quizActionsPerRoom: {
    points: 6_000,
    seconds: 2,
    what: 'answers, joins and host actions in one quiz room',
    shared: false,
  },
  quizReportsPerUser: { points: 30, seconds: 60, what: 'reports of quizzes that one person downloads', shared: false },
} as const satisfies Record<string, RateLimit>;
export type RateLimitName = keyof typeof rateLimits;

/** The windows a wrong guess counts in, all of them. */
export const guessLimits = ['pinGuesses', 'pinGuessesPerHour', 'pinGuessesPerDay'] as const satisfies RateLimitName[];
/** Whose wrong guesses are counted together. */
export const guessers = ['user', 'address'] as const;

/** What a single thing may measure; more of it is refused as BAD_USER_INPUT unless another answer is named. */
export interface SizeLimit {
  most: number;
  what: string;
}

export const sizeLimits = {
  bodyBytes: { most: 262_144, what: 'bytes of a request body; over it, HTTP 413' },
  socketMessageBytes: { most: 262_144, what: 'bytes of a socket message; over it, the socket closes with 1009' },
  documentTokens: { most: 2_000, what: 'tokens of a document' },
  documentDepth: { most: 16, what: 'levels of fields in a document' },
  documentAliases: { most: 30, what: 'aliases in a document' },
  documentDirectives: { most: 50, what: 'directives in a document' },
  operationCost: {
    most: 100_000,
    what: 'fields an operation may come to, a list counted as often as it may have members (`first` or `last` where given)',
  },
  subscriptionsPerSocket: { most: 100, what: 'subscriptions under way on one socket; over it, RATE_LIMITED' },
  socketsPerUser: { most: 50, what: 'sockets of one person on one node; over it, the newest closes with 4429' },
} as const satisfies Record<string, SizeLimit>;
export type SizeLimitName = keyof typeof sizeLimits;

/** The limits in force: the table, with what the environment changed. */
export interface Limits {
  rates: Record<RateLimitName, RateLimit>;
  sizes: Record<SizeLimitName, number>;
}

/** Reads `name=points/seconds` and `name=most`, separated by commas. Throws a RangeError that names what it can't read. */
export function readLimits(changes = ''): Limits {
  const limits: Limits = {
    rates: { ...rateLimits },
    sizes: mapValues(sizeLimits, ({ most }) => most),
  };
  for (const change of changes.split(',').filter((part) => part.trim() !== '')) {
    const [, name = '', amount, seconds] = /^\s*(\w+)\s*=\s*(\d+)(?:\s*\/\s*(\d+))?\s*$/.exec(change) ?? [];
    const points = Number(amount);
    if (isRate(name) && seconds !== undefined && points > 0 && Number(seconds) > 0) {
      limits.rates[name] = { ...rateLimits[name], points, seconds: Number(seconds) };
    } else if (isSize(name) && seconds === undefined && points > 0) {
      limits.sizes[name] = points;
    } else {
      throw new RangeError(
        `"${change.trim()}" is no limit: write name=points/seconds for a rate, name=most for a size`,
      );
    }
  }
  return limits;
}

function isRate(name: string): name is RateLimitName {
  return Object.hasOwn(rateLimits, name);
}

function isSize(name: string): name is SizeLimitName {
  return Object.hasOwn(sizeLimits, name);
}

function mapValues<Key extends string, From, To>(record: Record<Key, From>, map: (value: From) => To): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, map(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
