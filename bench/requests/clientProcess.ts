import { answerCalls } from '../fanout/calls.ts';
import { cpuMs } from '../fanout/processTime.ts';
import { Durations, type DurationSummary } from '../soak/durations.ts';
import { Connection, requestText } from './connection.ts';
import { checkWhole, documents, markOf, variablesOf, type Operation, type Shot } from './operations.ts';

export interface Load {
  port: number;
  operation: Operation;
  /** One for each connection. */
  tokens: string[];
  /** The game that is read. */
  gameId: string;
  /** Thrown one after another; when there are no more, the measurement is over. */
  shots: Shot[];
  seconds: number;
}

export interface Loaded {
  /** Right answers: of throws, the accepted ones. */
  answered: number;
  /** All others, whatever their status. */
  wrong: number;
  /** One of the others. */
  example?: string;
  elapsedMs: number;
  latency: DurationSummary;
  /** Of this process meanwhile, in milliseconds. */
  cpuMs: number;
}

/** What the process that asks can be asked. */
export interface ClientCalls {
  load(load: Load): Promise<Loaded>;
}

answerCalls<ClientCalls>({ load });

async function load(options: Load): Promise<Loaded> {
  const { port, tokens, seconds } = options;
  const connections = await Promise.all(tokens.map(() => Connection.open(port)));
  const count = { answered: 0, wrong: 0, latency: new Durations() };
  const before = cpuMs();
  const began = performance.now();
  const asking = { ...options, shots: options.shots.values(), ends: began + seconds * 1000, count };
  try {
    await Promise.all(connections.map((connection, index) => ask(connection, tokens[index] ?? '', asking)));
  } finally {
    for (const connection of connections) connection.close();
  }
  const elapsedMs = performance.now() - began;
  return { ...count, elapsedMs, latency: count.latency.summary(), cpuMs: cpuMs() - before };
}

interface Asking extends Omit<Load, 'shots'> {
  shots: Iterator<Shot>;
  ends: number;
  count: { answered: number; wrong: number; latency: Durations; example?: string };
}

/** One request after another on one connection. The first answer is looked at closely. */
async function ask(connection: Connection, token: string, asking: Asking): Promise<void> {
  const { operation, gameId, ends, count } = asking;
  const mark = markOf(operation, gameId);
  const next = requestsOf(token, asking);
  let first = true;
  for (let request = next(); request !== undefined; request = next()) {
    const sent = performance.now();
    if (sent >= ends) return;
    const answer = await connection.send(request);
    count.latency.record(performance.now() - sent);
    if (first) checkWhole(operation, answer);
    first = false;
    if (answer.status === 200 && answer.body.includes(mark)) count.answered += 1;
    else {
      count.wrong += 1;
      count.example ??= `${answer.status}: ${answer.body.slice(0, 500)}`;
    }
  }
}

function requestsOf(token: string, { operation, gameId, shots }: Asking): () => string | undefined {
  const document = documents[operation];
  if (operation !== 'throwBall') {
    const always = requestText(token, document, operation === 'game' ? { id: gameId } : {});
    return () => always;
  }
  return () => {
    const { value: shot } = shots.next() as { value?: Shot };
    return shot && requestText(shot.token, document, variablesOf(shot));
  };
}
