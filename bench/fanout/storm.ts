import { decodeCursor } from '../../subscriptions/cursor.ts';
import { Child } from './calls.ts';
import type { ClientCalls, Comeback } from './clientProcess.ts';
import { openPeopledDatabase } from './database.ts';
import { requireFiles } from './fileLimit.ts';
import { clientProgram } from './measure.ts';
import { programOf } from './peers.ts';
import type { Hello, ServerCalls } from './serverProcess.ts';
import { watchStatements, type StatementCount } from './statements.ts';

const kind = 'game';
const atOnce = 200;
/** What happens in the game while everyone is away. */
const meanwhile = { kind, perSecond: 10, seconds: 1 } as const;
const events = meanwhile.perSecond * meanwhile.seconds;
const shownStatements = 8;

export interface StormResult extends Comeback {
  listeners: number;
  events: number;
  statements: StatementCount[];
}

/** All listeners of a game are cut off at once and come back by cursor. Throws when one misses an event or gets it twice. */
export async function benchStorm(listeners: number): Promise<StormResult> {
  await requireFiles(listeners);
  const { url, env, tokens, close } = await openPeopledDatabase({ counting: true });
  const server = new Child<ServerCalls>(programOf('ours'), { name: 'ours', env });
  const client = new Child<ClientCalls>(clientProgram, { name: 'the client' });
  try {
    console.log(`\n${listeners.toLocaleString('en')} listeners of one game`);
    await client.call('connect', { hellos: [await server.call('hello', kind)], listeners, atOnce, tokens });
    await client.call('count', { every: Infinity, timed: 0 });
    await server.call('publish', kind);
    const before = await client.call('all', listeners);
    if (before.deliveries < listeners) throw new Error(`Only ${before.deliveries} listeners hear the game`);
    const statements = await watchStatements(url);
    const hello = await server.call('hello', kind);
    const crowd = { hellos: [hello], listeners, atOnce, tokens };
    const returning = client.call('comeBack', { ...crowd, seq: seqAfter(hello), events });
    await server.call('steady', meanwhile);
    const result = { listeners, events, ...(await returning), statements: await statements() };
    print(result);
    if (result.missing + result.wrong > 0) {
      throw new Error(`${result.missing} events are missing, ${result.wrong} came out of order`);
    }
    return result;
  } finally {
    await Promise.all([server.end(), client.end()]);
    await close();
  }
}

/** Of the first event that a listener who comes with this is to get. */
function seqAfter({ subscribe }: Hello): number {
  const { after = '' } = (subscribe?.variables ?? {}) as { after?: string };
  return (decodeCursor(after)?.seq ?? 0) + 1;
}

function print({ listeners, reconnectedMs, complete, statements }: StormResult): void {
  const calls = statements.reduce((sum, statement) => sum + statement.calls, 0);
  const ms = statements.reduce((sum, statement) => sum + statement.ms, 0);
  console.log(
    `All ${listeners.toLocaleString('en')} cut off at once, ${atOnce} coming back at a time, ${events} events meanwhile: ` +
      `the last one was back after ${seconds(reconnectedMs)} s and had every event, each once and in order, ` +
      `after ${seconds(complete.max)} s (p50 ${seconds(complete.p50)} s); ` +
      `the database ran ${calls.toLocaleString('en')} statements in ${seconds(ms)} s of its time`,
  );
  console.table(statements.slice(0, shownStatements));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
