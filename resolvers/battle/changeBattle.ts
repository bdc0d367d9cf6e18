import type { ClientBase } from 'pg';
import { decide, finish, openDeadlines } from '../../rules/battle.ts';
import type { BattleAction, BattleState } from '../../rules/battleState.ts';
import { rivalsThatCount } from '../../rules/levels.ts';
import type { BattleEvent } from '../../subscriptions/battleEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { awardLevel, lockWinner } from '../progress/awardLevel.ts';
import { tellAll, type Told } from '../progress/tellAll.ts';
import { tooSoon } from '../pulses.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import type { Services } from '../services.ts';
import type { Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { countBattles } from './battleCounts.ts';
import { countMissed, readRanking, takeScores, type RankedFighter } from './battleScores.ts';
import { isMember, lockBattle, type LockedBattle } from './battleState.ts';
import type { BattleOutcome, BattleWork } from './battleWork.ts';
import { saveBattle, saveDeadlines } from './saveBattle.ts';

/**
 * The way every change of a battle goes: lock it, let the rules decide, write what changed and its events, tell the feed.
 * What comes for a battle while it is being changed is done together, in one transaction.
 */
export function changeBattle(services: Services, battleId: string, work: BattleWork): Promise<BattleOutcome> {
  return services.battles.work.do(battleId, work, (works) => changeTogether(services, battleId, works));
}

interface Changed {
  outcomes: BattleOutcome[];
  events: readonly BattleEvent[];
  state: BattleState;
  /** Of a battle that finished. */
  ranking: readonly RankedFighter[] | undefined;
  appended: Appended[];
  /** What the end gave its winner. */
  beyond: Told | undefined;
}

async function changeTogether(
  services: Services,
  battleId: string,
  works: readonly BattleWork[],
): Promise<readonly BattleOutcome[]> {
  const { pool, observer } = services;
  const changed = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      const battle = await lockBattle(
        client,
        battleId,
        works.every(({ type }) => type === 'PULSE'),
      );
      if (battle) return applyAll(services, client, battle, works);
      await saveDeadlines(client, battleId, []);
      return undefined;
    }),
  );
  if (!changed) return works.map(() => ({ state: null }));
  tell(services, battleId, changed);
  return changed.outcomes;
}

async function applyAll(
  { clock }: Services,
  client: ClientBase,
  battle: LockedBattle,
  works: readonly BattleWork[],
): Promise<Changed> {
  const at = clock.now();
  const course = new Course(client, battle, at, await countOfJoiners(client, battle.state, works));
  for (const work of works) await course.take(work);
  const { outcomes, events, state, warned, told, ranking } = course;
  const before = battle.state;
  const deadlines = openDeadlines(state);
  // One that has come is put where it belongs, whatever it did.
  const moved = JSON.stringify(deadlines) !== JSON.stringify(openDeadlines(before));
  if (moved || works.some(({ type }) => type === 'DUE')) await saveDeadlines(client, state.id, deadlines);
  if (ranking) await saveRanking(client, state.id, ranking);
  const beyond = ranking && (await award(client, state, ranking, at));
  const appended = await saveBattle(client, { before, state, events, warned, told, at });
  return { outcomes, events, state, ranking, appended, beyond };
}

/** In how many other battles those are who come into one. */
function countOfJoiners(client: ClientBase, { id, status, fighters }: BattleState, works: readonly BattleWork[]) {
  const inIt = new Set(fighters.map(({ person }) => person.id));
  const coming = works.flatMap((work) => (work.type === 'JOIN' && !inIt.has(work.person.id) ? [work.person.id] : []));
  return countBattles(client, status === 'WAITING' ? coming : [], id);
}

/** A battle going through several works in one transaction. */
class Course {
  readonly outcomes: BattleOutcome[] = [];
  readonly events: BattleEvent[] = [];
  state: BattleState;
  warned: readonly PersonRef[] = [];
  told = false;
  /** Of a battle that finished. */
  ranking: RankedFighter[] | undefined;
  readonly #client: ClientBase;
  readonly #battle: LockedBattle;
  readonly #at: number;
  readonly #battleCounts: ReadonlyMap<string, number>;

  constructor(client: ClientBase, battle: LockedBattle, at: number, battleCounts: ReadonlyMap<string, number>) {
    this.#battleCounts = battleCounts;
    this.#client = client;
    this.#battle = battle;
    this.#at = at;
    this.state = battle.state;
  }

  async take(work: BattleWork): Promise<void> {
    if (work.type === 'PULSE') this.outcomes.push(await this.#pulse());
    else if (work.type === 'RECOUNT') this.outcomes.push(await this.#recount());
    else if (work.type === 'FINISH') this.outcomes.push(await this.#finish());
    else if (work.type === 'JOIN') this.outcomes.push(await this.#join(work.person));
    else if (work.type === 'DEPART') this.outcomes.push(await this.#depart(work.userId));
    else this.outcomes.push(this.#act(work));
  }

  /** Whoever was sent out of a group since they looked at its battle joins no more. */
  async #join(person: PersonRef): Promise<BattleOutcome> {
    const member = await isMember(this.#client, this.#battle.groupId, person.id);
    const battleCount = this.#battleCounts.get(person.id) ?? 0;
    return member ? this.#act({ type: 'JOIN', person, battleCount }) : { state: null };
  }

  /** Whoever has come back into the group meanwhile stays. */
  async #depart(userId: string): Promise<BattleOutcome> {
    const member = await isMember(this.#client, this.#battle.groupId, userId);
    return member ? { state: this.state } : this.#act({ type: 'LEAVE', userId });
  }

  #act(action: BattleAction): BattleOutcome {
    const { state, events, warned, refusal } = decide(this.state, action, this.#at);
    this.state = state;
    this.events.push(...events);
    if (warned.length > 0) this.warned = [...this.warned, ...warned];
    return { state, refusal };
  }

  async #pulse(): Promise<BattleOutcome> {
    const retryAt = tooSoon(this.#battle.toldAt, this.#at);
    if (retryAt !== undefined) return { state: this.state, retryAt };
    const before = this.events.length;
    if (this.state.status === 'RUNNING') await this.#tellScores();
    else this.#act({ type: 'TELL' });
    this.told ||= this.events.length > before;
    return { state: this.state };
  }

  async #tellScores(): Promise<void> {
    const scores = await takeScores(this.#client, this.state.id);
    if (scores.length > 0) this.events.push({ type: 'BattleScored', scores });
  }

  async #recount(): Promise<BattleOutcome> {
    if (this.state.status === 'RUNNING' && !this.state.recounted) {
      await countMissed(this.#client, this.state.id);
      this.state = { ...this.state, recounted: true };
    }
    return { state: this.state };
  }

  async #finish(): Promise<BattleOutcome> {
    await this.#recount();
    const ranking = await readRanking(this.#client, this.state.id);
    const finished = finish(this.state, ranking, this.#at);
    if (!finished) return { state: this.state };
    await this.#tellScores();
    this.ranking = ranking;
    this.events.push(...finished.events);
    this.state = finished.state;
    return { state: this.state };
  }
}

async function saveRanking(client: ClientBase, battleId: string, ranking: readonly RankedFighter[]): Promise<void> {
  await client.query({
    name: 'save-ranking',
    text: `
      update fighter f set final_rank = r.rank, final_score = r.score
      from unnest($2::uuid[], $3::int[], $4::int[]) as r(user_id, rank, score)
      where f.battle_id = $1 and f.user_id = r.user_id`,
    values: [
      battleId,
      ranking.map(({ person }) => person.id),
      ranking.map(({ rank }) => rank),
      ranking.map(({ score }) => score),
    ],
  });
}

/** The winner's level, within the bounds of `rivalsThatCount`. */
async function award(
  client: ClientBase,
  { id, seconds, winnerId }: BattleState,
  ranking: readonly RankedFighter[],
  at: number,
): Promise<Told | undefined> {
  const fighters = ranking.map(({ person, guest, score }) => ({ userId: person.id, guest, score }));
  const opponents = rivalsThatCount({ seconds, winnerId, fighters });
  const winner = await lockWinner(client, { winnerId, opponents }, at);
  return winner && awardLevel(client, winner, { opponents, source: `Battle:${id}` }, at);
}

/** After the commit: whoever follows the battle or its board, the winner, the deadline clock, the metrics. */
function tell(services: Services, battleId: string, { appended, events, state, ranking, beyond }: Changed): void {
  tellAll(services, { events: appended, standings: [] });
  if (beyond) tellAll(services, beyond);
  if (events.length === 0) return;
  const standings = events.some(({ type }) => type === 'BattleBegan' || type === 'BattleScored');
  if (standings) services.standings.changed(onlySeasonOf(battleId), []);
  services.deadlines.wake();
  services.observer.battleChanged(events);
  services.product.battleChanged(state, events, ranking);
}
