import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { about } from './cluster.ts';
import { GameRecord } from './gameRecord.ts';
import { documents, type Mutations, type ThrowAnswer } from './mutations.ts';

/** Short windows, so that many close by themselves in every phase. */
const windowSeconds = 2;
const settings = {
  maxPlayers: 2,
  cupsPerPlayer: 10,
  challengesPerPlayer: 10,
  challengeSeconds: windowSeconds,
  answerSeconds: windowSeconds,
};
/** What happens to a throw: challenged and answered, left alone until it lands, or challenged and never answered. */
const shareAnswered = 0.6;
const shareLeft = 0.25;
/** After a window has closed, players wait this long for the news. */
const newsMs = 300;

interface Seat {
  token: string;
  /** Cups that still stand, as far as the table knows. */
  cups: string[];
  /** When this player may throw again, by `performance.now()`. */
  freeAt: number;
}

/** Two players who play one game after another, through whichever node, a mutation about every `paceMs`. */
export class GameTable {
  readonly #mutations: Mutations;
  readonly #tokens: readonly [string, string];
  readonly #paceMs: number;
  readonly #games: PromiseWithResolvers<GameRecord>[] = [Promise.withResolvers()];
  #opened = 0;
  #stopping = false;

  constructor(mutations: Mutations, tokens: readonly [string, string], paceMs: number) {
    this.#mutations = mutations;
    this.#tokens = tokens;
    this.#paceMs = paceMs;
  }

  /** The table's first, second, … game, once there is one. */
  game(index: number): Promise<GameRecord> {
    while (this.#games.length <= index) this.#games.push(Promise.withResolvers());
    return (this.#games[index] ?? Promise.withResolvers<GameRecord>()).promise;
  }

  /** How many games it has opened. */
  get opened(): number {
    return this.#opened;
  }

  /** Plays until stopped; rejects when the server does what it must not. */
  async play(): Promise<void> {
    while (!this.#stopping) await this.#playGame();
  }

  /** Stops after the mutation under way, in the middle of the game. */
  stop(): void {
    this.#stopping = true;
  }

  async #playGame(): Promise<void> {
    const [host, guest] = this.#tokens.map((token): Seat => ({ token, cups: [], freeAt: 0 }));
    if (!host || !guest) throw new Error('A game needs two players');
    const made = await this.#send<{ game: { id: string } }>(host, 'createGame', { input: settings });
    const { id: gameId } = made.game;
    void this.game(this.#opened);
    this.#games[this.#opened]?.resolve(new GameRecord(gameId));
    this.#opened += 1;
    type Joined = { game: { players: { cups: { id: string }[] }[] } };
    const { game } = await this.#send<Joined>(guest, 'joinGame', { gameId });
    for (const [index, seat] of [host, guest].entries()) {
      seat.cups = game.players[index]?.cups.map(({ id }) => id) ?? [];
    }
    await this.#send(host, 'startGame', { gameId });
    while (!this.#stopping && host.cups.length > 0 && guest.cups.length > 0) {
      const thrower = [host, guest].sort((one, other) => one.freeAt - other.freeAt)[0] ?? host;
      await sleep(Math.max(about(this.#paceMs), thrower.freeAt - performance.now()));
      if (this.#stopping || !(await this.#cycle(gameId, thrower, thrower === host ? guest : host))) break;
    }
    // Whatever the table has missed, this ends the game.
    if (!this.#stopping) await this.#try(guest, 'leaveGame', { gameId });
  }

  /** One throw and what becomes of it. False: the game is over. */
  async #cycle(gameId: string, thrower: Seat, owner: Seat): Promise<boolean> {
    const cupId = owner.cups[Math.floor(Math.random() * owner.cups.length)] ?? '';
    const input = { gameId, cupId, nonce: randomUUID(), thrownAt: new Date().toISOString() };
    type Thrown = { answerKey: string | null; throw: ThrowAnswer };
    const { answerKey, throw: ball } = await this.#send<Thrown>(thrower, 'throwBall', { input });
    if (ball.game.status !== 'ACTIVE') return false;
    if (ball.status !== 'IN_FLIGHT') return true;
    const fate = Math.random();
    const challenged = fate >= shareLeft && (await this.#challenge(owner, ball.id));
    if (challenged && fate < shareLeft + shareAnswered) {
      await sleep(about(this.#paceMs));
      const secret = answerKey ?? '';
      const answered = await this.#try<{ throw: ThrowAnswer }>(thrower, 'answerChallenge', {
        throwId: ball.id,
        secret,
      });
      if (answered?.throw.status === 'LANDED') owner.cups = owner.cups.filter((cup) => cup !== cupId);
      return answered ? answered.throw.game.status === 'ACTIVE' : true;
    }
    if (!challenged) owner.cups = owner.cups.filter((cup) => cup !== cupId);
    // One whose answer lapses sits out for another window.
    thrower.freeAt = performance.now() + windowSeconds * 1000 * (challenged ? 2 : 1) + newsMs;
    return true;
  }

  async #challenge(owner: Seat, throwId: string): Promise<boolean> {
    await sleep(about(this.#paceMs));
    if (this.#stopping) return false;
    return (await this.#try(owner, 'challengeThrow', { throwId })) !== undefined;
  }

  /** The payload; fails on an error that a table can't come to. */
  async #send<Payload>(seat: Seat, name: keyof typeof documents, variables: object): Promise<Payload> {
    const result = await this.#mutations.send<Payload>(seat.token, documents[name], variables);
    if (result.__typename !== undefined) throw new Error(`${name}: ${JSON.stringify(result)}`);
    return result;
  }

  /** The payload, or undefined when the game went on without this player. */
  async #try<Payload>(seat: Seat, name: keyof typeof documents, variables: object): Promise<Payload | undefined> {
    const result = await this.#mutations.send<Payload>(seat.token, documents[name], variables);
    return result.__typename === undefined ? result : undefined;
  }
}
