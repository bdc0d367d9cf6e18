import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.stringbool();
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: wholeNumber(0, 65_535).default(4000),
    HOST: z.string().min(1).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_POOL_SIZE: wholeNumber(2, 200).default(10),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    REDIS_PREFIX: z
      .string()
      .regex(/^[\w:-]*$/)
      .default('cupbearer:'),
    EVENT_RETENTION_DAYS: wholeNumber(1, 3650).default(7),
    SESSION_DAYS: wholeNumber(1, 365).default(30),
    REQUIRE_SEALED_THROWS: flag.default(false),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  .superRefine(({ NODE_ENV, HOST }, check) => {
    if (NODE_ENV === 'development' && HOST !== undefined && !loopback.has(HOST)) {
      const message =
        'development prints tokens, so it listens on 127.0.0.1 only; set NODE_ENV=production to listen elsewhere';
      check.addIssue({ code: 'custom', path: ['HOST'], message });
    }
  });

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const dayMs = 86_400_000;

/** Everything that can be set, from the environment; see docs/operations.md. Durations are milliseconds. */
export interface Config {
  mode: 'development' | 'production' | 'test';
  host: string;
  port: number;
  /** The server's name for itself: issuer of its tokens and receipts. */
  publicUrl: string;
  /** Absolute; where the embedded database keeps its data. */
  dataDir: string;
  /** Left out: the embedded PostgreSQL. */
  databaseUrl?: string;
  poolSize: number;
  /** Left out: one process, which tells itself. */
  redisUrl?: string;
  redisPrefix: string;
  retentionDays: number;
  sessionMs: number;
  requireSealedThrows: boolean;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment once. Throws a ConfigError that lists everything wrong with it. An empty value is no value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(
      `The configuration can't be used:\n${lines.join('\n')}\nSee docs/operations.md for every setting.`,
    );
  }
  const values = parsed.data;
  return {
    mode: values.NODE_ENV,
    host: values.HOST ?? (values.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDir: resolve(values.DATA_DIR),
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    poolSize: values.DATABASE_POOL_SIZE,
    ...(values.REDIS_URL && { redisUrl: values.REDIS_URL }),
    redisPrefix: values.REDIS_PREFIX,
    retentionDays: values.EVENT_RETENTION_DAYS,
    sessionMs: values.SESSION_DAYS * dayMs,
    requireSealedThrows: values.REQUIRE_SEALED_THROWS,
    logLevel: values.LOG_LEVEL,
  };
}
