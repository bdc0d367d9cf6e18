import pLimit from 'p-limit';
import { GraphQLClient } from '../graphqlClient.ts';
import { answerCalls } from './calls.ts';
import { monotonicNow } from './monotonic.ts';
import { helloOf, somePeople, startNode } from './node.ts';
import { OpenGame } from './openGame.ts';
import { cpuMs } from './processTime.ts';
import type { Hello } from './serverProcess.ts';

/** What a node with many games can be asked. */
export interface ManyGamesCalls {
  /** Opens so many games. */
  open(games: number): Promise<void>;
  /** How to listen to what is still to come of each game. */
  hellos(): Promise<Hello[]>;
  /** One event a second for each game, the games evenly spread over the second. */
  play(seconds: number): Promise<Played>;
  cpuMs(): number;
}

/** When events were due, and told, by `monotonicNow`: the first of all games, then the second of all, and so on. */
export interface Played {
  asked: number[];
  sent: number[];
}

const openingAtOnce = 8;
const intervalMs = 1_000;

const server = startNode();
let games: OpenGame[] = [];

answerCalls<ManyGamesCalls>(
  {
    async open(count) {
      const node = await server;
      const [player] = await somePeople(node, 1);
      const client = new GraphQLClient(node.url, openingAtOnce);
      const limit = pLimit(openingAtOnce);
      const token = process.env['PLAYER_TOKEN'] ?? '';
      const opened = Array.from({ length: count }, () => limit(() => OpenGame.open(node, client, token, player)));
      games = await Promise.all(opened);
      client.close();
    },
    async hellos() {
      const node = await server;
      return games.map((game) => helloOf(node, 'game', game.variables));
    },
    play,
    cpuMs,
  },
  { ended: async () => (await server).stop() },
);

async function play(seconds: number): Promise<Played> {
  const began = monotonicNow();
  const played: Played = { asked: [], sent: [] };
  const publishing = games.map(async (game, number) => {
    for (let round = 0; round < seconds; round += 1) {
      const due = began + (round + number / games.length) * intervalMs;
      await until(due);
      const place = round * games.length + number;
      played.asked[place] = due;
      played.sent[place] = await game.publish();
    }
  });
  await Promise.all(publishing);
  return played;
}

async function until(at: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, Math.max(0, at - monotonicNow()));
  await promise;
}
