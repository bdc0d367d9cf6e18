import { GraphQLClient } from '../graphqlClient.ts';
import { helloOf, somePeople, startNode } from './node.ts';
import { OpenBoard } from './openBoard.ts';
import { OpenGame } from './openGame.ts';
import { serveFanout, type FanoutServer } from './serverProcess.ts';

const people = 12;

serveFanout(open());

/** A node of the product. Events are appended to the log, scores written to the table, then told as operations do. */
async function open(): Promise<FanoutServer> {
  const server = await startNode();
  const persons = await somePeople(server, people);
  const client = new GraphQLClient(server.url);
  const openGame = () => OpenGame.open(server, client, process.env['PLAYER_TOKEN'] ?? '', persons[0]);
  const [game, quietGame] = [await openGame(), await openGame()];
  client.close();
  const [board, quietBoard] = [await OpenBoard.open(server, persons), await OpenBoard.open(server, persons)];
  await quietBoard.close();
  const sources = { game, standings: board };
  return {
    hello: (kind) => helloOf(server, kind, sources[kind].variables),
    publish: (kind) => sources[kind].publish(),
    store: (kind) => (kind === 'game' ? quietGame.publish() : quietBoard.store()),
    async stop() {
      await board.close();
      await server.stop();
    },
  };
}
