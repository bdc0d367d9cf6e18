import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { redisUrl } from '../standings/redisNode.ts';
import { boardOf, personOf, scored, standingsOf } from './boardOf.ts';

/** Boards are read from Redis where there is one, which may not yet know what another node wrote. */
it.runIf(redisUrl)('a score sent again to another node is answered as it counted, whatever Redis knows', async () => {
  const app = await startApp();
  // Tells Redis nothing.
  const silent = await startApp({ beside: app, env: { REDIS_URL: '' } });
  const board = await boardOf(app, {}, 12);
  for (let who = 1; who < 12; who += 1) {
    // Both make sure that there is a copy, and that it is fresh.
    await scored(app, board, personOf(board, 0), 1);
    await standingsOf(app, board);
    const idempotencyKey = `once-${who}`;
    const first = await scored(silent, board, personOf(board, who), 20 + who, { idempotencyKey });
    expect(await scored(app, board, personOf(board, who), 20 + who, { idempotencyKey })).toEqual(first);
  }
});
