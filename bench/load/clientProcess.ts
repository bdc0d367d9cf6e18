import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { answerCalls } from '../fanout/calls.ts';
import { cpuMs } from '../fanout/processTime.ts';
import { Connections } from './connections.ts';
import { Sender } from './sender.ts';
import { Stream } from './stream.ts';
import { seatAll, Table } from './table.ts';
import { Tally, type TallySummary } from './tally.ts';
import { Traffic, type User } from './traffic.ts';
import { Turns } from './turns.ts';

export interface Crowd {
  port: number;
  users: User[];
  /** A token of a service that may submit scores. */
  service: string;
}

/** What the process that all users live in can be asked. */
export interface ClientCalls {
  /** Everyone connects and sits down at a table; resolves when all games have begun. */
  gather(crowd: Crowd): Promise<{ tables: number; streams: number }>;
  /** What came of the load while it ran for so long. */
  run(pace: { perSecond: number; seconds: number }): Promise<TallySummary>;
  /** Resolves when every answer is there. */
  rest(): Promise<void>;
  /** What is held from now on is counted together. */
  hold(): void;
  /** What came of all of it. */
  held(): TallySummary;
  cpuMs(): number;
}

const atOnce = 50;
const atOnceWhileGathering = 16;
const lookMs = 5;

const step = new Tally();
const held = new Tally();
const tallies = [step, held];
const turns = new Turns();
let sender: Sender | undefined;

answerCalls<ClientCalls>({
  gather,
  async run({ perSecond, seconds }) {
    step.begin();
    await sender?.run(perSecond, seconds);
    return step.summary();
  },
  rest: async () => sender?.rest(),
  hold: () => held.begin(),
  held: () => held.summary(),
  cpuMs,
});

async function gather({ port, users, service }: Crowd): Promise<{ tables: number; streams: number }> {
  const limit = pLimit(atOnce);
  const tables = await Promise.all(
    seatAll(users).map(async (people) => {
      const streams = await Promise.all(people.map((user, seat) => limit(() => openStream(port, user, seat))));
      const tokens = people.map(({ token }) => token);
      return new Table({ tokens, turns, seated: (id) => streams.forEach((stream) => stream.followGame(id)) });
    }),
  );
  const traffic = new Traffic({ users, tables, turns, service });
  const connections = new Connections(port);
  sender = new Sender({ connections, tallies, next: () => traffic.next(), mostUnderWay: users.length });
  for (const table of tables) void table.play();
  await begun(tables, sender);
  const { failures } = held.summary();
  if (Object.keys(failures).length > 0) throw new Error(`Not everyone could sit down: ${JSON.stringify(failures)}`);
  return { tables: tables.length, streams: users.length + Math.ceil(users.length / 2) };
}

/** Every other one at a table follows a board too. */
async function openStream(port: number, { token, board }: User, seat: number): Promise<Stream> {
  const stream = new Stream(port, token, {
    delivered: (kind, ms) => tallies.forEach((tally) => tally.delivered(kind, ms)),
    failed: (kind, why) => tallies.forEach((tally) => tally.failed(kind, why)),
  });
  await stream.open();
  if (seat % 2 === 0) stream.followBoard(board.id);
  return stream;
}

/** Takes turns until every table plays. */
async function begun(tables: readonly Table[], sender: Sender): Promise<void> {
  const playing = new AbortController();
  const all = Promise.all(tables.map((table) => table.begun)).then(() => playing.abort());
  const takeTurns = async () => {
    while (!playing.signal.aborted) {
      const turn = turns.take();
      await (turn ? sender.perform(turn) : sleep(lookMs));
    }
  };
  await Promise.all([all, ...Array.from({ length: atOnceWhileGathering }, takeTurns)]);
}
