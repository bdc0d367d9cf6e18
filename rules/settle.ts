import type { Hop } from '../entities/throw.ts';
import type { GameDraft } from './gameDraft.ts';
import type { GameState, ThrowState } from './gameState.ts';
import { hopAt } from './hop.ts';
import { lobbyMs, points } from './points.ts';

type Verdict = 'LANDED' | 'OVERTURNED' | 'LAPSED' | 'VOIDED';

const verdictDetail: Record<Verdict, string> = {
  LANDED: 'The cup is down.',
  OVERTURNED: 'The secret did not open the commitment.',
  LAPSED: 'No answer came in time.',
  VOIDED: 'The throw does not count.',
};

/** Whether a throw is still open to a challenge or an answer. */
export function isOpen({ status }: ThrowState): boolean {
  return status === 'IN_FLIGHT' || status === 'CHALLENGED';
}

/** When an open throw settles by itself. */
export function throwDueAt({ status, challengeBy, challenge }: ThrowState): number {
  return (status === 'CHALLENGED' ? challenge?.answerBy : challengeBy) ?? Number.POSITIVE_INFINITY;
}

/** When a lobby is given up. */
export function lobbyDueAt({ createdAt }: GameState): number {
  return createdAt + lobbyMs;
}

/**
 * Ends an open throw: cup, points, penalty, events, and the game with it when that was the last cup.
 * @param reason why an operator voids it
 */
export function settleThrow(
  draft: GameDraft,
  ball: ThrowState,
  verdict: Verdict,
  hops: Hop[] = [],
  reason: string | null = null,
): void {
  const { now } = draft;
  const cup = draft.cup(ball.cupId);
  if (!cup) throw new RangeError(`Throw ${ball.id} flies at no cup`);
  const thrower = draft.seated(ball.thrower.id);
  const challenger = ball.challenge ? draft.seated(ball.challenge.challengerId) : undefined;
  ball.status = verdict;
  ball.settledAt = now;
  if (verdict === 'LANDED') {
    cup.standing = false;
    thrower.score += ball.challenge ? points.landedThroughChallenge : points.landed;
  }
  const upheld = verdict === 'OVERTURNED' || verdict === 'LAPSED';
  if (ball.challenge && verdict !== 'VOIDED') ball.challenge.upheld = upheld;
  if (upheld && challenger) challenger.score += points.challengeUpheld;
  const detail = reason === null ? verdictDetail[verdict] : `An operator voided the throw: ${reason}`;
  const settled = hopAt(ball, now, 'SETTLED', verdict === 'LANDED' ? 'PASSED' : 'FAILED', detail);
  draft.say({
    type: 'ThrowSettled',
    throwId: ball.id,
    status: verdict,
    cupId: cup.id,
    cupStanding: cup.standing,
    thrower: ball.thrower,
    throwerScore: thrower.score,
    challenger: challenger ? { player: challenger.person, score: challenger.score } : null,
    settledAt: now,
    hops: [...hops, settled],
    ...(reason !== null && { reason }),
  });
  if (verdict === 'OVERTURNED' || verdict === 'LAPSED') draft.penalise(ball.thrower.id, verdict);
  if (verdict === 'LANDED') finishIfDecided(draft);
}

/** The game ends when one player has cups standing, or one remains. Balls still in the air are voided first. */
export function finishIfDecided(draft: GameDraft): void {
  const { state, now } = draft;
  if (state.status !== 'ACTIVE') return;
  const remaining = state.players.filter(({ leftAt }) => leftAt === null);
  const standing = remaining.filter(({ person }) => draft.standing(person.id).length > 0);
  if (remaining.length > 1 && standing.length > 1) return;
  const winner = standing[0] ?? remaining[0];
  for (const ball of state.throws.filter(isOpen)) settleThrow(draft, ball, 'VOIDED');
  state.status = 'FINISHED';
  state.finishedAt = now;
  state.winnerId = winner?.person.id ?? null;
  const scores = state.players.map(({ person, score }) => ({
    player: person,
    score,
    cupsStanding: draft.standing(person.id).length,
  }));
  draft.say({ type: 'GameFinished', winner: winner?.person ?? null, finishedAt: now, scores });
}

export function abandon(draft: GameDraft): void {
  draft.state.status = 'ABANDONED';
  draft.state.finishedAt = draft.now;
  draft.say({ type: 'GameAbandoned', finishedAt: draft.now });
}

/**
 * Closes every window that is due, earliest first. Everything that decides about a game does this before anything else,
 * so a deadline holds even when no timer has fired.
 */
export function closeDueWindows(draft: GameDraft): void {
  const { state, now } = draft;
  if (state.status === 'LOBBY' && lobbyDueAt(state) <= now) abandon(draft);
  const due = state.throws.filter((ball) => isOpen(ball) && throwDueAt(ball) <= now);
  for (const ball of due.toSorted((a, b) => throwDueAt(a) - throwDueAt(b) || (a.id < b.id ? -1 : 1))) {
    // An earlier one may have ended the game, and this one with it.
    if (!isOpen(ball)) continue;
    if (ball.status === 'IN_FLIGHT') settleThrow(draft, ball, 'LANDED');
    else settleThrow(draft, ball, 'LAPSED', [hopAt(ball, now, 'ANSWERED', 'FAILED', 'No answer came in time.')]);
  }
}
