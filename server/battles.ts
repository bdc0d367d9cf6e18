import type { Pool } from 'pg';
import { Batches } from '../resolvers/batches.ts';
import type { BattleOutcome, BattleWork } from '../resolvers/battle/battleWork.ts';
import { changeBattle } from '../resolvers/battle/changeBattle.ts';
import { UntoldBattles } from '../resolvers/battle/untoldBattles.ts';
import type { Clock } from '../resolvers/clock.ts';
import { Pulses, pulseMs } from '../resolvers/pulses.ts';
import type { OperationTracing } from '../resolvers/operationTracing.ts';
import type { Battles, Services } from '../resolvers/services.ts';
import type { Say } from './log.ts';

const mostTogether = 500;
/** Of the connections for requests, what changes of battles take at most. */
const share = 0.2;

export interface BattlesOptions {
  /** For looks, which no load of requests should hold up. */
  pool: Pool;
  clock: Clock;
  /** Connections there are for requests: see `share`. */
  requestPoolSize: number;
  services(): Services;
  /** Whether this node looks for battles that have something to tell. */
  worker: boolean;
  warn: Say;
  tracing: OperationTracing | undefined;
}

/** What this node does for battles: a queue for each, and what is told of them half-secondly. */
export function openBattles({ pool, clock, requestPoolSize, services, worker, warn, tracing }: BattlesOptions): {
  services: Battles;
  stop(): void;
} {
  const pulses = new Pulses({
    clock,
    width: 1,
    pulse: async (battleId) => (await changeBattle(services(), battleId, { type: 'PULSE' })).retryAt,
    failed: (error) => warn({ err: error }, 'it could not be told who came to a battle or scored; trying again'),
  });
  const untold = new UntoldBattles({
    pool,
    lookMs: pulseMs,
    found: (battleId) => pulses.mark(battleId),
    failed: (error) => warn({ err: error }, 'battles could not be looked at; trying again'),
  });
  if (worker) untold.start();
  return {
    services: {
      work: new Batches<BattleWork, BattleOutcome>(
        mostTogether,
        Math.max(1, Math.floor(requestPoolSize * share)),
        tracing,
      ),
      pulse: (battleId) => pulses.mark(battleId),
    },
    stop() {
      untold.stop();
      pulses.stop();
    },
  };
}
