import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { answerCalls } from '../fanout/calls.ts';
import { cpuMs } from '../fanout/processTime.ts';
import { Connections } from '../load/connections.ts';
import { Room, type QuizPlan, type RoomResult } from './room.ts';
import { Tally, type TallySummary } from './tally.ts';

export interface Party {
  ports: number[];
  /** Mutations go over HTTP, on the first port. */
  http: boolean;
  /** Tokens of who plays, and what. */
  rooms: { host: string; players: string[]; plan: QuizPlan }[];
}

/** What the process that all members live in can be asked, in this order. */
export interface PlayersCalls {
  /** Everyone connects, and the hosts open their rooms. */
  gather(party: Party): Promise<void>;
  /** Everyone joins at once; resolves with how long that took, in milliseconds. */
  join(): Promise<number>;
  /** Everyone follows their room; resolves when all hosts have seen everyone come online, with how long that took. */
  follow(): Promise<number>;
  /** The rooms begin, one after another within so long; resolves when everyone knows that theirs is over. */
  play(within: { staggerMs: number; mostMs: number }): Promise<void>;
  results(): { tally: TallySummary; rooms: RoomResult[] };
  leave(): Promise<void>;
  cpuMs(): number;
}

const connectingAtOnce = 50;
const openingAtOnce = 8;
const waitMs = 60_000;

let tally = new Tally();
let rooms: Room[] = [];

answerCalls<PlayersCalls>({
  gather,
  join: () => timing('joining', all('join'), waitMs),
  follow: () =>
    timing(
      'seeing everyone online',
      all('follow').then(() => Promise.all(rooms.map(({ full }) => full))),
      waitMs,
    ),
  async play({ staggerMs, mostMs }) {
    const start = async (room: Room, index: number) => {
      await sleep((index / rooms.length) * staggerMs);
      await room.start();
      await room.ended();
    };
    await timing('playing', Promise.all(rooms.map(start)), mostMs);
  },
  results: () => ({ tally: tally.summary(), rooms: rooms.map((room) => room.result()) }),
  async leave() {
    await Promise.all(rooms.flatMap(({ members }) => members.map((member) => member.close())));
    rooms = [];
    tally = new Tally();
  },
  cpuMs,
});

async function gather({ ports, http, rooms: plans }: Party): Promise<void> {
  const connections = http ? new Connections(ports[0] ?? 0) : undefined;
  rooms = plans.map((plan) => new Room({ ...plan, ports, tally, connections }));
  const connecting = pLimit(connectingAtOnce);
  const members = rooms.flatMap((room) => room.members);
  await Promise.all(members.map((member) => connecting(() => member.open())));
  const opening = pLimit(openingAtOnce);
  await Promise.all(rooms.map((room) => opening(() => room.open())));
}

async function all(what: 'join' | 'follow'): Promise<void> {
  await Promise.all(rooms.map((room) => room[what]()));
}

/** How long it takes; something that must not be is counted when it takes longer than it may. */
async function timing(what: string, work: Promise<unknown>, mostMs: number): Promise<number> {
  const began = performance.now();
  const late = new AbortController();
  const limit = sleep(mostMs, 'late', { signal: late.signal });
  if ((await Promise.race([work, limit])) === 'late') tally.failed(`${what} took too long`, `${mostMs} ms`);
  late.abort();
  limit.catch(() => undefined);
  return performance.now() - began;
}
