import type { Hop, ThrowRejection } from '../entities/throw.ts';
import type { PersonRef } from '../subscriptions/gameEvent.ts';
import { begin } from './game.ts';
import type { GameDraft } from './gameDraft.ts';
import type { GameState, Outcome, ThrowState } from './gameState.ts';
import { hopAt } from './hop.ts';
import { freshnessMs } from './points.ts';
import { isOpen, settleThrow } from './settle.ts';

/** How the throw came: in the clear, sealed and opened, sealed and not to be opened, or in the clear where that is refused. */
export type Sealing = 'CLEAR' | 'OPENED' | 'UNREADABLE' | 'SEAL_REQUIRED';

/** An attempt to throw. Times are Unix milliseconds; `elapsedMs` counts from RECEIVED to the decision. */
export interface Attempt {
  throwId: string;
  thrower: PersonRef;
  aimedAt: string;
  nonce: string;
  thrownAt: number;
  receivedAt: number;
  elapsedMs: number;
  commitment: string;
  serverSecret: boolean;
  sealing: Sealing;
  /** The thrower used this nonce before, for something else. */
  replayed: boolean;
  /** Hops passed before the rules were asked: RECEIVED and AUTHENTICATED. */
  trail: readonly Hop[];
}

/** Decides an attempt. The new throw is the last of the outcome's throws, REJECTED or IN_FLIGHT. */
export function throwBall(state: GameState, attempt: Attempt, now: number): Outcome {
  const draft = begin(state, now);
  const hops = [...attempt.trail];
  const pass = (name: Hop['name'], outcome: Hop['outcome'] = 'PASSED', detail: string | null = null) =>
    hops.push({ name, outcome, at: now, elapsedMs: attempt.elapsedMs, detail });

  const verdict = judge(draft, attempt);
  if (attempt.sealing === 'OPENED') pass('OPENED');
  if (verdict?.at !== 'OPENED' && verdict?.at !== 'FRESH') pass('FRESH');
  if (!verdict) pass('PERMITTED');

  const cup = draft.cup(attempt.aimedAt);
  const ball: ThrowState = {
    id: attempt.throwId,
    thrower: attempt.thrower,
    cupId: cup?.id ?? null,
    aimedAt: attempt.aimedAt,
    status: 'IN_FLIGHT',
    rejectedFor: null,
    nonce: attempt.nonce,
    commitment: attempt.commitment,
    serverSecret: attempt.serverSecret,
    thrownAt: attempt.thrownAt,
    receivedAt: attempt.receivedAt,
    challengeBy: null,
    settledAt: null,
    challenge: null,
  };
  draft.state.throws.push(ball);
  const { id: throwId, thrower, cupId } = ball;
  if (verdict || !cup) {
    const { at, rejection } = verdict ?? { at: 'PERMITTED', rejection: 'CUP_GONE' };
    pass(at, 'FAILED', rejection);
    ball.status = 'REJECTED';
    ball.rejectedFor = rejection;
    ball.settledAt = now;
    draft.say({ type: 'ThrowRejected', throwId, thrower, cupId, rejectedFor: rejection, hops });
    if (rejection === 'REPLAYED' || rejection === 'UNREADABLE') draft.penalise(thrower.id, rejection);
    return draft.outcome();
  }
  const challengeBy = now + draft.state.settings.challengeWindowMs;
  ball.challengeBy = challengeBy;
  pass('IN_FLIGHT', 'WAITING', 'Open to challenge by the owner of the cup.');
  const cupOwner = draft.person(cup.ownerId);
  draft.say({ type: 'BallThrown', throwId, thrower, cupId: cup.id, cupOwner, challengeBy, hops });
  return draft.outcome();
}

interface Verdict {
  at: 'OPENED' | 'FRESH' | 'PERMITTED';
  rejection: ThrowRejection;
}

function judge(draft: GameDraft, attempt: Attempt): Verdict | undefined {
  const { sealing, replayed, receivedAt, thrownAt } = attempt;
  if (sealing === 'UNREADABLE') return { at: 'OPENED', rejection: sealing };
  // A nonce used before is REPLAYED, however it comes: only that is recorded beside its first use.
  if (replayed) return { at: 'FRESH', rejection: 'REPLAYED' };
  if (sealing === 'SEAL_REQUIRED') return { at: 'OPENED', rejection: sealing };
  if (!(Math.abs(receivedAt - thrownAt) <= freshnessMs)) return { at: 'FRESH', rejection: 'STALE' };
  const rejection = forbidden(draft, attempt);
  return rejection && { at: 'PERMITTED', rejection };
}

function forbidden(draft: GameDraft, attempt: Attempt): ThrowRejection | undefined {
  const { state, now } = draft;
  const player = draft.player(attempt.thrower.id);
  const cup = draft.cup(attempt.aimedAt);
  const inFlight = state.throws.filter(isOpen);
  if (state.status !== 'ACTIVE') return 'GAME_NOT_ACTIVE';
  if (!player) return 'NOT_A_PLAYER';
  if (!cup) return 'CUP_GONE';
  if (cup.ownerId === player.person.id) return 'OWN_CUP';
  if (!cup.standing) return 'CUP_GONE';
  if (inFlight.some(({ cupId }) => cupId === cup.id)) return 'CUP_TAKEN';
  if (inFlight.some(({ thrower }) => thrower.id === player.person.id)) return 'BALL_IN_FLIGHT';
  if (player.sittingOutUntil !== null && player.sittingOutUntil > now) return 'SITTING_OUT';
  return undefined;
}

/** The cup's owner doubts a ball in flight. It costs a challenge either way. */
export function challenge(
  state: GameState,
  { throwId, challengeId, userId }: { throwId: string; challengeId: string; userId: string },
  now: number,
): Outcome {
  const draft = begin(state, now);
  const ball = draft.state.throws.find(({ id }) => id === throwId);
  if (!ball) return draft.outcome({ refused: 'NOT_FOUND' });
  const challenger = draft.player(userId);
  if (!challenger || draft.cup(ball.cupId)?.ownerId !== userId) return draft.outcome({ refused: 'NOT_CUP_OWNER' });
  if (ball.challenge) return draft.outcome({ refused: 'ALREADY_CHALLENGED', answerBy: ball.challenge.answerBy });
  if (ball.status !== 'IN_FLIGHT') {
    const voided = ball.status === 'VOIDED';
    const challengeBy = voided ? null : ball.challengeBy;
    return draft.outcome({ refused: 'CHALLENGE_WINDOW_CLOSED', challengeBy, voided });
  }
  const { challengesPerPlayer, answerWindowMs } = draft.state.settings;
  if (challenger.challengesLeft < 1) return draft.outcome({ refused: 'NO_CHALLENGES_LEFT', challengesPerPlayer });
  const answerBy = now + answerWindowMs;
  challenger.challengesLeft -= 1;
  ball.status = 'CHALLENGED';
  ball.challenge = {
    id: challengeId,
    challengerId: userId,
    challengedAt: now,
    answerBy,
    answeredAt: null,
    upheld: null,
  };
  draft.say({
    type: 'ThrowChallenged',
    throwId,
    thrower: ball.thrower,
    challenger: challenger.person,
    challengeId,
    answerBy,
    challengesLeft: challenger.challengesLeft,
    hops: [hopAt(ball, now, 'CHALLENGED', 'WAITING', 'The thrower has to answer with the secret.')],
  });
  return draft.outcome();
}

/**
 * The thrower answers. `secretCommitment` is what the secret commits to: equal to the throw's, it lands; any other, it
 * is overturned. The answer that settled a throw, sent again, changes nothing.
 */
export function answer(
  state: GameState,
  { throwId, userId, secretCommitment }: { throwId: string; userId: string; secretCommitment: string },
  now: number,
): Outcome {
  const draft = begin(state, now);
  const ball = draft.state.throws.find(({ id }) => id === throwId);
  if (!ball) return draft.outcome({ refused: 'NOT_FOUND' });
  if (ball.thrower.id !== userId) return draft.outcome({ refused: 'NOT_THROWER' });
  if (!ball.challenge) return draft.outcome({ refused: 'NOT_CHALLENGED' });
  const opens = secretCommitment === ball.commitment;
  if (ball.status !== 'CHALLENGED') {
    const repeated = ball.challenge.answeredAt !== null && ball.challenge.upheld === !opens;
    return repeated
      ? draft.outcome()
      : draft.outcome({ refused: 'ANSWER_WINDOW_CLOSED', answerBy: ball.challenge.answerBy });
  }
  ball.challenge.answeredAt = now;
  const hops = [
    hopAt(ball, now, 'ANSWERED', 'PASSED'),
    hopAt(
      ball,
      now,
      'VERIFIED',
      opens ? 'PASSED' : 'FAILED',
      opens ? null : 'The secret does not open the commitment.',
    ),
  ];
  draft.say({ type: 'ChallengeAnswered', throwId, thrower: ball.thrower, upheld: !opens, hops });
  settleThrow(draft, ball, opens ? 'LANDED' : 'OVERTURNED');
  return draft.outcome();
}

/** An operator takes a ball out of the air, and says why. A throw that is over stays as it is. */
export function voidThrow(
  state: GameState,
  { throwId, reason }: { throwId: string; reason: string },
  now: number,
): Outcome {
  const draft = begin(state, now);
  const ball = draft.state.throws.find(({ id }) => id === throwId);
  if (!ball) return draft.outcome({ refused: 'NOT_FOUND' });
  if (isOpen(ball)) settleThrow(draft, ball, 'VOIDED', [], reason);
  return draft.outcome();
}
