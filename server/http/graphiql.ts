import type { GraphiQLOptions } from 'graphql-yoga';
import type { DevelopmentTokens } from '../developmentTokens.ts';

type Who = 'first' | 'second';

/** A first game, a step a tab. Lines are kept to what the editor shows. */
const steps: { who: Who; query: string }[] = [
  {
    who: 'first',
    query: `# Step 1, first player: open a lobby.
# Keep the game's id for all that follows.
mutation CreateGame {
  createGame(input: {
    cupsPerPlayer: 1, challengeSeconds: 60, answerSeconds: 60
  }) {
    ... on CreateGamePayload {
      game { id status host { handle } }
    }
    ... on Error { message }
  }
}
`,
  },
  {
    who: 'second',
    query: `# Step 2, second player: sit down.
# Keep the id of your cup.
mutation JoinGame {
  joinGame(input: { gameId: "Game:…" }) {
    ... on JoinGamePayload {
      game { players { user { handle } cups { id } } }
    }
    ... on Error { message }
  }
}
`,
  },
  {
    who: 'first',
    query: `# Step 3, first player: start.
mutation StartGame {
  startGame(input: { gameId: "Game:…" }) {
    ... on StartGamePayload { game { status startedAt } }
    ... on Error { message }
  }
}
`,
  },
  {
    who: 'second',
    query: `# Step 4, second player: watch, and leave it running:
# in a second window, as changing tabs ends it.
# All so far comes first, then all that happens.
# Stop it and add after: "<a cursor>":
# it goes on right behind that event.
subscription Watch {
  gameEvents(gameId: "Game:…") {
    __typename
    seq
    cursor
    ... on BallThrown {
      throwId challengeBy hops { name outcome elapsedMs }
    }
    ... on ThrowChallenged { throwId answerBy }
    ... on ThrowSettled { throwId status throwerScore }
    ... on GameFinished { winner { handle } }
  }
}
`,
  },
  {
    who: 'first',
    query: `# Step 5, first player: throw at the other's cup.
# thrownAt is your clock, in UTC: more than 15 seconds
# off is STALE. ({ serverTime } tells it to copy.)
# Keep the throw's id and the answerKey.
mutation ThrowBall {
  throwBall(input: {
    gameId: "Game:…"
    cupId: "Cup:…"
    nonce: "my-first-throw"
    thrownAt: "2026-01-01T12:00:00Z"
  }) {
    ... on ThrowBallPayload {
      answerKey
      throw { id status rejectedFor hops { name outcome } }
    }
    ... on Error { message }
  }
}
`,
  },
  {
    who: 'second',
    query: `# Step 6, second player: doubt it, within a minute.
mutation Challenge {
  challengeThrow(input: { throwId: "Throw:…" }) {
    ... on ChallengeThrowPayload { challenge { answerBy } }
    ... on Error { message }
  }
}
`,
  },
  {
    who: 'first',
    query: `# Step 7, first player: prove that it was yours.
# It was the last cup: you win, with a signed receipt.
mutation Answer {
  answerChallenge(input: {
    throwId: "Throw:…", secret: "<answerKey>"
  }) {
    ... on AnswerChallengePayload {
      throw { status receipt game { winner { handle } } }
    }
    ... on Error { message }
  }
}
`,
  },
];

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * GraphiQL with a first game laid out in its tabs. In development each tab carries the token of the player whose turn
 * it is; only for a page opened by a loopback name, so that no other site can be made to point here and read them.
 */
export function graphiqlFor(tokens: DevelopmentTokens | null): (request: Request) => GraphiQLOptions {
  return (request) => {
    const shown = loopbackHost.test(request.headers.get('host') ?? '') ? tokens : null;
    const headersOf = (who: Who) => (shown ? JSON.stringify({ Authorization: `Bearer ${shown[who]}` }, null, 2) : '{}');
    return {
      title: 'Cupbearer',
      subscriptionsProtocol: 'WS',
      defaultHeaders: headersOf('first'),
      defaultTabs: steps.map(({ who, query }) => ({ query, headers: headersOf(who) })),
    };
  };
}
