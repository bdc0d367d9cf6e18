import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { send } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import { created, join, leave } from './play.ts';

const limited = [{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } }];

it('battles are made within battlesPerUser; one that is there already is none', async () => {
  const app = await startApp({ env: { LIMITS: 'battlesPerUser=1/60' } });
  const ada = await seedPlayer(app);
  for (let count = 0; count < 3; count += 1) await created(app, ada, { key: 'mine' });
  const input = { title: 'Another', seconds: 60 };
  expect((await send(app, ada.token, documents.createBattle, { input })).errors).toMatchObject(limited);
});

it('joins and leaves keep to battleActionsPerUser', async () => {
  const app = await startApp({
    env: { LIMITS: 'battleActionsPerUser=2/60' },
    alone: 'a limit that each node counts for itself',
  });
  const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
  const { id } = await created(app, ada);
  await join(app, { id }, ben);
  await leave(app, { id }, ben);
  expect((await send(app, ben.token, documents.joinBattle, { battleId: id })).errors).toMatchObject(limited);
});
