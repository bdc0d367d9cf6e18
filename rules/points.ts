/** Points for the thrower, the challenger and for marks of forgery. */
export const points = {
  landed: 10,
  landedThroughChallenge: 15,
  challengeUpheld: 5,
  penalty: -10,
} as const;

/** How far a thrower's clock may be off, either way. */
export const freshnessMs = 15_000;

/** How long a lobby waits for its start. */
export const lobbyMs = 30 * 60_000;

export const leastPlayers = 2;
