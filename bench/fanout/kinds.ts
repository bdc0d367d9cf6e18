/** What is broadcast: standings of about 1 KB, and an event of a game of about 200 bytes. */
export const kinds = ['standings', 'game'] as const;
export type Kind = (typeof kinds)[number];

/** People of the standings, so that they come to about 1 KB. */
const entries = 7;

/** What every GraphQL server is asked. */
export const documents: Record<Kind, string> = {
  standings: `subscription Standings($scoreboardId: ID!) { standings(scoreboardId: $scoreboardId, first: ${entries}) {
    size version at entries { rank score user { id handle displayName } } } }`,
  game: `subscription GameEvents($gameId: ID!, $after: String) { gameEvents(gameId: $gameId, after: $after) {
    __typename cursor seq at ... on PlayerPenalised { points score } } }`,
};

/** The part of Cupbearer's schema that the other GraphQL servers offer. */
export const typeDefs = `
  type Query { version: String! }
  type Subscription {
    standings(scoreboardId: ID!, first: Int = 10): Standings!
    gameEvents(gameId: ID!, after: String): GameEvent!
  }
  type Standings { size: Int! version: String! at: String! entries: [Standing!]! }
  type Standing { rank: Int! score: Int! user: PersonRef! }
  type PersonRef { id: ID! handle: String! displayName: String! }
  interface GameEvent { cursor: String! seq: Int! at: String! }
  type PlayerPenalised implements GameEvent { cursor: String! seq: Int! at: String! points: Int! score: Int! }
`;

/** Of the servers that keep nothing. */
export const someVariables: Record<Kind, object> = {
  standings: { scoreboardId: `Scoreboard:${someId(0)}` },
  game: { gameId: `Game:${someId(0)}` },
};

/** What a subscription's field comes to, shaped and sized as Cupbearer's. */
export function valueOf(kind: Kind, seq: number): object {
  return kind === 'standings' ? standings(seq) : gameEvent(seq);
}

/** The same as the result that a GraphQL server sends. */
export function resultOf(kind: Kind, seq: number): object {
  return { data: kind === 'standings' ? { standings: standings(seq) } : { gameEvents: gameEvent(seq) } };
}

function standings(seq: number): object {
  return {
    size: 12,
    version: seq.toString(36).padStart(16, '0'),
    at: new Date().toISOString(),
    entries: Array.from({ length: entries }, (_, index) => ({
      rank: index + 1,
      score: 1_000 + seq - index,
      user: { id: `User:${someId(index)}`, handle: `listener-${index}`, displayName: `listener-${index}` },
    })),
  };
}

function gameEvent(seq: number): object {
  const cursor = Buffer.from(`0123456789abcdef.${seq}.Game:${someId(0)}`).toString('base64url');
  const at = new Date().toISOString();
  return { __typename: 'PlayerPenalised', cursor, seq, at, points: -10, score: 1_000 + seq };
}

function someId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
