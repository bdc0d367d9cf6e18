import type { CancelReason } from '../entities/battle.ts';
import type { BattleEvent } from '../subscriptions/battleEvent.ts';
import type { PersonRef } from '../subscriptions/gameEvent.ts';
import type { BattleAction, BattleOutcome, BattleRefusal, BattleState, FighterState, Ranked } from './battleState.ts';

/** So long before a battle begins by itself its fighters are told. */
export const warningMs = 60_000;
/** A battle that only its host can begin is cancelled after this. */
export const staleMs = 86_400_000;
/** Battles that one person may be in before their end. Each takes a little of every score of theirs. */
export const mostBattles = 20;
/** Places that the event of the end names; the battle's board has all. */
export const toldPlaces = 100;

export type BattleDeadlineKind = 'BATTLE_SOON' | 'BATTLE_BEGIN' | 'BATTLE_STALE' | 'BATTLE_COUNT' | 'BATTLE_END';

export interface BattleDeadline {
  kind: BattleDeadlineKind;
  dueAt: number;
}

/** Its host is who makes it, and fights first. */
export type NewBattle = Pick<
  BattleState,
  'id' | 'title' | 'host' | 'seconds' | 'minFighters' | 'maxFighters' | 'beginsAt'
>;

/** A battle with its host in it. One that begins within the minute warns nobody: whoever comes knows. */
export function openBattle(battle: NewBattle, now: number): BattleOutcome {
  const { host, beginsAt } = battle;
  const state: BattleState = {
    ...battle,
    status: 'WAITING',
    cancelledBecause: null,
    beganAt: null,
    endsAt: null,
    finishedAt: null,
    winnerId: null,
    warned: beginsAt === null || beginsAt - warningMs <= now,
    recounted: false,
    createdAt: now,
    fighters: [{ person: host, seat: 0, joinedAt: now, announced: false }],
  };
  const draft = new Draft(state, now);
  draft.tellJoined();
  return draft.outcome();
}

/**
 * What becomes of a battle by an action. Whatever is due by now comes first, so a battle begins at its time for whoever
 * asks, whether or not a timer has fired. Its end is not here: see `finish`. Who joins is told later, with others.
 */
export function decide(state: BattleState, action: BattleAction, now: number): BattleOutcome {
  const draft = new Draft(state, now);
  draft.settleDue();
  return draft.outcome(act(draft, action));
}

/** The windows that are open, of each kind one at most. */
export function openDeadlines(battle: BattleState): BattleDeadline[] {
  const { status, beginsAt, beganAt, endsAt, warned, recounted, createdAt } = battle;
  if (status === 'RUNNING' && beganAt !== null && endsAt !== null) {
    const end: BattleDeadline = { kind: 'BATTLE_END', dueAt: endsAt };
    return recounted ? [end] : [{ kind: 'BATTLE_COUNT', dueAt: beganAt }, end];
  }
  if (status !== 'WAITING') return [];
  if (beginsAt === null) return [{ kind: 'BATTLE_STALE', dueAt: createdAt + staleMs }];
  const begin: BattleDeadline = { kind: 'BATTLE_BEGIN', dueAt: beginsAt };
  return warned ? [begin] : [{ kind: 'BATTLE_SOON', dueAt: beginsAt - warningMs }, begin];
}

/**
 * The end of a battle, once nothing can be scored any more. Whoever ranks first has won, if they scored more than
 * nothing. Undefined when it is not running, or not yet over.
 * @param ranking of all fighters, first to last
 */
export function finish(state: BattleState, ranking: readonly Ranked[], now: number): BattleOutcome | undefined {
  if (state.status !== 'RUNNING' || state.endsAt === null || state.endsAt > now) return undefined;
  const [first] = ranking;
  const winner = first && first.score > 0 ? first.person : null;
  return {
    state: { ...state, status: 'FINISHED', recounted: true, finishedAt: now, winnerId: winner?.id ?? null },
    events: [
      {
        type: 'BattleFinished',
        finishedAt: now,
        ranking: ranking.slice(0, toldPlaces).map(({ person, rank, score }) => ({ person, rank, score })),
        winner,
        fighterCount: state.fighters.length,
      },
    ],
    warned: [],
  };
}

function act(draft: Draft, action: BattleAction): BattleRefusal | undefined {
  switch (action.type) {
    case 'JOIN':
      return join(draft, action);
    case 'LEAVE':
      return leave(draft, action.userId);
    case 'BEGIN':
      return beginAsHost(draft, action.userId);
    case 'CANCEL':
      return cancelAsHost(draft, action.userId);
    case 'TELL':
      return draft.tellJoined();
    case 'DUE':
      return undefined;
  }
}

type Join = Extract<BattleAction, { type: 'JOIN' }>;

/** Joining what one is in is a no-op, whatever has become of it. */
function join(draft: Draft, { person, battleCount }: Join): BattleRefusal | undefined {
  const { fighters, maxFighters } = draft.battle;
  if (draft.fighter(person.id)) return undefined;
  if (draft.battle.status !== 'WAITING') return draft.notWaiting();
  if (fighters.length >= maxFighters) return { refused: 'FULL', maxFighters };
  if (battleCount >= mostBattles) return { refused: 'TOO_MANY_BATTLES', most: mostBattles };
  const seat = (fighters.at(-1)?.seat ?? -1) + 1;
  draft.battle.fighters = [...fighters, { person, seat, joinedAt: draft.now, announced: false }];
  draft.warnLate(person);
  return undefined;
}

/** Leaving what one is not in is a no-op. A host is succeeded by whoever came next; without anybody, it is over. */
function leave(draft: Draft, userId: string): BattleRefusal | undefined {
  const fighter = draft.fighter(userId);
  if (!fighter) return undefined;
  const { battle } = draft;
  if (battle.status !== 'WAITING') return draft.notWaiting();
  // Before they go: who comes and goes in one breath was there.
  draft.tellJoined();
  battle.fighters = battle.fighters.filter(({ person }) => person.id !== userId);
  const [next] = battle.fighters;
  if (!next) return draft.cancel('EMPTY', fighter.person);
  if (battle.host.id === userId) battle.host = next.person;
  draft.say({ type: 'BattleLeft', person: fighter.person, host: battle.host, fighterCount: battle.fighters.length });
  return undefined;
}

/** Beginning what has begun is a no-op. */
function beginAsHost(draft: Draft, userId: string): BattleRefusal | undefined {
  const { battle } = draft;
  if (userId !== battle.host.id) return { refused: 'NOT_HOST', host: battle.host };
  if (battle.status === 'RUNNING' || battle.status === 'FINISHED') return undefined;
  if (battle.status === 'CANCELLED') return draft.notWaiting();
  const { fighters, minFighters: needed } = battle;
  if (fighters.length < needed) return { refused: 'NOT_ENOUGH', fighters: fighters.length, needed };
  return draft.begin();
}

/** Cancelling what is cancelled is a no-op. */
function cancelAsHost(draft: Draft, userId: string): BattleRefusal | undefined {
  const { battle } = draft;
  if (userId !== battle.host.id) return { refused: 'NOT_HOST', host: battle.host };
  if (battle.status === 'CANCELLED') return undefined;
  if (battle.status !== 'WAITING') return draft.notWaiting();
  return draft.cancel('HOST', battle.host);
}

/** A battle on its way from one state to the next. */
class Draft {
  readonly now: number;
  readonly battle: BattleState;
  readonly #before: BattleState;
  readonly #events: BattleEvent[] = [];
  #warned: readonly PersonRef[] = [];

  constructor(before: BattleState, now: number) {
    this.#before = before;
    this.battle = { ...before };
    this.now = now;
  }

  say(event: BattleEvent): void {
    this.#events.push(event);
  }

  fighter(userId: string): FighterState | undefined {
    return this.battle.fighters.find(({ person }) => person.id === userId);
  }

  notWaiting(): BattleRefusal {
    return { refused: 'NOT_WAITING', status: this.battle.status };
  }

  /** Begins, cancels and warns where it is time; nothing is due any more afterwards, but the end. */
  settleDue(): void {
    const { battle, now } = this;
    if (battle.status !== 'WAITING') return;
    const due = (kind: BattleDeadlineKind) =>
      openDeadlines(battle).some((deadline) => deadline.kind === kind && deadline.dueAt <= now);
    if (due('BATTLE_BEGIN')) {
      if (battle.fighters.length >= battle.minFighters) this.begin();
      else this.cancel('TOO_FEW', null);
    } else if (due('BATTLE_STALE')) {
      this.cancel('STALE', null);
    } else if (due('BATTLE_SOON')) {
      battle.warned = true;
      this.#warned = battle.fighters.map(({ person }) => person);
    }
  }

  /** Who comes after the others were warned is warned as they come. */
  warnLate(person: PersonRef): void {
    const { warned, beginsAt, createdAt } = this.battle;
    const others = warned && beginsAt !== null && createdAt < beginsAt - warningMs;
    if (others) this.#warned = [...this.#warned, person];
  }

  tellJoined(): undefined {
    const { battle } = this;
    const coming = battle.fighters.filter(({ announced }) => !announced);
    if (battle.status !== 'WAITING' || coming.length === 0) return;
    battle.fighters = battle.fighters.map((one) => (one.announced ? one : { ...one, announced: true }));
    const fighters = coming.map(({ person }) => person);
    this.say({ type: 'BattleJoined', fighters, fighterCount: battle.fighters.length });
  }

  begin(): undefined {
    this.tellJoined();
    const { battle, now: beganAt } = this;
    const endsAt = beganAt + battle.seconds * 1_000;
    Object.assign(battle, { status: 'RUNNING', beganAt, endsAt, warned: true });
    this.say({ type: 'BattleBegan', beganAt, endsAt, fighterCount: battle.fighters.length });
  }

  cancel(because: CancelReason, by: PersonRef | null): undefined {
    this.tellJoined();
    Object.assign(this.battle, { status: 'CANCELLED', cancelledBecause: because, warned: true });
    this.say({ type: 'BattleCancelled', because, by, fighterCount: this.battle.fighters.length });
  }

  outcome(refusal?: BattleRefusal): BattleOutcome {
    const changed = Object.entries(this.battle).some(([key, value]) => Reflect.get(this.#before, key) !== value);
    const state = changed ? this.battle : this.#before;
    return { state, events: this.#events, warned: this.#warned, ...(refusal && { refusal }) };
  }
}
