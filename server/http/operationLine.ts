import type { ExecutionArgs } from 'graphql';
import type { TransportContext } from './requestContext.ts';
import type { Logger } from '../log.ts';
import { factsOf } from './operationFacts.ts';
import { publicCode } from './publicError.ts';

/** Logs an operation that came to an end, or to a stream of results. */
export type OperationLine = (args: ExecutionArgs, result: unknown) => void;

/** A line for every operation, at the level of debug; undefined where nobody would read it. */
export function operationLine(log: Logger): OperationLine | undefined {
  if (!log.isLevelEnabled('debug')) return undefined;
  return (args, result) => {
    const { arrival } = args.contextValue as Partial<TransportContext>;
    const ms = arrival && Math.round((performance.now() - arrival.mark) * 10) / 10;
    const errors = (result as { errors?: readonly unknown[] } | undefined)?.errors?.map((error) => publicCode(error));
    log.debug({ ...factsOf(args), ms, ...(errors && { errors }) }, 'operation');
  };
}
