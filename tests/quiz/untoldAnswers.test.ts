import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { expectPayload } from '../harness/execute.ts';
import { Following, roomWith, run, stateOf, unhurried, untilRoom } from './play.ts';
import { answer } from './seedRoom.ts';

it('answers whose node died before it told of them are told, and reveal early', async () => {
  const app = await startApp({ env: unhurried });
  const dying = await startApp({ env: unhurried, beside: app });
  Object.assign(dying.services.rooms, { pulse: () => undefined });
  const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben'], { settings: { revealEarly: true } });
  const following = [ada, ben].map((player) => new Following(app, room, player));
  for (const player of [ada, ben]) await untilRoom(app, room, player, ({ me }) => me?.online === true);
  // Two pulses: whatever was to be told of their coming has been.
  await setTimeout(1_200);
  await run(app, room, host, 'START');
  for (const player of [ada, ben]) expectPayload(await answer(dying, room, player, 0, [1]));
  expect(await stateOf(app, room, host)).toMatchObject({ phase: 'QUESTION', answered: 0 });
  await untilRoom(app, room, host, ({ phase }) => phase === 'REVEAL');
  expect(await stateOf(app, room, ada)).toMatchObject({ answered: 2, myAnswer: { correct: true } });
  for (const one of following) await one.leave();
});
