import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as accounts from '../account/documents.ts';
import type { TypedDocumentString } from '../gql/graphql.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, type Target } from '../harness/execute.ts';
import type { SeatedPlayer, TestGame } from '../harness/seed.ts';

const betweenMs = 25;
/** Longer than a challenge window: the ball before has landed. And so long that there are cups left to the end. */
const flightMs = 3_000;
const resendMs = 20;

/** Two people who never stop playing, through whatever answers at one address. */
export class RollingTable {
  readonly game: TestGame;
  /** Throws nobody challenges: only a timer settles them. */
  readonly flown: string[] = [];
  /** Mutations answered. */
  answered = 0;
  /** Mutations sent again because the connection was lost. */
  resent = 0;
  readonly #target: Target;
  #going = true;
  readonly #played: Promise<void>;

  private constructor(target: Target, game: TestGame) {
    this.#target = target;
    this.game = game;
    this.#played = this.#play();
    // Told by `stop`.
    this.#played.catch(() => undefined);
  }

  static async open(target: Target): Promise<RollingTable> {
    const people = [await guest(target), await guest(target)] as const;
    const input = { cupsPerPlayer: 10, challengeSeconds: 1, answerSeconds: 1 };
    const { createGame } = await execute(target, people[0].token, documents.createGame, { input });
    const { id: gameId } = expectPayload(createGame).game;
    expectPayload((await execute(target, people[1].token, documents.joinGame, { gameId })).joinGame);
    const { startGame } = await execute(target, people[0].token, documents.startGame, { gameId });
    const { players } = expectPayload(startGame).game;
    const seated = (person: Omit<SeatedPlayer, 'cups'>): SeatedPlayer => ({
      ...person,
      cups: players.find(({ user }) => user.id === person.id)?.cups.map(({ id }) => id) ?? [],
    });
    return new RollingTable(target, { id: gameId, players: [seated(people[0]), seated(people[1])] });
  }

  /** Ends the game's moves. Rejects with the first answer that no client could expect. */
  async stop(): Promise<void> {
    this.#going = false;
    await this.#played;
  }

  /** One event after another: throws at one's own cup are rejected; now and then a ball flies until its window closes. */
  async #play(): Promise<void> {
    const [ada, ben] = this.game.players;
    let flyAt = performance.now();
    // All but each one's last cup: the game goes on.
    const targets = ben.cups.slice(1).flatMap((cup, index) => [cup, ada.cups[index + 1] ?? '']);
    while (this.#going) {
      const target = performance.now() >= flyAt ? targets[this.flown.length] : undefined;
      const thrower = target && ada.cups.includes(target) ? ben : ada;
      const { throw: thrown } = await this.#throw(thrower, target ?? ada.cups[0] ?? '');
      if (target) {
        if (thrown.status !== 'IN_FLIGHT') throw new Error(`A ball did not fly: ${JSON.stringify(thrown)}`);
        this.flown.push(thrown.id);
        flyAt = performance.now() + flightMs;
      } else if (thrown.status !== 'REJECTED') throw new Error(`A throw at one's own cup: ${JSON.stringify(thrown)}`);
      await sleep(betweenMs);
    }
  }

  async #throw({ token }: SeatedPlayer, cupId: string) {
    const thrownAt = new Date().toISOString();
    const input = { gameId: this.game.id, cupId, nonce: randomUUID(), thrownAt };
    return expectPayload((await this.#send(token, documents.throwBall, { input })).throwBall);
  }

  /** What does not get through is sent again as it was; everything else a client can't be asked to bear. */
  async #send<Data, Variables>(
    token: string,
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    for (;;) {
      try {
        const data = await execute(this.#target, token, document, variables);
        this.answered += 1;
        return data;
      } catch (error) {
        // What fetch says of a connection that was lost.
        if (!(error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message))) throw error;
        this.resent += 1;
        await sleep(resendMs);
      }
    }
  }
}

async function guest(target: Target): Promise<Omit<SeatedPlayer, 'cups'>> {
  const input = { displayName: 'Someone' };
  const { playAsGuest } = await execute(target, null, accounts.playAsGuest, { input });
  const { accessToken, user } = expectPayload(playAsGuest).session;
  return { token: accessToken, id: user.id, handle: user.handle };
}
