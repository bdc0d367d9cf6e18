import { describe, expect, it } from 'vitest';
import { openWindows } from './deadlines.ts';
import type { GameState, Refusal } from './gameState.ts';
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
  eve,
  hopLine,
  leaves,
  only,
  play,
  playerOf,
  throws,
  typesOf,
  voids,
  type Move,
} from './testGame.ts';

const { challengeWindowMs, answerWindowMs, challengesPerPlayer } = activeGame().settings;
const challengedAt = 2_000;
const answerBy = challengedAt + answerWindowMs;

/** Three play; ann's ball flies at bob's first cup since 0. */
const flying = play(activeGame(3), throws(ann, cup(bob), 0)).state;
const challenged = play(flying, challenges(bob, challengedAt)).state;

describe('a challenge', () => {
  it('is spent, and gives the thrower one answer window', () => {
    const { state, events } = play(flying, challenges(bob, challengedAt));
    const challengesLeft = challengesPerPlayer - 1;
    const named = { throwId: 'ball', challengeId: 'challenge-of-ball' };
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'ThrowChallenged',
      ...named,
      thrower: ann,
      challenger: bob,
      challengesLeft,
    });
    expect(events[0]).toMatchObject({ answerBy: at(answerBy) });
    expect(hopLine(only(events, 'ThrowChallenged')[0]?.hops)).toBe('?CHALLENGED');
    expect(ballOf(state)).toMatchObject({ status: 'CHALLENGED', settledAt: null });
    expect(ballOf(state).challenge).toMatchObject({ challengedAt: at(challengedAt), answeredAt: null, upheld: null });
    expect(openWindows(state)).toEqual([{ kind: 'ANSWER', subject: 'ball', dueAt: at(answerBy) }]);
    expect(state.players.map((player) => player.challengesLeft)).toEqual([2, 1, 2]);
    expect({ ...state, throws: [], players: [] }).toEqual({ ...flying, throws: [], players: [] });
  });

  it.each([
    { how: 'not upheld', end: answers(ann, 'right', 3_000) },
    { how: 'upheld', end: answers(ann, 'wrong', 3_000) },
    { how: 'never answered', end: closes(answerBy) },
    { how: 'void', end: voids(3_000) },
  ])('stays spent when it is $how', ({ end }) => {
    expect(playerOf(play(challenged, end).state, bob).challengesLeft).toBe(challengesPerPlayer - 1);
  });

  const none = { challengesPerPlayer: 0 };
  const gone = [leaves(bob, 1_000)];
  const closed: Refusal = { refused: 'CHALLENGE_WINDOW_CLOSED', challengeBy: at(challengeWindowMs), voided: false };
  const never: Refusal = { refused: 'CHALLENGE_WINDOW_CLOSED', challengeBy: null, voided: false };
  const voided: Refusal = { refused: 'CHALLENGE_WINDOW_CLOSED', challengeBy: null, voided: true };
  const already: Refusal = { refused: 'ALREADY_CHALLENGED', answerBy: at(answerBy) };
  const rejected = play(flying, throws(cyd, cup(bob), 0, { throwId: 'taken' })).state;
  const atNothing = play(flying, throws(cyd, 'no cup', 0, { throwId: 'lost' })).state;
  const helpless = play(activeGame(2, none), throws(ann, cup(bob), 0)).state;
  const late = challengeWindowMs;
  it.each<[refused: Refusal, when: string, GameState, Move]>([
    [{ refused: 'NOT_FOUND' }, 'no such throw', flying, challenges(bob, 0, 'no throw')],
    [{ refused: 'NOT_CUP_OWNER' }, 'by the thrower', flying, challenges(ann, 0)],
    [{ refused: 'NOT_CUP_OWNER' }, 'by another player', flying, challenges(cyd, 0)],
    [{ refused: 'NOT_CUP_OWNER' }, 'by a stranger', flying, challenges(eve, 0)],
    [{ refused: 'NOT_CUP_OWNER' }, 'by an owner who left', play(flying, ...gone).state, challenges(bob, 1_000)],
    [{ refused: 'NOT_CUP_OWNER' }, 'of a throw at no cup', atNothing, challenges(bob, 0, 'lost')],
    [already, 'twice', challenged, challenges(bob, 3_000)],
    [already, 'once it was answered', play(challenged, answers(ann, 'wrong', 3_000)).state, challenges(bob, 4_000)],
    [already, 'once it lapsed, though no timer fired', challenged, challenges(bob, answerBy)],
    [closed, 'at challengeBy, though no timer fired', flying, challenges(bob, late)],
    [closed, 'after it landed', play(flying, closes(late)).state, challenges(bob, late + 1)],
    [voided, 'of a void throw', play(flying, voids(0)).state, challenges(bob, 0)],
    [never, 'of a rejected throw', rejected, challenges(bob, 0, 'taken')],
    [{ refused: 'NO_CHALLENGES_LEFT', ...none }, 'without any', helpless, challenges(bob, 0)],
    [closed, 'late and without any', helpless, challenges(bob, late)],
  ])('is refused (%o): %s', (refused, _, state, move) => {
    const outcome = play(state, move);
    expect(outcome.refusal).toEqual(refused);
    expect(typesOf(outcome.events)).not.toContain('ThrowChallenged');
    expect(outcome.state.players.map((player) => player.challengesLeft)).toEqual(
      state.players.map((player) => player.challengesLeft),
    );
  });

  it('is refused when all are spent', () => {
    const second = throws(cyd, cup(bob), 500, { throwId: 'second' });
    const spent = play(
      activeGame(3, { challengesPerPlayer: 1 }),
      throws(ann, cup(bob, 1), 0),
      challenges(bob, 0),
      second,
    );
    const refusal = { refused: 'NO_CHALLENGES_LEFT', challengesPerPlayer: 1 };
    expect(play(spent.state, challenges(bob, 1_000, 'second')).refusal).toEqual(refusal);
    expect(play(spent.state, challenges(bob, 1_000)).refusal?.refused).toBe('ALREADY_CHALLENGED');
  });

  it('is in time a millisecond before challengeBy, and late at it: then the throw has landed', () => {
    const before = play(flying, challenges(bob, challengeWindowMs - 1));
    expect(before.refusal).toBeUndefined();
    expect(ballOf(before.state).status).toBe('CHALLENGED');
    const due = play(flying, challenges(bob, challengeWindowMs));
    expect(ballOf(due.state).status).toBe('LANDED');
    expect(typesOf(due.events)).toEqual(['ThrowSettled']);
  });
});
