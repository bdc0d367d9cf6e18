import { describe, expect, it } from 'vitest';
import type { ThrowRejection } from '../entities/throw.ts';
import { throwRejections } from '../entities/throw.ts';
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
  cyd,
  eve,
  hopLine,
  leaves,
  lobby,
  only,
  play,
  playerOf,
  throws,
  transitMs,
  typesOf,
  voids,
  type Move,
} from './testGame.ts';
import type { Attempt } from './throw.ts';

const { challengeWindowMs, answerWindowMs } = activeGame().settings;
const freshnessMs = 15_000;
const received = at(1_000) - transitMs;

const unopened = '+RECEIVED +AUTHENTICATED -OPENED';
const unfresh = '+RECEIVED +AUTHENTICATED -FRESH';
const unfreshSealed = '+RECEIVED +AUTHENTICATED +OPENED -FRESH';
const forbidden = '+RECEIVED +AUTHENTICATED +FRESH -PERMITTED';
const forbiddenSealed = '+RECEIVED +AUTHENTICATED +OPENED +FRESH -PERMITTED';

const active = activeGame(3);
const after = (...moves: Move[]) => play(active, ...moves).state;
const finished = play(activeGame(2, { cupsPerPlayer: 1 }), throws(ann, cup(bob), -20_000), closes(0)).state;
const abandoned = play(lobby(1), leaves(ann, 0)).state;
const expired = play(lobby(2), closes(30 * 60_000)).state;
const bobHit = after(throws(cyd, cup(bob), -20_000), closes(0));
const annHit = after(throws(bob, cup(ann), -20_000), closes(0));
const cydAims = after(throws(cyd, cup(bob), 0));
const annAims = after(throws(ann, cup(bob), 0));
const annForged = after(throws(ann, '', 0, { sealing: 'UNREADABLE' }));

const ahead = received + freshnessMs + 1;
const behind = received - freshnessMs - 1;

/** What ann throws one second into the game, and the hops it leaves. */
type Case = [rejection: ThrowRejection, when: string, GameState, aimedAt: string, Partial<Attempt>, hops: string];
const cases: Case[] = [
  ['UNREADABLE', 'the seal does not open', active, '', { sealing: 'UNREADABLE' }, unopened],
  ['UNREADABLE', 'replayed too', active, '', { sealing: 'UNREADABLE', replayed: true, thrownAt: 0 }, unopened],
  ['SEAL_REQUIRED', 'in the clear', active, cup(bob), { sealing: 'SEAL_REQUIRED' }, unopened],
  ['REPLAYED', 'in the clear', active, cup(bob), { replayed: true }, unfresh],
  [
    'REPLAYED',
    'in the clear where that is refused',
    active,
    cup(bob),
    { sealing: 'SEAL_REQUIRED', replayed: true },
    unfresh,
  ],
  ['REPLAYED', 'sealed', active, cup(bob), { replayed: true, sealing: 'OPENED' }, unfreshSealed],
  ['REPLAYED', 'stale and at an own cup too', active, cup(ann), { replayed: true, thrownAt: 0 }, unfresh],
  ['STALE', 'a millisecond too old', active, cup(bob), { thrownAt: behind }, unfresh],
  ['STALE', 'a millisecond too far ahead', active, cup(bob), { thrownAt: ahead }, unfresh],
  ['STALE', 'sealed', active, cup(bob), { thrownAt: behind, sealing: 'OPENED' }, unfreshSealed],
  ['STALE', 'at an own cup too', active, cup(ann), { thrownAt: ahead }, unfresh],
  ['GAME_NOT_ACTIVE', 'LOBBY', lobby(2), cup(bob), {}, forbidden],
  ['GAME_NOT_ACTIVE', 'FINISHED', finished, cup(bob), {}, forbidden],
  ['GAME_NOT_ACTIVE', 'ABANDONED by all', abandoned, cup(bob), {}, forbidden],
  ['GAME_NOT_ACTIVE', 'ABANDONED by time', expired, cup(ann), {}, forbidden],
  ['NOT_A_PLAYER', 'a stranger', active, cup(bob), { thrower: eve }, forbidden],
  ['NOT_A_PLAYER', 'someone who left', after(leaves(ann, 0)), cup(bob), {}, forbidden],
  ['CUP_GONE', 'no such cup', active, 'no cup', {}, forbidden],
  ['CUP_GONE', 'the cup fell', bobHit, cup(bob), { sealing: 'OPENED' }, forbiddenSealed],
  ['CUP_GONE', 'its owner left', after(leaves(bob, 0)), cup(bob), {}, forbidden],
  ['OWN_CUP', 'standing', active, cup(ann), {}, forbidden],
  ['OWN_CUP', 'fallen', annHit, cup(ann), {}, forbidden],
  ['CUP_TAKEN', 'by a ball in flight', cydAims, cup(bob), {}, forbidden],
  ['CUP_TAKEN', 'by a challenged ball', play(cydAims, challenges(bob, 0)).state, cup(bob), {}, forbidden],
  ['BALL_IN_FLIGHT', 'at another cup', annAims, cup(bob, 1), {}, forbidden],
  ['BALL_IN_FLIGHT', 'challenged', play(annAims, challenges(bob, 0)).state, cup(cyd), {}, forbidden],
  ['SITTING_OUT', 'after a penalty', annForged, cup(bob), {}, forbidden],
];

describe('a throw that breaks a rule', () => {
  it('has a case here for every reason there is', () => {
    expect(new Set(cases.map(([rejection]) => rejection))).toEqual(new Set(throwRejections));
  });

  it.each(cases)('%s: %s', (rejection, _, before, aimedAt, changes, hops) => {
    const { state, events, refusal } = play(before, throws(ann, aimedAt, 1_000, { throwId: 'refused', ...changes }));
    const { thrower = ann } = changes;
    const cupId = before.cups.some(({ id }) => id === aimedAt) ? aimedAt : null;
    const [rejected] = only(events, 'ThrowRejected');

    expect(refusal).toBeUndefined();
    expect(state.throws.at(-1)).toMatchObject({ id: 'refused', status: 'REJECTED', rejectedFor: rejection, cupId });
    expect(state.throws.at(-1)).toMatchObject({ aimedAt, settledAt: at(1_000), challengeBy: null, challenge: null });
    expect(events[0]).toBe(rejected);
    expect(rejected).toMatchObject({ throwId: 'refused', rejectedFor: rejection, thrower, cupId });
    expect(hopLine(rejected?.hops)).toBe(hops);
    expect(rejected?.hops.at(-1)).toMatchObject({ at: at(1_000), elapsedMs: transitMs, detail: rejection });
    expect(openWindows(state)).toEqual(openWindows(before));
    expect(state.cups).toEqual(before.cups);

    const penalty = { points: -10, score: -10, sittingOutUntil: at(1_000) + challengeWindowMs };
    const { score, sittingOutUntil } = penalty;
    const forgery = rejection === 'UNREADABLE' || rejection === 'REPLAYED';
    const penalised = { type: 'PlayerPenalised', player: ann, because: rejection, ...penalty };
    expect(events.slice(1)).toEqual(forgery ? [penalised] : []);
    expect(state.players).toEqual(
      before.players.map((player) =>
        forgery && player.person.id === ann.id ? { ...player, score, sittingOutUntil } : player,
      ),
    );
  });

  it.each([
    { who: 'a stranger', state: activeGame(), thrower: eve },
    { who: 'someone who left', state: after(leaves(ann, 0)), thrower: ann },
    { who: 'a player in a lobby', state: lobby(2), thrower: ann },
    { who: 'a player of a finished game', state: finished, thrower: ann },
  ])('a forgery by $who costs nothing', ({ state, thrower }) => {
    const { state: left, events } = play(state, throws(thrower, '', 1_000, { sealing: 'UNREADABLE' }));
    expect(typesOf(events)).toEqual(['ThrowRejected']);
    expect(left.players).toEqual(state.players);
  });
});

describe('a throw the rules permit', () => {
  it.each([
    { when: 'in the clear', changes: {}, hops: '+RECEIVED +AUTHENTICATED +FRESH +PERMITTED ?IN_FLIGHT' },
    { when: 'as old as may be', changes: { thrownAt: received - freshnessMs } },
    { when: 'as far ahead as may be', changes: { thrownAt: received + freshnessMs } },
    {
      when: 'sealed',
      changes: { sealing: 'OPENED' as const },
      hops: '+RECEIVED +AUTHENTICATED +OPENED +FRESH +PERMITTED ?IN_FLIGHT',
    },
  ])('flies: $when', ({ changes, hops = '+RECEIVED +AUTHENTICATED +FRESH +PERMITTED ?IN_FLIGHT' }) => {
    const before = activeGame();
    const { state, events } = play(before, throws(ann, cup(bob), 1_000, changes));
    const challengeBy = at(1_000) + challengeWindowMs;
    expect(ballOf(state)).toMatchObject({ status: 'IN_FLIGHT', rejectedFor: null, settledAt: null, challengeBy });
    expect(ballOf(state)).toMatchObject({ cupId: cup(bob), commitment: 'commitment to the right secret' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'BallThrown', thrower: ann, cupId: cup(bob), cupOwner: bob, challengeBy });
    expect(hopLine(only(events, 'BallThrown')[0]?.hops)).toBe(hops);
    expect(openWindows(state)).toEqual([{ kind: 'THROW', subject: 'ball', dueAt: challengeBy }]);
    expect({ ...state, throws: [] }).toEqual(before);
  });

  const next = (ms: number) => throws(ann, cup(bob, 1), ms, { throwId: 'next' });
  const answered = [throws(ann, cup(bob), 0), challenges(bob, 0), answers(ann, 'wrong', 500)];
  it.each([
    { penalty: 'a forgery', moves: [throws(ann, '', 500, { sealing: 'UNREADABLE' as const })], until: 500 },
    { penalty: 'an overturned throw', moves: answered, until: 500 },
    { penalty: 'a lapsed one', moves: answered.slice(0, 2).concat(closes(answerWindowMs)), until: answerWindowMs },
    { penalty: 'a second penalty', moves: [...answered, throws(ann, '', 900, { replayed: true })], until: 900 },
  ])('sits out one challenge window after $penalty, to the millisecond', ({ moves, until }) => {
    const { state } = play(activeGame(), ...moves);
    const ends = until + challengeWindowMs;
    expect(playerOf(state, ann).sittingOutUntil).toBe(at(ends));
    expect(ballOf(play(state, next(ends - 1)).state, 'next').rejectedFor).toBe('SITTING_OUT');
    expect(ballOf(play(state, next(ends)).state, 'next').status).toBe('IN_FLIGHT');
    expect(ballOf(play(state, throws(bob, cup(ann), 1_000, { throwId: 'next' })).state, 'next').status).toBe(
      'IN_FLIGHT',
    );
  });

  it.each([
    { after: 'the first is voided', moves: [voids(1_000)], ms: 1_000 },
    { after: 'the first has landed, though no timer fired', moves: [], ms: challengeWindowMs },
  ])('flies at another cup once $after', ({ moves, ms }) => {
    const { state } = play(activeGame(), throws(ann, cup(bob), 0), ...moves, next(ms));
    expect(ballOf(state, 'next').status).toBe('IN_FLIGHT');
  });
});
