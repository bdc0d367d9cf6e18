/**
 * Why this server closes a WebSocket, beyond the codes of the graphql-transport-ws protocol. A client reconnects after
 * every one of them and resumes by cursor; docs/integrating.md says what to do first.
 */
export const closeCodes = {
  /** The server is stopping. Reconnect: another node, or the next start, takes over. */
  goingAway: 1001,
  /** The token in connection_init is not valid. Get a fresh one first. */
  forbidden: 4403,
  /** Too many sockets of one person, or too many messages on one. Wait before reconnecting. */
  tooMany: 4429,
  /** The token has ended. Get a fresh one first. */
  tokenExpired: 4410,
  /** What was sent was not read in time. */
  tooSlow: 4411,
  /** The session was signed out, revoked, or its refresh token used twice. Sign in again. */
  sessionEnded: 4412,
} as const;
