import { describe, expect, it } from 'vitest';
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
  eve,
  leaves,
  play,
  throws,
  voids,
  type Move,
  type Secret,
} from './testGame.ts';

const { challengeWindowMs, answerWindowMs } = activeGame().settings;
const challengedAt = 2_000;
const answerBy = challengedAt + answerWindowMs;

/** Three play; ann's ball flies at bob's first cup since 0. */
const flying = play(activeGame(3), throws(ann, cup(bob), 0)).state;
const challenged = play(flying, challenges(bob, challengedAt)).state;

describe('an answer', () => {
  const late: Refusal = { refused: 'ANSWER_WINDOW_CLOSED', answerBy: at(answerBy) };
  const landed = play(flying, closes(challengeWindowMs)).state;
  const opened = play(challenged, answers(ann, 'right', 3_000)).state;
  const overturned = play(challenged, answers(ann, 'wrong', 3_000)).state;
  const lapsed = play(challenged, closes(answerBy)).state;
  const forfeited = play(challenged, leaves(ann, 3_000)).state;
  it.each<[refused: Refusal, when: string, GameState, Move]>([
    [{ refused: 'NOT_FOUND' }, 'no such throw', challenged, answers(ann, 'right', 3_000, 'no throw')],
    [{ refused: 'NOT_THROWER' }, 'by the challenger', challenged, answers(bob, 'right', 3_000)],
    [{ refused: 'NOT_THROWER' }, 'by a stranger', challenged, answers(eve, 'right', 3_000)],
    [{ refused: 'NOT_CHALLENGED' }, 'to no challenge', flying, answers(ann, 'right', 3_000)],
    [{ refused: 'NOT_CHALLENGED' }, 'to a throw that landed', landed, answers(ann, 'right', 20_000)],
    [late, 'right but late', lapsed, answers(ann, 'right', answerBy + 1)],
    [late, 'wrong and late', lapsed, answers(ann, 'wrong', answerBy + 1)],
    [late, 'for a void throw', play(challenged, voids(3_000)).state, answers(ann, 'right', 4_000)],
    [late, 'by someone who left', forfeited, answers(ann, 'right', 4_000)],
    [late, 'a wrong one after the right one', opened, answers(ann, 'wrong', 4_000)],
    [late, 'the right one after a wrong one', overturned, answers(ann, 'right', 4_000)],
  ])('is refused (%o): %s', (refused, _, state, move) => {
    expect(play(state, move)).toEqual({ state, events: [], refusal: refused });
  });

  it.each<[Secret, GameState, ms: number]>([
    ['right', opened, 3_000],
    ['right', opened, answerBy + 60_000],
    ['wrong', overturned, 3_000],
    ['wrong', overturned, answerBy + 60_000],
  ])('that settled it, sent again, changes nothing: %s', (secret, state, ms) => {
    expect(play(state, answers(ann, secret, ms))).toEqual({ state, events: [] });
  });

  it.each<Secret>(['right', 'wrong'])('is late at answerBy though no timer fired, and in time before: %s', (secret) => {
    const due = play(challenged, answers(ann, secret, answerBy));
    expect(due.refusal).toEqual(late);
    expect(due).toEqual({ ...play(challenged, closes(answerBy)), refusal: late });
    expect(ballOf(due.state)).toMatchObject({ status: 'LAPSED', challenge: { answeredAt: null, upheld: true } });
    const before = play(challenged, answers(ann, secret, answerBy - 1));
    expect(before.refusal).toBeUndefined();
    expect(ballOf(before.state).status).toBe(secret === 'right' ? 'LANDED' : 'OVERTURNED');
  });
});
