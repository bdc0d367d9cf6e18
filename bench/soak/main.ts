import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { killTimers } from './chaos.ts';
import { openCluster } from './cluster.ts';
import { runEconomy } from './economy/run.ts';
import { outboundText } from './outbound/report.ts';
import { runOutbound } from './outbound/run.ts';
import { telegram } from './outbound/telegram.ts';
import { webhooks } from './outbound/webhooks.ts';
import { progressLine, reportText } from './report.ts';
import { runSoak } from './soak.ts';

const usage = `npm run soak -- economy [MINUTES] [--clients 1000]

Two nodes on a PostgreSQL and a Redis of their own. Scores, levels, coins and tournaments by random operations, many
sent twice, while each node is killed once and Redis is emptied; then all that must hold is checked, and it ends with 1
if anything does not.

npm run soak -- quizzes [MINUTES] [--rooms 6] [--players 20] [--clients 100] [--tables 5] [--json FILE]

Quiz rooms, with some games beside them, on two nodes of which only one has timers. It is killed again and again while
questions are open, and a third of all sockets is cut in each question; then every answer that was accepted has to be
counted, every question closed once, and every delivery made once.

npm run soak -- telegram [--messages 10000] [--json FILE]
npm run soak -- webhooks [--messages 10000] [--json FILE]

Messages to a server that fails a fifth of all calls, in every way there is, while the only worker is killed in the middle
of calls; every one has to come, in order, and none twice but where nobody could know that it had come.

npm run soak -- MINUTES [--clients 1000] [--cut-every 15] [--tables 50] [--pace 2000] [--rooms 6] [--players 20]
  [--json FILE]

Two nodes on a PostgreSQL and a Redis of their own. Clients follow games (20 a game) and are cut off about every 15 s,
while Redis is stopped, hung and killed and a node is killed, in rounds of two and a half minutes. Quiz rooms are played
beside the games. Every delivery and every answer is counted; ends with 1 if any is lost, repeated or out of order. Needs
redis-server on the path.
--cut-every is in seconds; --pace: milliseconds between two mutations of a game.
`;

const channels = { telegram, webhooks };
const kinds = ['economy', 'quizzes', 'telegram', 'webhooks'] as const;
/** What is told over a channel is given up after. */
const mostOutboundMs = 1_200_000;
/** Of each quiz of the soak. */
const questions = 6;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      clients: { type: 'string' },
      'cut-every': { type: 'string', default: '15' },
      tables: { type: 'string' },
      rooms: { type: 'string', default: '6' },
      players: { type: 'string', default: '20' },
      pace: { type: 'string', default: '2000' },
      messages: { type: 'string', default: '10000' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const kind = kinds.find((name) => name === positionals[0]);
  if (kind) positionals.shift();
  const quizzes = kind === 'quizzes';
  const [minutes, clients, cutEvery, tables, paceMs, rooms, players, messages] = [
    positionals.at(-1) ?? '1',
    values.clients ?? (quizzes ? '100' : '1000'),
    values['cut-every'],
    values.tables ?? (quizzes ? '5' : '50'),
    values.pace,
    values.rooms,
    values.players,
    values.messages,
  ].map(Number);
  const given = [minutes, clients, cutEvery, tables, paceMs, rooms, players, messages];
  if (values.help || given.some((value) => !(value !== undefined && value > 0))) {
    say(usage);
    return values.help ? 0 : 2;
  }
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());
  if (kind === 'economy') return economy(minutes ?? 1, clients ?? 0, interrupted.signal);
  if (kind === 'telegram' || kind === 'webhooks') {
    const options = { messages: messages ?? 0, mostMs: mostOutboundMs, signal: interrupted.signal, progress: say };
    const report = await runOutbound(channels[kind], options);
    say(`\n${outboundText(report)}`);
    if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.failures.length === 0 ? 0 : 1;
  }
  // A host opens more rooms here than a person would.
  const settings = { LIMITS: 'quizRoomsPerUser=10000/3600' };
  const roles = quizzes ? ['http,live', 'http,live,worker'] : [];
  const cluster = await openCluster({ nodes: 2, settings, roles });
  try {
    say(`Two nodes are up. ${clients} clients, ${tables} games at once, a cut about every ${cutEvery} s.`);
    say(`${rooms} quiz rooms at once, with ${players} players each.`);
    const report = await runSoak(cluster, {
      durationMs: (minutes ?? 1) * 60_000,
      clients: clients ?? 0,
      tables: tables ?? 0,
      paceMs: paceMs ?? 0,
      cutEveryMs: (cutEvery ?? 0) * 1000,
      rooms: { rooms: rooms ?? 0, players: players ?? 0, questions },
      // Nobody closes a window while the node with the timers is away.
      ...(quizzes && { havoc: killTimers, latestWindowMs: 30_000 }),
      signal: interrupted.signal,
      progress: (progress) => say(progressLine(progress)),
    });
    say(`\n${reportText(report)}`);
    if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.failures.length === 0 ? 0 : 1;
  } finally {
    await cluster.close();
  }
}

async function economy(minutes: number, clients: number, signal: AbortSignal): Promise<number> {
  const limits = ['requestsPerAddress', 'operationsPerUser', 'operationsPerService'];
  const settings = { LIMITS: limits.map((name) => `${name}=10000000/10`).join(',') };
  const cluster = await openCluster({ nodes: 2, settings });
  try {
    const report = await runEconomy(cluster, { durationMs: minutes * 60_000, workers: 16, people: clients, signal });
    say(JSON.stringify(report, null, 2));
    return report.failures.length === 0 ? 0 : 1;
  } finally {
    for (const { name, lines } of cluster.nodes) for (const line of lines) say(`${name}: ${line}`);
    await cluster.close();
  }
}

process.exitCode = await main();
