import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { announce, appendEvents } from '../../resolvers/stream/appendEvents.ts';
import { recordScores, type ScoredBoard } from '../../resolvers/scoreboard/recordScores.ts';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer, type RunningServer } from '../../server/start.ts';
import { encodeCursor } from '../../subscriptions/cursor.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { GraphQLClient } from '../graphqlClient.ts';
import { documents } from './kinds.ts';
import { monotonicNow } from './monotonic.ts';
import { serveFanout, type FanoutServer } from './serverProcess.ts';

const createGame = `mutation { createGame { ... on CreateGamePayload { game { id } } } }`;
/** So short that no two changes that listeners got one after another are told as one. */
const standingsTickMs = 1;
const people = 12;

serveFanout(open());

/** A node of the product. Events are appended to the log, scores written to the table, then told as operations do. */
async function open(): Promise<FanoutServer> {
  const { DATABASE_URL: databaseUrl = '', PLAYER_TOKEN: token = '', ...env } = process.env;
  const config = readConfig(env);
  const server = await startServer({ ...config, databaseUrl }, makeLog(config), { standingsTickMs });
  const client = await server.services.pool.connect();
  const persons = await somePeople(client);
  const { port: listening } = new URL(server.url);
  const at = { protocol: 'graphql', port: Number(listening), path: '/graphql' } as const;
  const game = new OpenGame(server, client, await newGame(server, token), persons);
  const board = await OpenBoard.open(server, client, persons);
  return {
    hello: (kind) => ({
      ...at,
      subscribe: { query: documents[kind], variables: kind === 'game' ? game.variables : board.variables },
    }),
    publish: (kind) => (kind === 'game' ? game.publish() : board.publish()),
    async stop() {
      await board.close();
      client.release();
      await server.stop();
    },
  };
}

async function somePeople(client: PoolClient): Promise<PersonRef[]> {
  const { rows } = await client.query<PersonRef>(
    `select id, handle, display_name as "displayName" from users order by created_at, id limit $1`,
    [people],
  );
  return rows;
}

async function newGame(server: RunningServer, token: string): Promise<string> {
  const client = new GraphQLClient(server.url);
  const made = await client.send<{ createGame: { game: { id: string } } }>(token, createGame);
  client.close();
  return made.createGame.game.id.slice('Game:'.length);
}

/** A game that events are appended to. */
class OpenGame {
  readonly #server: RunningServer;
  readonly #client: PoolClient;
  readonly #id: string;
  readonly #people: readonly PersonRef[];
  #seq = 0;

  constructor(server: RunningServer, client: PoolClient, id: string, people: readonly PersonRef[]) {
    this.#server = server;
    this.#client = client;
    this.#id = id;
    this.#people = people;
  }

  /** What to subscribe with, to get what is still to come. */
  get variables(): object {
    const stream = streamId('Game', this.#id);
    const { epoch } = this.#server.services.log;
    return { gameId: `Game:${this.#id}`, after: encodeCursor({ stream, epoch, seq: this.#seq }) };
  }

  /** Appends an event and tells of it. Resolves with when it was told. */
  async publish(): Promise<number> {
    const { services } = this.#server;
    const [player] = this.#people;
    if (!player) throw new RangeError('There is nobody');
    const now = services.clock.now();
    const score = 1_000 + this.#seq;
    const event = {
      type: 'PlayerPenalised',
      player,
      points: -10,
      score,
      sittingOutUntil: now,
      because: 'LAPSED',
    } as const;
    const appended = await appendEvents(this.#client, streamId('Game', this.#id), [newEntry('Game', event)], now);
    this.#seq = appended.entries.at(-1)?.seq ?? this.#seq;
    const told = monotonicNow();
    announce(services, [appended]);
    return told;
  }
}

/** A board that scores are written to. */
class OpenBoard {
  readonly #server: RunningServer;
  readonly #client: PoolClient;
  readonly #board: ScoredBoard;
  readonly #people: readonly PersonRef[];
  /** Listens too: what it has not been given yet would be told as one with what comes next. */
  readonly #witness;

  private constructor(server: RunningServer, client: PoolClient, board: ScoredBoard, people: readonly PersonRef[]) {
    this.#server = server;
    this.#client = client;
    this.#board = board;
    this.#people = people;
    this.#witness = server.services.liveStandings.follow(() => this.#season, people.length);
  }

  static async open(server: RunningServer, client: PoolClient, people: readonly PersonRef[]): Promise<OpenBoard> {
    const id = randomUUID();
    await client.query(
      `insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
       values ($1, $2, 'CUSTOM', 'Bench', 'INCREMENT', 'HIGHEST_FIRST', now())`,
      [id, `bench-${id}`],
    );
    const scored: ScoredBoard = { id, season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' };
    const board = new OpenBoard(server, client, scored, people);
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

  async close(): Promise<void> {
    await this.#witness.return();
  }

  get #season() {
    return { scoreboardId: this.#board.id, season: this.#board.season, large: false };
  }

  async #record(scores: readonly { userId: string; points: number }[]): Promise<number> {
    const { services } = this.#server;
    const keyed = scores.map((score) => ({ ...score, action: null, key: randomUUID(), source: 'Service:bench' }));
    const { changed } = await recordScores(this.#client, this.#board, keyed, services.clock.now());
    const told = monotonicNow();
    services.standings.changed(this.#season, changed);
    return told;
  }
}
