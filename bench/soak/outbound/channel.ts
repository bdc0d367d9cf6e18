import type { NodeProcess } from '../nodeProcess.ts';
import type { Dialect } from './receiver.ts';
import type { Expected } from './verdict.ts';

/** Something that the product tells people or servers over. */
export interface Channel {
  dialect: Dialect;
  /** Settings of the nodes, for a receiver at that address. */
  settings(receiver: string): Record<string, string>;
  /** Times that the worker is killed, about. */
  kills: number;
  /** Calls that a worker has under way at once: as many at most are made again after it was killed. */
  mostAtOnce: number;
  /** Brings everything up to what is to be told, of about so many messages. */
  prepare(stage: Stage, messages: number): Promise<Prepared>;
  /** SQL for how many messages ended (`state`) how, with the `attempts` noted; null: those that wait. */
  outcomes: string;
  /** How all of them are to end. */
  delivered: string;
}

export interface Stage {
  /** Answers requests, and lives throughout. */
  node: NodeProcess;
  databaseUrl: string;
  receiver: string;
}

export interface Prepared {
  expected: Expected;
  /** Makes all of it happen, over some time. */
  cause(signal: AbortSignal): Promise<void>;
}

type Result<Payload> = (Payload & { __typename?: undefined }) | { __typename: string; message: string };

/** The payload of a mutation whose field is called `result`; rejects on anything else. */
export async function must<Payload>(
  { client }: NodeProcess,
  token: string,
  document: string,
  variables: object,
): Promise<Payload> {
  const { result } = await client.send<{ result: Result<Payload> }>(token, document, variables);
  if (result.__typename !== undefined) throw new Error(`${document.slice(0, 40)}: ${JSON.stringify(result)}`);
  return result as Payload;
}
