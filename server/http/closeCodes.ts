/**
 * Why this server closes a WebSocket, beyond the codes of the graphql-transport-ws protocol. A client reconnects after
 * every one of them and resumes by cursor; docs/integrating.md says what to do first.
 */
export const closeCodes = {
  /** The server is stopping. Reconnect: another node, or the next start, takes over. */
  goingAway: 1001,
  /** The token in connection_init is not valid. Get a fresh one first. */
  forbidden: 4403,
  /** The token has ended. Get a fresh one first. */
  tokenExpired: 4410,
  /** What was sent was not read in time. */
  tooSlow: 4411,
} as const;
