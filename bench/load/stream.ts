import { ProtocolSocket } from '../protocolSocket.ts';
import type { DeliveryKind } from './tally.ts';

const documents: Record<DeliveryKind, string> = {
  gameEvents: `subscription GameEvents($id: ID!) { gameEvents(gameId: $id) { __typename cursor seq at
    ... on BallThrown { throwId cupId challengeBy thrower { id handle } }
    ... on ThrowChallenged { throwId answerBy challenger { id handle } }
    ... on ThrowSettled { throwId status cupId cupStanding throwerScore } } }`,
  standings: `subscription Standings($id: ID!) { standings(scoreboardId: $id, first: 10) { size version at
    entries { rank score user { id handle displayName } } } }`,
};

/** What a user's socket reports. */
export interface StreamEars {
  delivered(kind: DeliveryKind, ms: number): void;
  failed(kind: DeliveryKind, why: string): void;
}

const prefixes: Record<DeliveryKind, string> = { gameEvents: 'g', standings: 's' };
const eventStart = /^\{"id":"([gs])(\d*)","type":"next","payload":\{"data":/;

/** A user's WebSocket, with the events of one game and, for some, the standings of a board. */
export class Stream {
  readonly #ears: StreamEars;
  readonly #socket: ProtocolSocket;
  #games = 0;
  #lastSeq = 0;
  /** What happened before was not on its way; Unix time in milliseconds. */
  #since = 0;
  #standingsKnown = false;

  constructor(port: number, token: string, ears: StreamEars) {
    this.#ears = ears;
    this.#socket = new ProtocolSocket({
      port,
      token,
      isEvent: (text) => eventStart.test(text),
      heard: (text) => this.#hear(text),
      lost: (why) => ears.failed('gameEvents', why),
    });
  }

  /** Resolves once the server has let it in. */
  open(): Promise<void> {
    return this.#socket.connect();
  }

  /** Leaves the game it followed for this one. */
  followGame(id: string): void {
    if (this.#games > 0) this.#socket.say({ id: `g${this.#games}`, type: 'complete' });
    this.#games += 1;
    this.#lastSeq = 0;
    this.#since = Date.now();
    this.#socket.say({
      id: `g${this.#games}`,
      type: 'subscribe',
      payload: { query: documents.gameEvents, variables: { id } },
    });
  }

  followBoard(id: string): void {
    this.#socket.say({ id: 's', type: 'subscribe', payload: { query: documents.standings, variables: { id } } });
  }

  #hear(text: string): void {
    const [, prefix, game] = eventStart.exec(text) ?? [];
    if (prefix === prefixes.gameEvents) return this.#gameEvent(Number(game), text);
    if (prefix === prefixes.standings) return this.#standings(text);
    const { id, type } = JSON.parse(text) as { id?: string; type: string };
    if (type !== 'complete') this.#ears.failed(id === 's' ? 'standings' : 'gameEvents', text);
  }

  #gameEvent(game: number, text: string): void {
    if (game !== this.#games) return;
    const seq = Number(/"seq":(\d+)/.exec(text)?.[1]);
    if (seq !== this.#lastSeq + 1) this.#ears.failed('gameEvents', `${seq} after ${this.#lastSeq}: ${text}`);
    this.#lastSeq = seq;
    const at = timeIn(text);
    if (at >= this.#since) this.#ears.delivered('gameEvents', Math.max(0, Date.now() - at));
  }

  /** The first are those that stood already. */
  #standings(text: string): void {
    if (this.#standingsKnown) this.#ears.delivered('standings', Math.max(0, Date.now() - timeIn(text)));
    this.#standingsKnown = true;
  }
}

function timeIn(text: string): number {
  return Date.parse(/"at":"([^"]+)"/.exec(text)?.[1] ?? '');
}
