import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BattleEvent } from '../subscriptions/battleEvent.ts';
import { openDeadlines } from './battle.ts';
import type { BattleState } from './battleState.ts';
import { at, stories, type Story } from './testBattle.ts';

const always = (holds: (story: Story) => void) => fc.assert(fc.property(stories, holds), { numRuns: 500 });

/** A battle as events alone tell it. Throws where one may not come. */
function told(events: readonly BattleEvent[]) {
  const fighters = new Set<string>();
  let status: BattleState['status'] = 'WAITING';
  for (const event of events) {
    if (event.type === 'BattleScored') continue;
    expect(event.type === 'BattleFinished' ? 'RUNNING' : 'WAITING').toBe(status);
    if (event.type === 'BattleJoined') for (const { id } of event.fighters) fighters.add(id);
    if (event.type === 'BattleLeft') fighters.delete(event.person.id);
    if (event.type === 'BattleCancelled' && event.because === 'EMPTY') fighters.clear();
    expect(event.fighterCount).toBe(fighters.size);
    if (event.type === 'BattleBegan') status = 'RUNNING';
    if (event.type === 'BattleFinished') status = 'FINISHED';
    if (event.type === 'BattleCancelled') status = 'CANCELLED';
  }
  return { fighters, status };
}

const endOf = ({ opening, turns }: Story) => turns.at(-1)?.after.state ?? opening.state;
const eventsOf = ({ opening, turns }: Story) => [...opening.events, ...turns.flatMap(({ after }) => after.events)];

describe('whatever happens in a battle', () => {
  it('random stories reach every status, event, refusal and deadline', () => {
    const sample = fc.sample(stories, { numRuns: 600, seed: 1 });
    const distinct = (values: string[]) => [...new Set(values)].sort().join(' ');
    const turns = sample.flatMap((story) => story.turns);
    expect(distinct(sample.map((story) => endOf(story).status))).toBe('CANCELLED FINISHED RUNNING WAITING');
    expect(distinct(sample.flatMap((story) => eventsOf(story).map(({ type }) => type)))).toBe(
      'BattleBegan BattleCancelled BattleFinished BattleJoined BattleLeft',
    );
    expect(distinct(sample.flatMap((story) => endOf(story).cancelledBecause ?? []))).toBe('EMPTY HOST STALE TOO_FEW');
    expect(distinct(turns.flatMap(({ after }) => after.refusal?.refused ?? []))).toBe(
      'FULL NOT_ENOUGH NOT_HOST NOT_WAITING',
    );
    expect(distinct(turns.flatMap(({ after }) => openDeadlines(after.state).map(({ kind }) => kind)))).toBe(
      'BATTLE_BEGIN BATTLE_COUNT BATTLE_END BATTLE_SOON BATTLE_STALE',
    );
    expect(turns.filter(({ after }) => after.warned.length > 0).length).toBeGreaterThan(10);
  });

  it('the events alone tell how far it is, and who is in it', () => {
    always((story) => {
      const { fighters, status } = told(eventsOf(story));
      const state = endOf(story);
      expect(status).toBe(state.status);
      const known = state.fighters.filter(({ announced }) => announced).map(({ person }) => person.id);
      expect([...fighters].toSorted()).toEqual(known.toSorted());
    });
  });

  it('has a host who is in it, seats in the order of coming, and no more than it may hold', () => {
    always((story) => {
      for (const { after } of story.turns) {
        const { fighters, host, maxFighters, minFighters, status, cancelledBecause } = after.state;
        const seats = fighters.map(({ seat }) => seat);
        expect(seats).toEqual(seats.toSorted((one, other) => one - other));
        expect(new Set(fighters.map(({ person }) => person.id)).size).toBe(fighters.length);
        expect(fighters.length).toBeLessThanOrEqual(maxFighters);
        if (cancelledBecause !== 'EMPTY') expect(fighters.map(({ person }) => person.id)).toContain(host.id);
        if (status === 'RUNNING') expect(fighters.length).toBeGreaterThanOrEqual(minFighters);
        if (status === 'RUNNING') expect(fighters.every(({ announced }) => announced)).toBe(true);
      }
    });
  });

  it('nothing but the end, and the count after the beginning, is due after anything was done', () => {
    always(({ turns }) => {
      for (const { ms, action, after } of turns.filter((turn) => turn.action.type !== 'FINISH')) {
        const due = openDeadlines(after.state).filter(({ dueAt }) => dueAt <= at(ms));
        expect(
          due.filter(({ kind }) => kind !== 'BATTLE_END' && kind !== 'BATTLE_COUNT'),
          action.type,
        ).toEqual([]);
      }
    });
  });

  it('what is over changes no more, and what is asked twice comes to the same', () => {
    always(({ turns }) => {
      for (const { before, after } of turns) {
        if (before.status === 'FINISHED' || before.status === 'CANCELLED') {
          expect(after.state).toBe(before);
          expect(after.events).toEqual([]);
        }
        expect(after.state === before).toBe(after.events.length === 0 && !changedSilently(before, after.state));
      }
    });
  });
});

/** Joins are told later, and warnings elsewhere. */
function changedSilently(before: BattleState, after: BattleState): boolean {
  return before.fighters !== after.fighters || before.warned !== after.warned;
}
