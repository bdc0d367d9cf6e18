import type { GraphiQLOptions } from 'graphql-yoga';

const headers = JSON.stringify({ Authorization: 'Bearer <paste a player token here>' }, null, 2);

const createTab = `# A first game takes two players, so two browser windows: give each a token of its own
# in the Headers pane below (the server prints two when it starts in development).
# 1. First player: open a lobby with short windows, and keep the ids it answers with.
mutation CreateGame {
  createGame(input: { cupsPerPlayer: 1, challengeSeconds: 60, answerSeconds: 60 }) {
    ... on CreateGamePayload {
      game { id cursor status players { seat user { handle } cups { id position } } }
    }
    ... on Error { message }
  }
}
`;

const joinTab = `# 2. Second player: sit down. Then the first player starts.
mutation JoinGame {
  joinGame(input: { gameId: "Game:…" }) {
    ... on JoinGamePayload { game { id players { user { handle } cups { id } } } }
    ... on Error { message }
  }
}

mutation StartGame {
  startGame(input: { gameId: "Game:…" }) {
    ... on StartGamePayload { game { status startedAt } }
    ... on Error { message }
  }
}
`;

const watchTab = `# 3. Watch, over a WebSocket: everything so far, then everything as it happens.
# Stop it, and start it again with after: "<a cursor>": it goes on behind that event.
subscription Watch {
  gameEvents(gameId: "Game:…") {
    __typename
    seq
    cursor
    ... on BallThrown { throwId cupId challengeBy hops { name outcome elapsedMs } }
    ... on ThrowRejected { throwId rejectedFor hops { name outcome } }
    ... on ThrowChallenged { throwId answerBy challengesLeft }
    ... on ThrowSettled { throwId status cupStanding throwerScore }
    ... on PlayerPenalised { player { handle } score because }
    ... on GameFinished { winner { handle } }
  }
}
`;

const throwTab = `# 4. First player: throw at the other's cup. thrownAt is your clock: within 15 seconds of the server's.
query Time { serverTime }

mutation Throw {
  throwBall(input: {
    gameId: "Game:…", cupId: "Cup:…", nonce: "my-first-throw", thrownAt: "<serverTime>"
  }) {
    ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy hops { name outcome detail } } }
    ... on Error { message }
  }
}
`;

const challengeTab = `# 5. Second player: doubt it. First player: answer with the answerKey.
mutation Challenge {
  challengeThrow(input: { throwId: "Throw:…" }) {
    ... on ChallengeThrowPayload { challenge { id answerBy } }
    ... on Error { message }
  }
}

mutation Answer {
  answerChallenge(input: { throwId: "Throw:…", secret: "<answerKey>" }) {
    ... on AnswerChallengePayload { throw { status receipt game { status winner { handle } } } }
    ... on Error { message }
  }
}
`;

/** GraphiQL with a first game laid out in its tabs. */
export const graphiqlOptions: GraphiQLOptions = {
  title: 'Cupbearer',
  subscriptionsProtocol: 'WS',
  defaultHeaders: headers,
  shouldPersistHeaders: true,
  defaultTabs: [createTab, joinTab, watchTab, throwTab, challengeTab].map((query) => ({ query, headers })),
};
