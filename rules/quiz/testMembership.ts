import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { does, type Move } from './testMoves.ts';

/** Told by the next move that is none. */
export function joins(who: PersonRef, ms: number, displayName?: string): Move {
  return does({ type: 'JOIN', person: who, displayName }, ms);
}

export function leaves(who: PersonRef, ms: number): Move {
  return does({ type: 'LEAVE', userId: who.id }, ms);
}

export function kicks(who: PersonRef, target: PersonRef, ms: number, reason: string | null = null): Move {
  return does({ type: 'KICK', userId: who.id, targetId: target.id, reason }, ms);
}

export function appoints(who: PersonRef, target: PersonRef, ms: number): Move {
  return does({ type: 'ADD_COHOST', userId: who.id, targetId: target.id }, ms);
}

export function transfers(who: PersonRef, target: PersonRef, ms: number): Move {
  return does({ type: 'TRANSFER_HOST', userId: who.id, targetId: target.id }, ms);
}
