import { announce, appendEvents } from '../../resolvers/stream/appendEvents.ts';
import type { RunningServer } from '../../server/start.ts';
import { decodeCursor, encodeCursor, type Cursor } from '../../subscriptions/cursor.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { newEntry } from '../../subscriptions/topics.ts';
import type { GraphQLClient } from '../graphqlClient.ts';
import { monotonicNow } from './monotonic.ts';

const createGame = `mutation { createGame { ... on CreateGamePayload { game { id cursor } } } }`;
type Created = { createGame: { game: { id: string; cursor: string } } };

/** A game that events are appended to, as operations do. */
export class OpenGame {
  readonly #server: RunningServer;
  readonly #id: string;
  readonly #player: PersonRef;
  /** Of its newest event. */
  #cursor: Cursor;

  private constructor(server: RunningServer, id: string, cursor: Cursor, player: PersonRef) {
    this.#server = server;
    this.#id = id;
    this.#cursor = cursor;
    this.#player = player;
  }

  /** `player`: whom its events are about. */
  static async open(
    server: RunningServer,
    client: GraphQLClient,
    token: string,
    player: PersonRef | undefined,
  ): Promise<OpenGame> {
    const { id, cursor } = (await client.send<Created>(token, createGame)).createGame.game;
    const decoded = decodeCursor(cursor);
    if (!player || !decoded) throw new RangeError('A game takes a player and has a cursor');
    return new OpenGame(server, id, decoded, player);
  }

  /** What to subscribe with, to get what is still to come. */
  get variables(): object {
    return { gameId: this.#id, after: encodeCursor(this.#cursor) };
  }

  /** Appends an event and tells of it. Resolves with when it was told. */
  async publish(): Promise<number> {
    const { services } = this.#server;
    const { stream, seq } = this.#cursor;
    const now = services.clock.now();
    const because = 'LAPSED';
    const penalty = { player: this.#player, points: -10, score: 1_000 + seq, sittingOutUntil: now, because } as const;
    const entry = newEntry('Game', { type: 'PlayerPenalised', ...penalty });
    const client = await services.pool.connect();
    const appended = await appendEvents(client, stream, [entry], now).finally(() => client.release());
    this.#cursor = { ...this.#cursor, seq: appended.entries.at(-1)?.seq ?? seq };
    const told = monotonicNow();
    announce(services, [appended]);
    return told;
  }
}
