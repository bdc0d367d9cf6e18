import { destination, pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** JSON lines on standard error; standard output is for people. Tokens and secrets are never logged. */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: { service: 'cupbearer' } }, destination({ fd: 2, sync: false }));
}
