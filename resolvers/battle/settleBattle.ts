import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '../services.ts';
import { changeBattle } from './changeBattle.ts';
import { ledgerWritersGone } from './ledgerWriters.ts';

/** What was scored in time has so long to reach the ledger; it also makes up for clocks of nodes that differ. */
const graceMs = 20;
/** Whoever writes scores at the end is let finish so long, so that theirs count; most take milliseconds. */
const courtesyMs = 250;
/** So long one attempt waits for whoever may still count on the board. The deadline clock makes the next. */
const attemptMs = 1_000;
/**
 * Past this after the beginning or the end nobody is waited for any more. No transaction of a node lives as long without doing anything:
 * the database ends it after 15 s, and its waits for locks after one.
 */
const longestWaitMs = 20_000;

/** Does what is due in a battle: warns its fighters, begins, cancels, counts or ends it. Idempotent. */
export async function settleBattle(services: Services, battleId: string): Promise<void> {
  const { rows } = await services.pool.query<{ beganAt: number; endsAt: number; recounted: boolean }>({
    name: 'running-battle',
    text: `
      select round(extract(epoch from began_at) * 1000)::float8 as "beganAt",
        round(extract(epoch from ends_at) * 1000)::float8 as "endsAt", recounted
      from battle where id = $1 and status = 'RUNNING'`,
    values: [battleId],
  });
  const [running] = rows;
  if (running && running.endsAt <= services.clock.now()) await endBattle(services, battleId, running.endsAt);
  else if (running && !running.recounted) await recountBattle(services, battleId, running.beganAt);
  else await changeBattle(services, battleId, { type: 'DUE' });
}

/**
 * A battle begins at a time, and is there for all to see a moment later: whoever recorded a score in between may have
 * looked before. Once they are done, what they scored is counted.
 */
async function recountBattle(services: Services, battleId: string, beganAt: number): Promise<void> {
  await outwait(services, battleId, beganAt);
  await changeBattle(services, battleId, { type: 'RECOUNT' });
}

/**
 * Ends a battle whose time is over, so that its ranking is exactly what counted. Whoever was writing scores by then is
 * let finish. Then nobody feeds the board any more, and everyone who may have seen that they did is waited for. Then
 * what stands is final. After a crash in between it is all done again, and comes to the same.
 */
async function endBattle(services: Services, battleId: string, endsAt: number): Promise<void> {
  const { pool, clock } = services;
  const early = endsAt + graceMs - clock.now();
  if (early > 0) await sleep(early);
  await ledgerWritersGone(pool, courtesyMs);
  await pool.query({
    name: 'end-battle-feeds',
    text: `
      delete from score_feed f using battle b
      where b.id = $1 and b.status = 'RUNNING' and b.ends_at = $2 and f.scoreboard_id = b.id`,
    values: [battleId, new Date(endsAt)],
  });
  await outwait(services, battleId, endsAt);
  await changeBattle(services, battleId, { type: 'FINISH' });
}

/** Waits for whoever writes scores now. Throws when it takes longer than an attempt may; past `longestWaitMs` goes on. */
async function outwait({ pool, clock, observer }: Services, battleId: string, since: number): Promise<void> {
  if (await ledgerWritersGone(pool, attemptMs)) return;
  if (clock.now() < since + longestWaitMs) throw new LedgerBusyError(battleId);
  observer.ledgerWriterOutwaited(battleId);
}

/** To be tried again: see `longestWaitMs`. */
class LedgerBusyError extends Error {
  override readonly name = 'LedgerBusyError';
  constructor(battleId: string) {
    super(`Somebody who wrote scores as the battle ${battleId} began or ended is still at it`);
  }
}
