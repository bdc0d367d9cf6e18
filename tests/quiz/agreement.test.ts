import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import type { TestPlayer } from '../harness/seed.ts';
import { Following, goOn, only, pollAll, revealAs, roomWith, run, stateOf, unhurried, type RoomState } from './play.ts';
import * as documents from './roomDocuments.ts';
import { answer, join, kick, leave } from './seedRoom.ts';
import { afterEvent, untold, type Told } from './told.ts';

/** Of a state, what events tell too. */
function tellable(state: RoomState): Told {
  const { phase, pausedFrom = null, remainingMs = null, questionIndex = null, deadline = null, answered } = state;
  return {
    phase,
    pausedFrom,
    remainingMs,
    questionIndex,
    deadline,
    answered,
    body: state.question?.body ?? null,
    correctOptions: state.question?.correctOptions ?? null,
    host: state.host.id,
    cohosts: state.cohosts.map(({ id }) => id),
  };
}

it('what events tell, live and polled, is at every cursor the state that has it', { timeout: 90_000 }, async () => {
  const app = await startApp({ env: unhurried });
  const other = await startApp({ env: unhurried, beside: app });
  const question = (index: number) => ({
    body: `Number ${index}?`,
    options: ['one', 'two', 'three'],
    correctOptions: [index % 3],
    seconds: 60,
    points: 100 * index,
  });
  const questions = Array.from({ length: 8 }, (_, index) => question(index));
  const { room, host, ada, ben, cleo, dan } = await roomWith(app, ['ada', 'ben', 'cleo', 'dan'], { questions });
  const following = [app, other].map((node) => new Following(node, room, ada));

  const states = new Map<string, Told>();
  let over = false;
  /** Reads the room all the while, through both nodes. */
  const sampling = [app, other].map(async (node) => {
    while (!over) {
      const state = await stateOf(node, room, ada);
      const known = states.get(state.cursor);
      if (known) expect(tellable(state)).toEqual(known);
      states.set(state.cursor, tellable(state));
    }
  });

  const players: TestPlayer[] = [ada, ben, cleo, dan];
  const cohost = async ({ id: userId }: TestPlayer) =>
    execute(app, host.token, documents.addCohost, { input: { roomId: room.id, userId } });
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)] as Value;
  /** What somebody may do at any time, whether it is in order or not. */
  const acts: (() => Promise<unknown>)[] = [
    () => run(other, room, host, 'PAUSE'),
    () => run(app, room, host, 'RESUME'),
    () => run(app, room, host, 'RESUME'),
    () => cohost(pick([ben, dan])),
    () => leave(other, room, pick([ben, cleo, dan])),
    () => join(app, room, pick([ben, cleo, dan])),
    () => join(other, room, pick([ben, cleo, dan])),
    () => stateOf(app, room, ada),
  ];
  expectPayload((await execute(app, host.token, documents.startQuiz, { roomId: room.id })).startQuiz);
  for (let index = 0; index < questions.length; index += 1) {
    await Promise.all([
      ...players.map((player, at) => answer(at % 2 === 0 ? app : other, room, player, index, [pick([0, 1, 2])])),
      ...Array.from({ length: 6 }, () => pick(acts)()),
    ]);
    if (index === 5) expectPayload(await kick(app, room, cleo));
    await Promise.all([run(app, room, host, 'RESUME'), pick(acts)()]);
    await run(app, room, host, 'RESUME');
    expectPayload(await revealAs(other, room, host, index));
    await Promise.all(Array.from({ length: 4 }, () => pick(acts)()));
    await run(app, room, host, 'RESUME');
    expectPayload(await goOn(app, room, host, index));
  }
  for (const one of following) await one.until('QuizEnded');
  over = true;
  await Promise.all(sampling);

  const events = await pollAll(app, room, ada);
  expect(await pollAll(other, room, ada)).toEqual(events);
  for (const { seen } of following) expect(seen).toEqual(events);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  let told = untold;
  let compared = 0;
  for (const event of events) {
    told = afterEvent(told, event);
    const state = states.get(event.cursor);
    if (!state) continue;
    compared += 1;
    expect(told, `after ${event.seq}, ${event.__typename}`).toEqual(state);
  }
  expect(compared).toBe(states.size);
  expect(compared).toBeGreaterThan(15);

  // And the points: of each reveal, of the members, of the board.
  const revealed = only(events, 'QuestionRevealed');
  const { scoreboard } = await stateOf(app, room, host);
  const top = scoreboard.top.edges.map(({ node }) => ({ score: node.score, person: { id: node.user.id } }));
  const last = revealed.at(-1)?.standings.map(({ score, person }) => ({ score, person })) ?? [];
  expect(last).toHaveLength(3);
  expect(top.filter(({ person }) => person.id !== cleo.id)).toEqual(last);
  expect(top.find(({ person }) => person.id === cleo.id)?.score).toBe(0);
  for (const player of [ada, ben, dan]) {
    await join(app, room, player);
    const results = only(await pollAll(app, room, player), 'QuestionRevealed').map(({ myResult }) => myResult);
    const points = results.reduce((sum, result) => sum + (result?.points ?? 0), 0);
    expect(last.find(({ person }) => person.id === player.id)?.score).toBe(points);
  }
});
