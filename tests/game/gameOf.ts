import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import type { SeatedPlayer, TestGame, TestPlayer } from '../harness/seed.ts';
import type { CreateGameInput } from '../gql/graphql.ts';

export type People = readonly [TestPlayer, TestPlayer, ...TestPlayer[]];

/** A lobby in which all of them sit; the first hosts. Returns its id. */
export async function lobbyOf(
  app: App,
  [host, ...others]: readonly [TestPlayer, ...TestPlayer[]],
  input: CreateGameInput = {},
): Promise<string> {
  const settings = { maxPlayers: Math.max(2, others.length + 1), ...input };
  const { createGame } = await execute(app, host.token, documents.createGame, { input: settings });
  const { id: gameId } = expectPayload(createGame).game;
  for (const { token } of others) {
    expectPayload((await execute(app, token, documents.joinGame, { gameId })).joinGame);
  }
  return gameId;
}

/** As `seedGame`, of people who are there already. */
export async function gameOf(app: App, people: People, input: CreateGameInput = {}): Promise<TestGame> {
  const gameId = await lobbyOf(app, people, input);
  const { startGame } = await execute(app, people[0].token, documents.startGame, { gameId });
  const { players } = expectPayload(startGame).game;
  const seated = (person: TestPlayer): SeatedPlayer => {
    const seat = players.find(({ user }) => user.id === person.id);
    return { ...person, cups: seat?.cups.map(({ id }) => id) ?? [] };
  };
  const [first, second, ...rest] = people;
  return { id: gameId, players: [seated(first), seated(second), ...rest.map(seated)] };
}

/** A cup by its place in its owner's rack. */
export function cupOf({ cups, handle }: SeatedPlayer, position = 0): string {
  const cup = cups[position];
  if (!cup) throw new RangeError(`${handle} has no cup ${position}`);
  return cup;
}

/** The person in that seat of a game. */
export function seatOf({ players }: TestGame, seat: number): SeatedPlayer {
  const player = players[seat];
  if (!player) throw new RangeError(`Nobody sits in seat ${seat}`);
  return player;
}
