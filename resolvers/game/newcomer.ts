import { v7 as uuid } from 'uuid';
import type { Newcomer } from '../../rules/game.ts';
import { accountGone } from '../badRequest.ts';
import type { Actor } from './loadGame.ts';

/** Whoever acts, about to take a seat with this many cups. */
export function newcomer(actor: Actor | null, cups: number): Newcomer {
  return { ...known(actor), cupIds: Array.from({ length: cups }, () => uuid()) };
}

/** A token can outlive its account. */
export function known(actor: Actor | null): Actor {
  if (!actor) throw accountGone();
  return actor;
}
