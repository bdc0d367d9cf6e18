import type { Services } from '../services.ts';
import { changeBattle } from './changeBattle.ts';
import { ledgerWritersGone } from './ledgerWriters.ts';

/** Does what is due in a battle: warns its fighters, begins, cancels or ends it. Idempotent. */
export async function settleBattle(services: Services, battleId: string): Promise<void> {
  const { state } = await changeBattle(services, battleId, { type: 'DUE' });
  const over = state?.status === 'RUNNING' && state.endsAt !== null && state.endsAt <= services.clock.now();
  if (over) await endBattle(services, battleId);
}

/**
 * Ends a battle whose time is over, so that its ranking is exactly what counted: first nobody feeds its board any more,
 * then everyone is done who saw that they did, then what stands is final. After a crash in between it is all done
 * again, and comes to the same.
 */
async function endBattle(services: Services, battleId: string): Promise<void> {
  await services.pool.query({
    name: 'end-battle-feeds',
    text: `
      delete from score_feed f using battle b
      where b.id = $1 and b.status = 'RUNNING' and b.ends_at <= $2 and f.scoreboard_id = b.id`,
    values: [battleId, new Date(services.clock.now())],
  });
  if (!(await ledgerWritersGone(services.pool))) services.observer.ledgerWriterOutwaited(battleId);
  await changeBattle(services, battleId, { type: 'FINISH' });
}
