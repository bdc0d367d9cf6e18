import { randomUUID } from 'node:crypto';
import { chosen } from '../soak/cluster.ts';
import { documents, type Operation } from './operation.ts';
import type { Table } from './table.ts';
import type { Turn, Turns } from './turns.ts';

export interface User {
  token: string;
  /** Global. */
  id: string;
  board: Board;
}

export interface Board {
  id: string;
  key: string;
}

/** Of a hundred operations. `play`: whatever the players at the tables are up to. */
const mix = { play: 35, game: 25, board: 15, score: 15, lobbies: 10 } as const;
type Share = keyof typeof mix;
const names = Object.keys(mix) as Share[];
const allShares = names.reduce((sum, name) => sum + mix[name], 0);

export interface TrafficOptions {
  users: readonly User[];
  tables: readonly Table[];
  turns: Turns;
  /** The integrator's service, which submits scores. */
  service: string;
}

/** Says what happens next: somebody reads, plays, or has scored. */
export class Traffic {
  readonly #options: TrafficOptions;

  constructor(options: TrafficOptions) {
    this.#options = options;
  }

  next(): Turn {
    const share = someShare();
    // When all players wait, somebody reads instead, so that the rate is what was asked for.
    return (share === 'play' ? this.#options.turns.take() : undefined) ?? alone(this.#operation(share));
  }

  #operation(share: Share): Operation {
    const { users, tables, service } = this.#options;
    const user = chosen(users);
    if (!user) throw new RangeError('There are no users');
    const { token, board } = user;
    switch (share) {
      case 'score': {
        const score = { scoreboardKey: board.key, userId: user.id, points: 1 };
        const variables = () => ({ input: { ...score, idempotencyKey: randomUUID() } });
        const query = documents.submitScore;
        return { kind: 'score', token: service, query, variables, expected: 'SubmitScorePayload' };
      }
      case 'board': {
        const variables = () => ({ key: board.key });
        const saying = '"entry":{';
        return { kind: 'board', token, query: documents.board, variables, expected: 'Scoreboard', saying };
      }
      case 'lobbies': {
        const variables = () => ({});
        return { kind: 'lobbies', token, query: documents.lobbies, variables, expected: 'QueryOpenGamesConnection' };
      }
      default: {
        const variables = () => ({ id: chosen(tables)?.gameId });
        return { kind: 'game', token, query: documents.game, variables, expected: 'Game' };
      }
    }
  }
}

function someShare(): Share {
  let left = Math.random() * allShares;
  return names.find((name) => (left -= mix[name]) < 0) ?? 'game';
}

function alone(operation: Operation): Turn {
  return { operation, done: () => undefined, failed: () => undefined };
}
