import type { Throw } from '../../entities/throw.ts';
import type { Outcome } from '../../rules/gameState.ts';
import { voidThrow as voidByRule } from '../../rules/throw.ts';
import type { Context } from '../context.ts';
import { auditRow } from '../operator/auditRow.ts';
import { readReason } from '../operator/readReason.ts';
import { changedThrow } from './changedThrow.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

/** An operator takes a ball out of the air, which is written down with it. A throw that is over stays as it is. */
export async function voidThrow(
  context: Context,
  { throwId, reason: given }: { throwId: string; reason: string },
): Promise<Throw> {
  const reason = readReason(given);
  const gameId = await gameOfThrow(context, throwId);
  const deed = {
    action: 'voidThrow',
    subject: `Throw:${throwId}`,
    reason,
    details: { game: `Game:${gameId}` },
  } as const;
  const entry = auditRow(context, deed);
  const changed = await changeGame(
    context.services,
    gameId,
    { throwId },
    ({ state }, now) => voidByRule(state, { throwId, reason }, now),
    (outcome) => (isVoidedIn(outcome, throwId) ? entry : undefined),
  );
  return changedThrow(context.em, accepted(changed), throwId);
}

/** Whether it was the operator who settled it: it may have landed, or its game may have ended, just before. */
function isVoidedIn({ events }: Outcome, throwId: string): boolean {
  return events.some(
    (event) => event.type === 'ThrowSettled' && event.throwId === throwId && event.reason !== undefined,
  );
}
