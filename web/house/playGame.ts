import { stringifyDocument } from '@urql/core';
import { createHash } from 'node:crypto';
import { resumable } from '../../client/resumable.ts';
import {
  AnswerChallengeDocument,
  ChallengeThrowDocument,
  LeaveTableDocument,
  TableDocument,
  TableEventsDocument,
  ThrowBallDocument,
  ThrownAtDocument,
} from '../gql/graphql.ts';
import { inTheAir, type Ball, type TableEvent, type TableState } from '../table/tableModel.ts';
import { applyToTable, tableOf } from '../table/tableState.ts';
import { derived } from './account.ts';
import type { HouseApi } from './api.ts';
import { getsUp, type OpenTable } from './seating.ts';
import { between, isHouse, tempers, type Pace } from './temper.ts';

export interface HouseTools {
  api: HouseApi;
  pace: Pace;
  /** From 0 to 1. */
  chance(): number;
  signal: AbortSignal;
  say(line: string): void;
}

/** Plays one game, from wherever it is, until it is over, nobody but the house is left, or the signal. Never rejects. */
export async function playGame(gameId: string, tools: HouseTools): Promise<void> {
  const game = new HouseGame(gameId, tools);
  try {
    await game.run();
  } catch (error) {
    tools.say(`${gameId}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    game.end();
  }
}

const againMs = 500;

/** As the lobby lists it. */
function tableIn({ id, status, settings, hostId, seats }: TableState): OpenTable {
  const players = seats.map(({ person }) => ({ user: person }));
  return { id, status, settings, host: { id: hostId }, players };
}

class HouseGame {
  readonly #id: string;
  readonly #tools: HouseTools;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Throws that were thought about, so that each is once. */
  readonly #considered = new Set<string>();
  #me = '';
  #state: TableState | undefined;
  #throwing = false;
  #leaving = false;

  constructor(id: string, tools: HouseTools) {
    this.#id = id;
    this.#tools = tools;
  }

  async run(): Promise<void> {
    const { api, signal } = this.#tools;
    this.#me = await api.userId();
    while (!signal.aborted) {
      const { game } = await api.ask(TableDocument, { gameId: this.#id });
      if (!game) return;
      this.#state = tableOf(game);
      this.#consider();
      if (!(await this.#follow(game.cursor))) return;
    }
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#state = undefined;
  }

  /** Resolves with whether the state has to be read anew. */
  async #follow(after: string): Promise<boolean> {
    const { api, signal } = this.#tools;
    const stream = resumable<TableEvent>({
      url: `${api.url}/graphql`,
      query: stringifyDocument(TableEventsDocument),
      variables: { gameId: this.#id },
      after,
      token: (refused) => api.token(refused),
    });
    const stop = () => void stream.return();
    signal.addEventListener('abort', stop);
    try {
      if (this.#isOver()) return false;
      for await (const event of stream) {
        // Cups come with the state, not with who sits down.
        if (event.__typename === 'StreamGap' || event.__typename === 'GameStarted') return true;
        if (this.#state) this.#state = applyToTable(this.#state, event);
        if (this.#isOver()) return false;
        this.#consider();
      }
      return false;
    } finally {
      signal.removeEventListener('abort', stop);
      await stream.return();
    }
  }

  #isOver(): boolean {
    const own = this.#state?.seats.find(({ person }) => person.id === this.#me);
    const { status } = this.#state ?? {};
    return (status !== 'LOBBY' && status !== 'ACTIVE') || !own || own.leftAt !== null;
  }

  #consider(): void {
    const state = this.#state;
    if (!state || this.#isOver()) return;
    if (state.status === 'LOBBY') return getsUp(tableIn(state), this.#me) ? this.#leave() : undefined;
    if (state.seats.every(({ person, leftAt }) => leftAt !== null || isHouse(person))) return this.#leave();
    const flying = state.balls.filter(inTheAir);
    const mine = flying.find(({ thrower }) => thrower.id === this.#me);
    if (mine?.status === 'CHALLENGED') this.#once(mine, 'answer', () => this.#answerLater(mine));
    for (const ball of flying) {
      if (ball.ownerId === this.#me && ball.status === 'IN_FLIGHT')
        this.#once(ball, 'doubt', () => this.#doubtLater(ball));
    }
    if (!mine) this.#throwLater();
  }

  #once({ id }: Ball, what: string, act: () => void): void {
    const key = `${what} ${id}`;
    if (this.#considered.has(key)) return;
    this.#considered.add(key);
    act();
  }

  #leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    const leave = async () => void (await this.#tools.api.ask(LeaveTableDocument, { gameId: this.#id }));
    this.#later(0, leave, Number.POSITIVE_INFINITY);
  }

  #throwLater(): void {
    const { pace, chance, api } = this.#tools;
    if (this.#throwing) return;
    this.#throwing = true;
    const own = this.#state?.seats.find(({ person }) => person.id === this.#me);
    const outMs = Math.max(0, Date.parse(own?.sittingOutUntil ?? '') - api.now() || 0);
    this.#later(outMs + between(pace.throwMs, chance()), async () => {
      try {
        await this.#throw();
      } finally {
        this.#throwing = false;
        // What came of it comes as an event; if nothing flew there may be none.
        const flies = this.#state?.balls.some((ball) => inTheAir(ball) && ball.thrower.id === this.#me);
        if (!flies) this.#consider();
      }
    });
  }

  async #throw(): Promise<void> {
    const { api, chance } = this.#tools;
    const { seats = [], balls = [] } = this.#state ?? {};
    const flying = balls.filter(inTheAir);
    if (flying.some(({ thrower }) => thrower.id === this.#me)) return;
    const cups = seats
      .filter(({ person }) => person.id !== this.#me)
      .flatMap((seat) => seat.cups)
      .filter(({ id, standing }) => standing && !flying.some(({ cupId }) => cupId === id));
    const cup = cups[Math.floor(chance() * cups.length)];
    if (!cup) return;
    const thrownAt = new Date(api.now()).toISOString();
    const password = await api.password();
    const secret = derived(password, 'secret', cup.id, thrownAt);
    const commitment = createHash('sha256').update(secret).digest('base64url');
    const nonce = derived(password, 'nonce', cup.id, thrownAt);
    await api.ask(ThrowBallDocument, { input: { gameId: this.#id, cupId: cup.id, nonce, thrownAt, commitment } });
  }

  #doubtLater(ball: Ball): void {
    const { api, pace, chance } = this.#tools;
    const own = this.#state?.seats.find(({ person }) => person.id === this.#me);
    if (chance() >= tempers[api.temper].doubts || !own || own.challengesLeft < 1) return;
    this.#later(this.#decideMs(ball.challengeBy, pace), async () => {
      await api.ask(ChallengeThrowDocument, { throwId: ball.id });
    });
  }

  #answerLater(ball: Ball): void {
    const { api, pace } = this.#tools;
    if (!tempers[api.temper].answers || !ball.answerBy) return;
    const answer = async () => {
      const { node } = await api.ask(ThrownAtDocument, { throwId: ball.id });
      if (!node || !('thrownAt' in node)) return;
      const secret = derived(await api.password(), 'secret', ball.cupId, new Date(node.thrownAt).toISOString());
      await api.ask(AnswerChallengeDocument, { throwId: ball.id, secret });
    };
    this.#later(this.#decideMs(ball.answerBy, pace), answer, Date.parse(ball.answerBy));
  }

  #decideMs(until: string, { decideMs }: Pace): number {
    const leftMs = Date.parse(until) - this.#tools.api.now();
    return Math.max(0, Math.min(leftMs / 2, between(decideMs, this.#tools.chance())));
  }

  /** What can't be done because the server is away is tried again until `until`, or not at all. */
  #later(ms: number, act: () => Promise<void>, until = 0): void {
    const { api, say, signal } = this.#tools;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act().catch((error: unknown) => {
        if (!this.#state || signal.aborted) return;
        if (api.now() < until) this.#later(againMs, act, until);
        else say(String(error));
      });
    }, ms);
    this.#timers.add(timer);
  }
}
