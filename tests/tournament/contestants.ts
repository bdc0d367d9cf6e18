import { randomUUID } from 'node:crypto';
import type { App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService, type TestService } from '../harness/seedService.ts';
import * as documents from './documents.ts';

/** Level and coins that the daily tournament takes, and what someone at that level has who never spent any. */
export const enough = { level: 10, fee: 500, coins: 1_900 } as const;

/** Longer than any of these tests jumps ahead. */
export const tokenMs = 20 * 86_400_000;

/** People who may enter, and the service that raises them. */
export class Contestants {
  readonly #app: App;
  readonly service: TestService;

  private constructor(app: App, service: TestService) {
    this.#app = app;
    this.service = service;
  }

  static async of(app: App): Promise<Contestants> {
    return new Contestants(app, await seedService(app, ['progress:write']));
  }

  async seed(level: number = enough.level): Promise<TestPlayer> {
    const player = await seedPlayer(this.#app, [], tokenMs);
    if (level > 1) await this.raise(player, level - 1);
    return player;
  }

  async seedMany(count: number, level: (index: number) => number = () => enough.level): Promise<TestPlayer[]> {
    const people: TestPlayer[] = [];
    for (let index = 0; index < count; index += 20) {
      const some = Array.from({ length: Math.min(20, count - index) }, (_, offset) => this.seed(level(index + offset)));
      people.push(...(await Promise.all(some)));
    }
    return people;
  }

  /** Their new level. */
  async raise(
    { id }: Pick<TestPlayer, 'id'>,
    levels = 1,
    eventId: string = randomUUID(),
    app = this.#app,
  ): Promise<number> {
    const { recordProgress } = await execute(app, this.service.token, documents.raiseLevel, {
      userId: id,
      levels,
      eventId,
    });
    return expectPayload(recordProgress).user.level;
  }
}

export async function enter(app: App, { token }: Pick<TestPlayer, 'token'>, tournamentId?: string) {
  const input = tournamentId ? { tournamentId } : {};
  return expectPayload((await execute(app, token, documents.enterTournament, { input })).enterTournament).entry;
}

export async function claim(app: App, { token }: Pick<TestPlayer, 'token'>, tournamentId?: string) {
  const input = tournamentId ? { tournamentId } : {};
  return expectPayload((await execute(app, token, documents.claimReward, { input })).claimReward).entry;
}

/** Enters or claims where that is refused, by the error of that name. */
export async function refusal<
  Name extends 'LevelTooLowError' | 'NotEnoughCoinsError' | 'EntryClosedError' | 'NotFoundError',
>(app: App, { token }: Pick<TestPlayer, 'token'>, name: Name, tournamentId?: string) {
  const input = tournamentId ? { tournamentId } : {};
  return expectError((await execute(app, token, documents.enterTournament, { input })).enterTournament, name);
}

export async function current(app: App, { token }: Pick<TestPlayer, 'token'>) {
  const { currentTournament } = await execute(app, token, documents.currentTournament);
  if (!currentTournament) throw new Error('There is no current tournament');
  return currentTournament;
}

export async function stateOf(app: App, { token }: Pick<TestPlayer, 'token'>, id: string) {
  const { tournament } = await execute(app, token, documents.tournamentState, { id });
  if (!tournament) throw new Error(`There is no tournament ${id}`);
  return tournament;
}
