import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gameStatuses } from '../entities/game.ts';
import { throwRejections, throwStatuses } from '../entities/throw.ts';
import { gameEvent } from '../subscriptions/gameEvent.ts';
import { openWindows } from './deadlines.ts';
import type { GameState } from './gameState.ts';
import { isOpen } from './settle.ts';
import { at, closes, play, typesOf } from './testGame.ts';
import { always, isOver, stories } from './testStory.ts';

const twice = (values: unknown[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('whatever happens in a game', () => {
  it('random stories reach every status and every rejection', () => {
    const told = fc.sample(stories, { numRuns: 300, seed: 1 });
    const states = told.flatMap(({ opening, turns }) => [opening, ...turns.map(({ after }) => after.state)]);
    const balls = states.flatMap(({ throws }) => throws);
    expect(new Set(balls.map(({ status }) => status))).toEqual(new Set(throwStatuses));
    expect(new Set(balls.flatMap(({ rejectedFor }) => rejectedFor ?? []))).toEqual(new Set(throwRejections));
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(gameStatuses));
    expect(new Set(told.flatMap(({ events }) => typesOf(events)))).toEqual(
      new Set(gameEvent.options.map(({ shape }) => shape.type.value)),
    );
  });

  it('a cup lands once and stays down, one ball flies at it, and one by each player', () => {
    always(({ turns, events }) => {
      for (const { before, after } of turns) {
        const fallen = before.cups.filter(({ standing }) => !standing).map(({ id }) => id);
        const down = after.state.cups.filter(({ standing }) => !standing).map(({ id }) => id);
        expect(down).toEqual(expect.arrayContaining(fallen));
        const open = after.state.throws.filter(isOpen);
        expect(twice(open.map(({ cupId }) => cupId))).toEqual([]);
        expect(twice(open.map(({ thrower }) => thrower.id))).toEqual([]);
        expect(open.filter(({ cupId }) => cupId === null || down.includes(cupId))).toEqual([]);
        expect(open.length === 0 || after.state.status === 'ACTIVE').toBe(true);
      }
      const landed = events.flatMap((event) =>
        event.type === 'ThrowSettled' && event.status === 'LANDED' ? event.cupId : [],
      );
      expect(twice(landed)).toEqual([]);
    });
  });

  it('a game runs while two who stay have cups standing, and then whoever has them wins', () => {
    always(({ turns }) => {
      for (const { players, cups, status, winnerId } of turns.map(({ after }) => after.state)) {
        const able = players.filter(({ person, leftAt }) => {
          return leftAt === null && cups.some(({ ownerId, standing }) => standing && ownerId === person.id);
        });
        if (status === 'ACTIVE') expect(able.length).toBeGreaterThan(1);
        if (status === 'FINISHED') expect(able.map(({ person }) => person.id)).toEqual([winnerId]);
        else expect(winnerId).toBeNull();
      }
    });
  });

  it('nobody spends more challenges than they have', () => {
    always(({ ending, events }) => {
      for (const { person, challengesLeft } of ending.players) {
        const spent = events.filter((event) => event.type === 'ThrowChallenged' && event.challenger.id === person.id);
        expect(challengesLeft).toBe(ending.settings.challengesPerPlayer - spent.length);
        expect(challengesLeft).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('scores are the sum of what happened', () => {
    always(({ ending, events }) => {
      const sums = new Map(ending.players.map(({ person }) => [person.id, 0]));
      const give = (id: string, points: number) => sums.set(id, (sums.get(id) ?? 0) + points);
      for (const event of events) {
        if (event.type === 'PlayerPenalised') give(event.player.id, -10);
        if (event.type !== 'ThrowSettled') continue;
        const { status, thrower, challenger } = event;
        if (status === 'LANDED') give(thrower.id, challenger ? 15 : 10);
        if (challenger && (status === 'OVERTURNED' || status === 'LAPSED')) give(challenger.player.id, 5);
      }
      expect(new Map(ending.players.map(({ person, score }) => [person.id, score]))).toEqual(sums);
    });
  });

  it('a window is open for every ball in the air, due later, and for nothing else; closing twice closes once', () => {
    always(({ turns }) => {
      for (const { ms, after } of turns) {
        const windows = openWindows(after.state);
        const balls = after.state.throws.filter(isOpen).map(({ id }) => id);
        expect(windows.map(({ subject }) => subject)).toEqual(after.state.status === 'LOBBY' ? ['game'] : balls);
        expect(windows.filter(({ dueAt }) => !(dueAt > at(ms)))).toEqual([]);
        expect(play(after.state, closes(ms))).toEqual({ state: after.state, events: [] });
      }
    });
  });

  it('no throw is left open once all windows are past, and lateness changes no result', () => {
    always(({ ending }) => {
      const dues = openWindows(ending).map(({ dueAt }) => dueAt - at(0));
      const latest = Math.max(0, ...dues);
      const closed = play(ending, closes(latest)).state;
      const late = play(ending, closes(latest + 60_000)).state;
      const onTime = play(ending, ...dues.toSorted((one, two) => one - two).map((due) => closes(due))).state;
      for (const state of [closed, late, onTime]) {
        expect(state.throws.filter(isOpen)).toEqual([]);
        expect(openWindows(state)).toEqual([]);
      }
      const result = ({ status, winnerId, cups, players, throws }: GameState) => [
        [status, winnerId, cups, players.map(({ score }) => score)],
        throws.map((ball) => [ball.status, ball.challenge?.upheld]),
      ];
      expect(result(closed)).toEqual(result(onTime));
      expect(result(late)).toEqual(result(onTime));
    });
  });

  it('a game that is over changes no more, but for the rejected throws it records', () => {
    always(({ turns }) => {
      for (const { before, after } of turns.filter((turn) => isOver(turn.before))) {
        const recorded = after.state.throws.slice(before.throws.length);
        expect(after.state).toEqual({ ...before, throws: [...before.throws, ...recorded] });
        expect(recorded.filter(({ status }) => status !== 'REJECTED')).toEqual([]);
        expect(typesOf(after.events)).toEqual(recorded.map(() => 'ThrowRejected'));
      }
    });
  });

  it('throws that are over are not needed to decide, save the one that is named', () => {
    always(({ turns }) => {
      for (const { before, after, move, throwId } of turns) {
        const throws = before.throws.filter((ball) => isOpen(ball) || ball.id === throwId);
        const { events, refusal } = play({ ...before, throws }, move);
        expect({ events, refusal }).toEqual({ events: after.events, refusal: after.refusal });
      }
    });
  });
});
