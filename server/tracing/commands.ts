import { ATTR_DB_OPERATION_NAME, ATTR_DB_SYSTEM_NAME } from '@opentelemetry/semantic-conventions';
import type { Redis } from 'ioredis';
import { fail, type Tracing } from './tracing.ts';

/** Makes a span of every command that a traced operation sends through this connection. It has the name, never a key. */
export function traceCommands(redis: Redis, tracing: Tracing): void {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    const operation = command.name.toUpperCase();
    const span = tracing.begin(operation, {
      kind: 'CLIENT',
      attributes: { [ATTR_DB_SYSTEM_NAME]: 'redis', [ATTR_DB_OPERATION_NAME]: operation },
    });
    if (span) {
      command.promise.then(
        () => span.end(),
        (error: unknown) => {
          fail(span, error);
          span.end();
        },
      );
    }
    return send(command, stream);
  };
}
