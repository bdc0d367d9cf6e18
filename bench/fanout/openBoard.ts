import { randomUUID } from 'node:crypto';
import { recordScores, type ScoredBoard } from '../../resolvers/scoreboard/recordScores.ts';
import type { RunningServer } from '../../server/start.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { monotonicNow } from './monotonic.ts';

/** As many entries as listeners ask for. */
const listed = 10;

/** A board that scores are written to, as operations do. */
export class OpenBoard {
  readonly #server: RunningServer;
  readonly #board: ScoredBoard;
  readonly #people: readonly PersonRef[];
  /** Listens too: what it has not been given yet would be told as one with what comes next. */
  readonly #witness;

  private constructor(server: RunningServer, board: ScoredBoard, people: readonly PersonRef[]) {
    this.#server = server;
    this.#board = board;
    this.#people = people;
    this.#witness = server.services.liveStandings.follow(() => this.#season, listed);
  }

  static async open(server: RunningServer, people: readonly PersonRef[]): Promise<OpenBoard> {
    const id = randomUUID();
    await server.services.pool.query(
      `insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
       values ($1, $2, 'CUSTOM', 'Bench', 'INCREMENT', 'HIGHEST_FIRST', now())`,
      [id, `bench-${id}`],
    );
    const scored: ScoredBoard = { id, season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' };
    const board = new OpenBoard(server, scored, people);
    await board.#record(people.map(({ id }, index) => ({ userId: id, points: 1_000 * (people.length - index) })));
    await board.#witness.next();
    return board;
  }

  get variables(): object {
    return { scoreboardId: `Scoreboard:${this.#board.id}` };
  }

  /** Adds a point to whoever leads, and tells of it. Resolves with when it was told, once it was read again. */
  async publish(): Promise<number> {
    const userId = this.#people[0]?.id ?? '';
    const told = await this.#record([{ userId, points: 1 }]);
    await this.#witness.next();
    return told;
  }

  /** The same where nobody listens. */
  async store(): Promise<void> {
    await this.#record([{ userId: this.#people[0]?.id ?? '', points: 1 }]);
  }

  async close(): Promise<void> {
    await this.#witness.return();
  }

  get #season() {
    return { scoreboardId: this.#board.id, season: this.#board.season, large: false };
  }

  async #record(scores: readonly { userId: string; points: number }[]): Promise<number> {
    const { services } = this.#server;
    const keyed = scores.map((score) => ({ ...score, action: null, key: randomUUID(), source: 'Service:bench' }));
    const { changed } = await recordScores(services.pool, this.#board, keyed, services.clock.now());
    const told = monotonicNow();
    services.standings.changed(this.#season, changed);
    return told;
  }
}
