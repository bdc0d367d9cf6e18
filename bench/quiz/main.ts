import { join } from 'node:path';
import pg from 'pg';
import { Child } from '../fanout/calls.ts';
import { openPeopledDatabase } from '../fanout/database.ts';
import { requireFiles } from '../fanout/fileLimit.ts';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import type { ServerCalls } from '../requests/serverProcess.ts';
import { watchMachine } from '../soak/machine.ts';
import { makePeople } from '../soak/people.ts';
import { closesOf, countedInScores } from './log.ts';
import type { PlayersCalls } from './playersProcess.ts';
import { watchPostgres } from './postgresTime.ts';
import { printQuiz } from './report.ts';
import { difference, profiling, type Spent } from './spent.ts';
import { timed, type TallySummary, type Timed } from './tally.ts';

export interface QuizOptions {
  players: number;
  questions: number;
  /** Mutations go over HTTP, not over the sockets. */
  http: boolean;
  /** A folder for a profile of the node's processor time. */
  profile?: string | undefined;
}

export interface QuizResult extends QuizOptions {
  joinedMs: number;
  onlineMs: number;
  tally: TallySummary;
  /** Answers as each step counted them. */
  answers: Record<'expected' | 'sent' | 'accepted' | 'revealed' | 'scored', number>;
  /** From a question's deadline to its close, by the log. */
  late: Timed;
  /** Members who have not every event. */
  behind: number;
  spent: { lobby: Spent; play: Spent };
  /** Resident, in bytes; `collected`: after everything that is garbage was, and `heap` what is in use then. */
  memory: { start: number; full: number; end: number; collected: number; heap: number };
  cores: number;
  busy: number;
}

const lifeMs = 3_600_000;
const questionSeconds = 4;
const intermissionSeconds = 2;
const answerWithinMs = 2_000;
const spareMs = 60_000;
/** As many connections may be needed to send everything at once. */
const filesPerPlayer = { socket: 1, http: 2 };

/** All players of one room, all questions. Prints as it goes; any answer or event lost makes the exit code 1. */
export function benchQuiz(options: QuizOptions): Promise<QuizResult> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, options: QuizOptions): Promise<QuizResult> {
  const { players: count, questions, http, profile } = options;
  await requireFiles(count * (http ? filesPerPlayer.http : filesPerPlayer.socket));
  const database = await lifetimes.hold(openPeopledDatabase, ({ close }) => close());
  const [host = '', ...players] = await makePeople(database.url, count + 1, lifeMs, { prefix: 'player' });
  const env = {
    ...database.env,
    // What one person or one room may do stays limited.
    LIMITS: 'requestsPerAddress=10000000/10',
    ...(profile && { NODE_OPTIONS: profiling(profile) }),
  };
  const node = await lifetimes.hold(
    () => new Child<ServerCalls>(join(import.meta.dirname, '../requests/ours.ts'), { name: 'the node', env }),
    (child) => child.end(),
  );
  const port = await node.call('port');
  const driver = await lifetimes.hold(
    () => new Child<PlayersCalls>(join(import.meta.dirname, 'playersProcess.ts'), { name: 'the players' }),
    (child) => child.end(),
  );
  const pool = await lifetimes.hold(
    () => new pg.Pool({ connectionString: database.url, max: 2 }),
    (one) => one.end(),
  );
  const postgresMs = await watchPostgres(database.url);
  const now = async (): Promise<Spent> => ({
    node: await node.call('cpuMs'),
    postgres: await postgresMs(),
    players: await driver.call('cpuMs'),
    elapsed: performance.now(),
  });
  const resident = async () => (await node.call('memory')).resident;

  const machine = watchMachine();
  const seconds = Array.from({ length: questions }, () => questionSeconds);
  const plan = { seconds, intermissionSeconds, answerWithinMs };
  await driver.call('gather', { ports: [port], http, rooms: [{ host, players, plan }] });
  const start = await resident();
  const before = await now();
  const joinedMs = await driver.call('join');
  const onlineMs = await driver.call('follow');
  const full = await resident();
  const between = await now();
  const mostMs = questions * (questionSeconds + intermissionSeconds) * 1000 + spareMs;
  await driver.call('play', { staggerMs: 0, mostMs });
  const after = await now();
  const { cores, busy } = machine();
  const { tally, rooms } = await driver.call('results');
  const [room] = rooms;
  if (!room) throw new RangeError('There is no room');
  const closes = await closesOf(pool, [room.roomId]);
  const end = await resident();
  const { resident: collected, heapUsed: heap } = await node.call('memoryCollected');
  const answers = {
    expected: count * questions,
    sent: tally.sent,
    accepted: tally.accepted,
    revealed: room.answered.reduce((sum, answered) => sum + answered, 0),
    scored: await countedInScores(pool, room),
  };
  const result: QuizResult = {
    ...options,
    joinedMs,
    onlineMs,
    tally,
    answers,
    late: timed(closes.map(({ lateMs }) => lateMs)),
    behind: room.behind,
    spent: { lobby: difference(before, between), play: difference(between, after) },
    memory: { start, full, end, collected, heap },
    cores,
    busy,
  };
  printQuiz(result);
  const whole = new Set(Object.values(answers)).size === 1 && room.behind === 0;
  if (!whole || Object.keys(tally.failures).length > 0) process.exitCode = 1;
  await driver.call('leave');
  return result;
}
