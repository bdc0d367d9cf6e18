import { destination, type DestinationStream, pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import { messageOf, stackOf } from './errorText.ts';

export type { Logger };

/** JSON lines on standard error; standard output is for people. Tokens and secrets are never logged. */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>, to: DestinationStream = standardError()): Logger {
  return pino({ level: logLevel, base: { service: 'cupbearer' }, serializers: { err: told } }, to);
}

function standardError(): DestinationStream {
  return destination({ fd: 2, sync: false });
}

/** What a line says of an error. No more: drivers hang connections, and with them secrets, on theirs. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name } = error;
  const code = 'code' in error ? { code: error.code } : {};
  const errors = error instanceof AggregateError ? { errors: error.errors.map(told) } : {};
  return { name, message: messageOf(error), ...code, stack: stackOf(error), ...errors };
}

/** How a line is said: what belongs to it, then the message. */
export type Say = (fields: object, message: string) => void;

/** Says the same thing at most once in `everyMs`, and then how often it was held back: an outage is one line, not a thousand. */
export function calmly(everyMs: number, say: Say): Say {
  const last = new Map<string, { at: number; heldBack: number }>();
  return (fields, message) => {
    const { at, heldBack } = last.get(message) ?? { at: Number.NEGATIVE_INFINITY, heldBack: 0 };
    const now = performance.now();
    if (now - at < everyMs) return void last.set(message, { at, heldBack: heldBack + 1 });
    last.set(message, { at: now, heldBack: 0 });
    say(heldBack > 0 ? { ...fields, heldBack } : fields, message);
  };
}
