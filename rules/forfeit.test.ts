import { describe, expect, it } from 'vitest';
import { openWindows } from './deadlines.ts';
import {
  activeGame,
  ann,
  answers,
  at,
  ballOf,
  bob,
  challenges,
  closes,
  cup,
  cyd,
  dan,
  hopLine,
  leaves,
  only,
  play,
  playerOf,
  standing,
  throws,
  typesOf,
} from './testGame.ts';

const { challengeWindowMs } = activeGame().settings;
const oneCup = { cupsPerPlayer: 1 };

describe('leaving a running game', () => {
  it.each([
    { leaver: ann, winner: bob, scores: [0, 2] },
    { leaver: bob, winner: ann, scores: [2, 0] },
  ])('of two: $winner.handle wins', ({ leaver, winner, scores }) => {
    const { state, events } = play(activeGame(), leaves(leaver, 5));
    expect(events[0]).toEqual({
      type: 'PlayerLeft',
      player: leaver,
      host: winner === bob ? bob : ann,
      forfeited: true,
    });
    expect(events.slice(1)).toEqual([
      {
        type: 'GameFinished',
        winner,
        finishedAt: at(5),
        scores: [ann, bob].map((player, seat) => ({ player, score: 0, cupsStanding: scores[seat] })),
      },
    ]);
    expect(state).toMatchObject({ status: 'FINISHED', winnerId: winner.id, finishedAt: at(5), hostId: winner.id });
    expect(playerOf(state, leaver).leftAt).toBe(at(5));
    expect(standing(state, leaver)).toEqual([]);
  });

  it('of three: the game goes on without them, their cups and the balls by and at them', () => {
    const before = play(
      activeGame(4),
      throws(ann, cup(bob), 0, { throwId: 'by-leaver' }),
      throws(bob, cup(ann), 0, { throwId: 'at-leaver' }),
      throws(cyd, cup(dan), 0, { throwId: 'other' }),
      challenges(bob, 1, 'by-leaver'),
    ).state;
    const { state, events } = play(before, leaves(ann, 5));
    expect(typesOf(events)).toEqual(['PlayerLeft', 'ThrowSettled', 'ThrowSettled']);
    expect(events[0]).toEqual({ type: 'PlayerLeft', player: ann, host: bob, forfeited: true });
    expect(state).toMatchObject({ status: 'ACTIVE', hostId: bob.id, winnerId: null });
    for (const throwId of ['by-leaver', 'at-leaver']) {
      const settled = only(events, 'ThrowSettled').find((event) => event.throwId === throwId);
      expect(settled).toMatchObject({ status: 'VOIDED', settledAt: at(5), throwerScore: 0 });
      expect(hopLine(settled?.hops)).toBe('-SETTLED');
      expect(ballOf(state, throwId).status).toBe('VOIDED');
    }
    expect(ballOf(state, 'by-leaver').challenge).toMatchObject({ answeredAt: null, upheld: null });
    expect(openWindows(state)).toEqual([{ kind: 'THROW', subject: 'other', dueAt: at(challengeWindowMs) }]);
    expect(state.players.map(({ score }) => score)).toEqual([0, 0, 0, 0]);
    expect(state.players.map(({ challengesLeft }) => challengesLeft)).toEqual([2, 1, 2, 2]);
    expect([ann, bob, cyd, dan].map((player) => standing(state, player).length)).toEqual([0, 2, 2, 2]);
  });

  it('never says that a cup of theirs stands once it said that they forfeited', () => {
    const { events } = play(activeGame(3), throws(ann, cup(bob), 0), leaves(bob, 5));
    const left = events.findIndex(({ type }) => type === 'PlayerLeft');
    const after = only(events.slice(left), 'ThrowSettled');
    expect(after.filter(({ cupId, cupStanding }) => cupId === cup(bob) && cupStanding)).toEqual([]);
  });

  it('lets those who stay aim again', () => {
    const { state } = play(
      activeGame(3),
      throws(bob, cup(ann), 0),
      leaves(ann, 5),
      throws(bob, cup(cyd), 6, { throwId: 'next' }),
    );
    expect(ballOf(state, 'next').status).toBe('IN_FLIGHT');
  });

  it('of three, one of whom has no cup left: the one with cups wins', () => {
    const { state, events } = play(
      activeGame(3, oneCup),
      throws(bob, cup(ann), 0),
      closes(challengeWindowMs),
      leaves(bob, 20_000),
    );
    expect(only(events, 'GameFinished')).toMatchObject([{ winner: cyd }]);
    expect(state.winnerId).toBe(cyd.id);
  });

  it('comes too late for a ball that was due', () => {
    const { state } = play(activeGame(3), throws(ann, cup(bob), 0), leaves(ann, challengeWindowMs));
    expect(ballOf(state).status).toBe('LANDED');
    expect(playerOf(state, ann)).toMatchObject({ score: 10, leftAt: at(challengeWindowMs) });
  });

  it('comes too late when the game was decided, though no timer fired', () => {
    const { state, events } = play(activeGame(2, oneCup), throws(ann, cup(bob), 0), leaves(ann, challengeWindowMs));
    expect(typesOf(events)).toEqual(['BallThrown', 'ThrowSettled', 'GameFinished']);
    expect(state).toMatchObject({ winnerId: ann.id, hostId: ann.id });
  });
});

describe('the last cup', () => {
  it('ends the game; balls still in the air are voided first, then the game is said to be over', () => {
    const aimed = play(
      activeGame(2, oneCup),
      throws(ann, cup(bob), 0, { throwId: 'hit' }),
      throws(bob, cup(ann), 1, { throwId: 'in the air' }),
    ).state;
    const { state, events } = play(aimed, closes(challengeWindowMs));
    expect(typesOf(events)).toEqual(['ThrowSettled', 'ThrowSettled', 'GameFinished']);
    expect(only(events, 'ThrowSettled').map(({ throwId, status }) => [throwId, status])).toEqual([
      ['hit', 'LANDED'],
      ['in the air', 'VOIDED'],
    ]);
    expect(events.at(-1)).toEqual({
      type: 'GameFinished',
      winner: ann,
      finishedAt: at(challengeWindowMs),
      scores: [
        { player: ann, score: 10, cupsStanding: 1 },
        { player: bob, score: 0, cupsStanding: 0 },
      ],
    });
    expect(state).toMatchObject({ status: 'FINISHED', winnerId: ann.id, startedAt: at(0) });
    expect(openWindows(state)).toEqual([]);
  });

  it('ends it through a challenge as well, and a challenged ball in the air is void without a penalty', () => {
    const { state, events } = play(
      activeGame(2, oneCup),
      throws(ann, cup(bob), 0, { throwId: 'hit' }),
      throws(bob, cup(ann), 0, { throwId: 'in the air' }),
      challenges(bob, 1, 'hit'),
      challenges(ann, 1, 'in the air'),
      answers(ann, 'right', 2, 'hit'),
    );
    expect(state.winnerId).toBe(ann.id);
    expect(ballOf(state, 'in the air')).toMatchObject({ status: 'VOIDED', challenge: { upheld: null } });
    expect(only(events, 'PlayerPenalised')).toEqual([]);
    expect(state.players.map(({ score }) => score)).toEqual([15, 0]);
  });

  it('of one player of three does not end it, and they may go on throwing', () => {
    const { state } = play(
      activeGame(3, oneCup),
      throws(ann, cup(bob), 0),
      closes(challengeWindowMs),
      throws(bob, cup(ann), challengeWindowMs, { throwId: 'next' }),
    );
    expect(state.status).toBe('ACTIVE');
    expect(ballOf(state, 'next').status).toBe('IN_FLIGHT');
    const { state: decided } = play(state, closes(2 * challengeWindowMs));
    expect(decided).toMatchObject({ status: 'FINISHED', winnerId: cyd.id });
  });
});
