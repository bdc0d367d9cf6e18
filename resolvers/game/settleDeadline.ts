import type { Deadline } from '../../entities/deadline.ts';
import { openWindows } from '../../rules/deadlines.ts';
import { closeWindows } from '../../rules/game.ts';
import type { Services } from '../services.ts';
import { changeGame } from './changeGame.ts';

/** What the deadline clock calls: closes whatever is due in the game. Idempotent; a deadline of no open window goes. */
export async function settleDeadline(
  services: Services,
  { kind, subject }: Pick<Deadline, 'kind' | 'subject'>,
  gameId: string,
): Promise<void> {
  const changed = await changeGame(services, gameId, {}, ({ state }, now) => closeWindows(state, now));
  const open = changed ? openWindows(changed.outcome.state) : [];
  if (changed?.outcome.events.length || open.some((window) => window.kind === kind && window.subject === subject))
    return;
  await services.pool.query('delete from deadline where kind = $1 and subject = $2', [kind, subject]);
}
