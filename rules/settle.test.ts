import { describe, expect, it } from 'vitest';
import { openWindows } from './deadlines.ts';
import type { GameState } from './gameState.ts';
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
  hopLine,
  only,
  play,
  playerOf,
  standing,
  throws,
  transitMs,
  typesOf,
  voids,
  type Move,
} from './testGame.ts';

const { challengeWindowMs, answerWindowMs } = activeGame().settings;
const challengedAt = 2_000;
const answerBy = challengedAt + answerWindowMs;

/** Three play; ann's ball flies at bob's first cup since 0. */
const flying = play(activeGame(3), throws(ann, cup(bob), 0)).state;
const challenged = play(flying, challenges(bob, challengedAt)).state;

describe('how a ball ends', () => {
  interface Ending {
    status: string;
    by: Move;
    ms: number;
    from?: GameState;
    thrower: number;
    challenger?: number;
    upheld?: boolean;
    hops: string;
    also?: string[];
  }
  const challenge = challenged;
  it.each<Ending & { how: string }>([
    {
      how: 'nobody challenges',
      status: 'LANDED',
      by: closes(challengeWindowMs),
      ms: challengeWindowMs,
      thrower: 10,
      hops: '+SETTLED',
    },
    {
      how: 'the right secret',
      status: 'LANDED',
      from: challenge,
      by: answers(ann, 'right', 3_000),
      ms: 3_000,
      thrower: 15,
      challenger: 0,
      upheld: false,
      hops: '+SETTLED',
      also: ['ChallengeAnswered'],
    },
    {
      how: 'a wrong secret',
      status: 'OVERTURNED',
      from: challenge,
      by: answers(ann, 'wrong', 3_000),
      ms: 3_000,
      thrower: -10,
      challenger: 5,
      upheld: true,
      hops: '-SETTLED',
      also: ['ChallengeAnswered', 'PlayerPenalised'],
    },
    {
      how: 'no answer',
      status: 'LAPSED',
      from: challenge,
      by: closes(answerBy),
      ms: answerBy,
      thrower: -10,
      challenger: 5,
      upheld: true,
      hops: '-ANSWERED -SETTLED',
      also: ['PlayerPenalised'],
    },
    { how: 'an operator', status: 'VOIDED', by: voids(3_000), ms: 3_000, thrower: 0, hops: '-SETTLED' },
    {
      how: 'an operator, challenged',
      status: 'VOIDED',
      from: challenge,
      by: voids(3_000),
      ms: 3_000,
      thrower: 0,
      challenger: 0,
      hops: '-SETTLED',
    },
  ])('$status by $how', ({ status, by, ms, from = flying, thrower, challenger, upheld = null, hops, also = [] }) => {
    const { state, events, refusal } = play(from, by);
    const [settled] = only(events, 'ThrowSettled');
    const cupStanding = status !== 'LANDED';
    const penalised = also.includes('PlayerPenalised');

    expect(refusal).toBeUndefined();
    expect(new Set(typesOf(events))).toEqual(new Set(['ThrowSettled', ...also]));
    expect(events).toHaveLength(1 + also.length);
    expect(settled).toMatchObject({ throwId: 'ball', status, cupId: cup(bob), cupStanding, thrower: ann });
    expect(settled).toMatchObject({ settledAt: at(ms), throwerScore: penalised ? thrower + 10 : thrower });
    expect(settled?.challenger).toEqual(challenger === undefined ? null : { player: bob, score: challenger });
    expect(hopLine(settled?.hops)).toBe(hops);
    expect(settled?.hops.at(-1)).toMatchObject({ at: at(ms), elapsedMs: ms + transitMs });

    expect(ballOf(state)).toMatchObject({ status, settledAt: at(ms) });
    expect(ballOf(state).challenge?.upheld ?? null).toBe(upheld);
    expect(standing(state, bob)).toEqual(cupStanding ? [cup(bob), cup(bob, 1)] : [cup(bob, 1)]);
    expect(state.players.map(({ score }) => score)).toEqual([thrower, challenger ?? 0, 0]);
    expect(openWindows(state)).toEqual([]);

    const sittingOutUntil = penalised ? at(ms) + challengeWindowMs : null;
    const penalties = { player: ann, points: -10, score: -10, sittingOutUntil, because: status };
    expect(playerOf(state, ann).sittingOutUntil).toBe(sittingOutUntil);
    expect(only(events, 'PlayerPenalised')).toEqual(penalised ? [{ type: 'PlayerPenalised', ...penalties }] : []);
  });

  it.each([
    { secret: 'right' as const, upheld: false, hops: '+ANSWERED +VERIFIED' },
    { secret: 'wrong' as const, upheld: true, hops: '+ANSWERED -VERIFIED' },
  ])('says first how the $secret secret was judged', ({ secret, upheld, hops }) => {
    const { state, events } = play(challenged, answers(ann, secret, 3_000));
    expect(typesOf(events).slice(0, 2)).toEqual(['ChallengeAnswered', 'ThrowSettled']);
    const [answered] = only(events, 'ChallengeAnswered');
    expect(answered).toMatchObject({ throwId: 'ball', thrower: ann, upheld });
    expect(hopLine(answered?.hops)).toBe(hops);
    expect(ballOf(state).challenge).toMatchObject({ answeredAt: at(3_000), answerBy: at(answerBy), upheld });
  });
});

describe('closing windows', () => {
  it('leaves alone what is not due', () => {
    for (const [state, due] of [
      [flying, challengeWindowMs],
      [challenged, answerBy],
    ] as const) {
      expect(play(state, closes(due - 1))).toEqual({ state, events: [] });
      expect(typesOf(play(state, closes(due)).events)).toContain('ThrowSettled');
    }
  });

  it('takes the earliest first, so that the game is won by whom the deadlines say', () => {
    const aimed = play(
      activeGame(2, { cupsPerPlayer: 1 }),
      throws(bob, cup(ann), 0, { throwId: 'z-first' }),
      throws(ann, cup(bob), 1, { throwId: 'a-second' }),
    ).state;
    const { state } = play(aimed, closes(60_000));
    expect(state.winnerId).toBe(bob.id);
    expect(ballOf(state, 'a-second').status).toBe('VOIDED');
  });

  it('voiding is idempotent, refuses what is not there and is no answer to what was due', () => {
    const voided = play(flying, voids(0)).state;
    expect(play(voided, voids(1))).toEqual({ state: voided, events: [] });
    expect(play(flying, voids(0, 'no throw'))).toEqual({
      state: flying,
      events: [],
      refusal: { refused: 'NOT_FOUND' },
    });
    expect(ballOf(play(flying, voids(challengeWindowMs)).state).status).toBe('LANDED');
  });
});
