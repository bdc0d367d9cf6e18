import type { App } from '../harness/app.ts';
import { execute, expectPayload, type Target } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import type { TestService } from '../harness/seedService.ts';
import * as documents from './documents.ts';

/** Someone whose token outlives what a test lets pass. */
export function longLived(app: App): Promise<TestPlayer> {
  return seedPlayer(app, [], 30 * 86_400_000);
}

export async function record(node: Target, { token }: TestService, userId: string, levels: number, eventId: string) {
  return (await execute(node, token, documents.recordProgress, { input: { userId, levels, eventId } })).recordProgress;
}

/** As `record`, for what counts. */
export async function recorded(...args: Parameters<typeof record>) {
  const { user, coinsEarned } = expectPayload(await record(...args));
  return { level: user.level, coins: user.coins, coinsEarned };
}

export interface Wish {
  amount?: number;
  purpose?: string;
  reservationId: string;
}

export async function reserve(node: Target, { token }: TestService, userId: string, wish: Wish) {
  const input = { userId, amount: 300, purpose: 'A hat', ...wish };
  return (await execute(node, token, documents.reserveCoins, { input })).reserveCoins;
}

export async function confirm(node: Target, { token }: TestService, reservationId: string) {
  return (await execute(node, token, documents.confirmReservation, { reservationId })).confirmReservation;
}

export async function rollBack(node: Target, { token }: TestService, reservationId: string) {
  return (await execute(node, token, documents.rollBackReservation, { reservationId })).rollBackReservation;
}

export async function coinsOf(node: Target, { token }: TestService, id: string): Promise<number | null | undefined> {
  const { node: person } = await execute(node, token, documents.balance, { id });
  return person?.__typename === 'User' ? person.coins : undefined;
}

/** A person's whole stream, as they poll it. */
export async function eventsOf(node: Target, { token }: Pick<TestPlayer, 'token'>) {
  const { me } = await execute(node, token, documents.polledUserEvents, {});
  if (!me) throw new Error('The token is nobody’s');
  return me.events.edges.map(({ node: event }) => event);
}
