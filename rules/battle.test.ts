import { describe, expect, it } from 'vitest';
import { decide, finish, mostBattles, openBattle, openDeadlines, staleMs, toldPlaces } from './battle.ts';
import { ada, at, does, joins, noon, says, somebody, waiting } from './testBattle.ts';

const ben = somebody('ben');
const refused = (state: ReturnType<typeof waiting>, action: Parameters<typeof decide>[1], ms = 0) =>
  decide(state, action, at(ms)).refusal;
const running = (more = {}) => does(does(waiting(more), joins('ben')), says('BEGIN', 'ada'), 5_000);

describe('a battle that waits', () => {
  it('has its host in it, and says so', () => {
    const { state, events } = openBattle(
      { id: 'b', title: 'A race', host: ada, seconds: 60, minFighters: 2, maxFighters: 9, beginsAt: null },
      noon,
    );
    expect(state).toMatchObject({
      status: 'WAITING',
      host: ada,
      fighters: [{ person: ada, seat: 0, announced: true }],
    });
    expect(events).toEqual([{ type: 'BattleJoined', fighters: [ada], fighterCount: 1 }]);
  });

  it('is joined once by each, and told of them together', () => {
    const state = does(does(does(waiting(), joins('ben')), joins('cleo')), joins('ben'));
    expect(state.fighters.map(({ person, seat }) => [person.id, seat])).toEqual([
      ['ada', 0],
      ['ben', 1],
      ['cleo', 2],
    ]);
    const told = decide(state, { type: 'TELL' }, at(1));
    expect(told.events).toEqual([{ type: 'BattleJoined', fighters: [ben, somebody('cleo')], fighterCount: 3 }]);
    expect(decide(told.state, { type: 'TELL' }, at(2))).toEqual({ state: told.state, events: [], warned: [] });
  });

  it('takes no more than it may', () => {
    const full = does(waiting({ maxFighters: 2 }), joins('ben'));
    expect(refused(full, joins('cleo'))).toEqual({ refused: 'FULL', maxFighters: 2 });
    expect(refused(full, joins('ben'))).toBeUndefined();
  });

  it('is not joined by who is in as many as may be', () => {
    const busy = { type: 'JOIN', person: ben, battleCount: mostBattles } as const;
    expect(refused(waiting(), busy)).toEqual({ refused: 'TOO_MANY_BATTLES', most: mostBattles });
    expect(refused(waiting(), { ...busy, battleCount: mostBattles - 1 })).toBeUndefined();
    expect(refused(does(waiting(), joins('ben')), busy)).toBeUndefined();
  });

  it('is left, its host succeeded by whoever came next', () => {
    const three = does(does(waiting(), joins('ben')), joins('cleo'));
    const { state, events } = decide(three, says('LEAVE', 'ada'), at(1));
    expect(state).toMatchObject({ host: ben, status: 'WAITING' });
    expect(events.at(-1)).toEqual({ type: 'BattleLeft', person: ada, host: ben, fighterCount: 2 });
    expect(refused(state, says('BEGIN', 'ada'))).toEqual({ refused: 'NOT_HOST', host: ben });
    expect(decide(state, says('LEAVE', 'ada'), at(2)).state).toBe(state);
    // Who comes back is someone new, behind all others.
    expect(does(state, joins('ada')).fighters.map(({ person }) => person.id)).toEqual(['ben', 'cleo', 'ada']);
  });

  it('is over when the last one leaves', () => {
    const { state, events } = decide(waiting(), says('LEAVE', 'ada'), at(1));
    expect(state).toMatchObject({ status: 'CANCELLED', cancelledBecause: 'EMPTY', fighters: [] });
    expect(events).toEqual([{ type: 'BattleCancelled', because: 'EMPTY', by: ada, fighterCount: 0 }]);
    expect(openDeadlines(state)).toEqual([]);
  });

  it('begins when its host says so and enough have come', () => {
    expect(refused(waiting(), says('BEGIN', 'ada'))).toEqual({ refused: 'NOT_ENOUGH', fighters: 1, needed: 2 });
    const two = does(waiting(), joins('ben'));
    expect(refused(two, says('BEGIN', 'ben'))).toEqual({ refused: 'NOT_HOST', host: ada });
    const { state, events } = decide(two, says('BEGIN', 'ada'), at(5_000));
    expect(state).toMatchObject({ status: 'RUNNING', beganAt: at(5_000), endsAt: at(65_000) });
    expect(events).toEqual([
      { type: 'BattleJoined', fighters: [ben], fighterCount: 2 },
      { type: 'BattleBegan', beganAt: at(5_000), endsAt: at(65_000), fighterCount: 2 },
    ]);
    const end = { kind: 'BATTLE_END', dueAt: at(65_000) };
    expect(openDeadlines(state)).toEqual([{ kind: 'BATTLE_COUNT', dueAt: at(5_000) }, end]);
    expect(openDeadlines({ ...state, recounted: true })).toEqual([end]);
    expect(decide(state, says('BEGIN', 'ada'), at(6_000)).state).toBe(state);
  });

  it('is cancelled by its host', () => {
    expect(refused(waiting(), says('CANCEL', 'ben'))).toEqual({ refused: 'NOT_HOST', host: ada });
    const { state, events } = decide(waiting(), says('CANCEL', 'ada'), at(1));
    expect(events).toEqual([{ type: 'BattleCancelled', because: 'HOST', by: ada, fighterCount: 1 }]);
    expect(decide(state, says('CANCEL', 'ada'), at(2))).toMatchObject({ state, events: [] });
    expect(refused(state, says('BEGIN', 'ada'))).toEqual({ refused: 'NOT_WAITING', status: 'CANCELLED' });
    expect(refused(state, joins('ben'))).toEqual({ refused: 'NOT_WAITING', status: 'CANCELLED' });
  });

  it('is cancelled a day after nobody began it', () => {
    const state = does(waiting(), joins('ben'));
    expect(openDeadlines(state)).toEqual([{ kind: 'BATTLE_STALE', dueAt: at(staleMs) }]);
    expect(does(state, { type: 'DUE' }, staleMs - 1)).toBe(state);
    expect(decide(state, { type: 'DUE' }, at(staleMs)).events.at(-1)).toMatchObject({ because: 'STALE', by: null });
  });
});

describe('a battle with a time', () => {
  const beginsAt = at(600_000);

  it('warns everyone a minute ahead, once', () => {
    const two = does(waiting({ beginsAt }), joins('ben'));
    expect(openDeadlines(two).map(({ kind, dueAt }) => [kind, dueAt - noon])).toEqual([
      ['BATTLE_SOON', 540_000],
      ['BATTLE_BEGIN', 600_000],
    ]);
    const { state, events, warned } = decide(two, { type: 'DUE' }, at(540_000));
    expect([events, warned]).toEqual([[], [ada, ben]]);
    expect(decide(state, { type: 'DUE' }, at(541_000))).toEqual({ state, events: [], warned: [] });
    // Who comes later is warned as they come, though no timer fired for the others.
    expect(decide(state, joins('cleo'), at(541_000)).warned).toEqual([somebody('cleo')]);
    expect(decide(two, joins('cleo'), at(541_000)).warned).toEqual([ada, ben, somebody('cleo')]);
    expect(decide(state, joins('ben'), at(541_000)).warned).toEqual([]);
    expect(decide(two, joins('cleo'), at(539_999)).warned).toEqual([]);
    expect(openDeadlines(state)).toEqual([{ kind: 'BATTLE_BEGIN', dueAt: beginsAt }]);
  });

  it('warns nobody of one that begins within the minute, or has begun', () => {
    expect(openDeadlines(waiting({ beginsAt: at(60_000) })).map(({ kind }) => kind)).toEqual(['BATTLE_BEGIN']);
    expect(decide(does(waiting({ beginsAt }), joins('ben')), { type: 'DUE' }, beginsAt).warned).toEqual([]);
  });

  it('begins at its time, whoever asks first', () => {
    const two = does(waiting({ beginsAt }), joins('ben'));
    const { state, refusal } = decide(two, joins('cleo'), beginsAt + 7);
    expect(refusal).toEqual({ refused: 'NOT_WAITING', status: 'RUNNING' });
    expect(state).toMatchObject({ status: 'RUNNING', beganAt: beginsAt + 7, endsAt: beginsAt + 7 + 60_000 });
  });

  it('is cancelled when too few came', () => {
    const { state, events } = decide(waiting({ beginsAt }), { type: 'DUE' }, beginsAt);
    expect(state).toMatchObject({ status: 'CANCELLED', cancelledBecause: 'TOO_FEW' });
    expect(events).toEqual([{ type: 'BattleCancelled', because: 'TOO_FEW', by: null, fighterCount: 1 }]);
  });

  it('may be begun before by its host', () => {
    expect(running({ beginsAt })).toMatchObject({ status: 'RUNNING', beganAt: at(5_000), warned: true });
  });
});

describe('a battle that runs', () => {
  it('is neither joined, left nor cancelled', () => {
    const state = running();
    for (const action of [joins('cleo'), says('LEAVE', 'ben'), says('CANCEL', 'ada')]) {
      expect(refused(state, action, 6_000)).toEqual({ refused: 'NOT_WAITING', status: 'RUNNING' });
    }
    expect(refused(state, joins('ben'), 6_000)).toBeUndefined();
    expect(refused(state, says('LEAVE', 'cleo'), 6_000)).toBeUndefined();
  });

  const ranking = (...scores: number[]) =>
    scores.map((score, index) => ({ person: somebody(`p${index}`), rank: index + 1, score }));

  it('finishes at its end, not before, and once', () => {
    expect(finish(running(), ranking(3, 1), at(64_999))).toBeUndefined();
    const finished = finish(running(), ranking(3, 1), at(65_000));
    expect(finished?.state).toMatchObject({ status: 'FINISHED', winnerId: 'p0', finishedAt: at(65_000) });
    expect(finished?.events).toEqual([
      {
        type: 'BattleFinished',
        finishedAt: at(65_000),
        ranking: ranking(3, 1),
        winner: somebody('p0'),
        fighterCount: 2,
      },
    ]);
    expect(finished && finish(finished.state, ranking(3, 1), at(66_000))).toBeUndefined();
    expect(finish(waiting(), [], at(65_000))).toBeUndefined();
  });

  it('is won by nobody who has no more than nothing', () => {
    for (const scores of [
      [0, 0],
      [0, -5],
      [-1, -2],
    ]) {
      expect(finish(running(), ranking(...scores), at(65_000))).toMatchObject({ state: { winnerId: null } });
    }
  });

  it('tells of the best hundred', () => {
    const many = finish(running(), ranking(...Array.from({ length: 150 }, (_, index) => 200 - index)), at(65_000));
    expect(many?.events[0]).toMatchObject({ ranking: expect.objectContaining({ length: toldPlaces }) });
  });
});
