import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { send } from '../harness/execute.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { seedBattle } from '../battle/play.ts';
import { revealAs, run, tryAnswer } from '../quiz/play.ts';
import { seedRoom } from '../quiz/seedRoom.ts';
import { Contestants, enough, enter } from '../tournament/contestants.ts';
import { samplesOf, sumOf, type Sample } from './samples.ts';

/** A clock that goes, from an hour on in which entry to the day's tournament is open. */
export function morning(): ShiftedClock {
  const clock = new ShiftedClock();
  const dayMs = 86_400_000;
  clock.advance(dayMs - (clock.now() % dayMs) + dayMs / 4);
  return clock;
}

const patienceMs = 25_000;

/**
 * A little of everything that is measured: a throw that lands by itself while somebody follows the game over a socket, a
 * question with an answer and one too many, a battle of three, an entry, and somebody whom nobody knows. What the node says
 * of itself then, once its timers and jobs have run.
 */
export async function busyNode(app: App): Promise<Sample[]> {
  const game = await seedGame(app, { challengeSeconds: 1 });
  const [ada, ben] = game.players;
  const client = connect(app, ada.token);
  const events = subscribe(client, documents.gameEvents, { gameId: game.id });
  await events.next();
  // What somebody still catches up on is not timed.
  await eventually(
    'A follower who is up to date',
    async () => sumOf(await samplesOf(app), 'fanout_members'),
    (count) => count === 1,
  );
  await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');

  const room = await seedRoom(app, { players: 1, settings: { revealEarly: false } });
  const [player] = room.players;
  if (!player) throw new Error('Nobody is in the room');
  await run(app, room, room.host, 'START');
  await tryAnswer(app, room, player, 0, [1]);
  await tryAnswer(app, room, player, 0, [2]);
  await revealAs(app, room, room.host, 0);

  await seedBattle(app);
  const people = await Contestants.of(app);
  await enter(app, await people.seed(enough.level));
  await send(app, 'garbage', documents.me);

  const settled = (samples: Sample[]) =>
    sumOf(samples, 'deadline_lateness_milliseconds_count', { kind: 'THROW' }) === 1 &&
    sumOf(samples, 'battle_fighters_total') === 3 &&
    (sumOf(samples, 'delivery_lag_seconds_count') ?? 0) > 0 &&
    ['sweep', 'calendar'].every((job) => (sumOf(samples, 'job_seconds_count', { job }) ?? 0) > 0);
  await eventually('What timers and jobs do', () => samplesOf(app), settled, patienceMs);
  await events.stop();
  await client.dispose();
  // A database that is slow to answer is left out, and what it said is kept for ten seconds.
  const calm = (samples: Sample[]) =>
    sumOf(samples, 'sockets') === 0 && sumOf(samples, 'deadline_overdue_seconds') === 0;
  return eventually('The end of the socket and of all that was due', () => samplesOf(app), calm, patienceMs);
}
