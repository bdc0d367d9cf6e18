import { resolve } from 'node:path';
import { z } from 'zod';
import { groupingRules, type GroupingRule } from '../entities/tournament.ts';
import { outsideIssuer, type OutsideIssuer } from './auth/issuerConfig.ts';
import { peersBehind } from './http/peers.ts';
import { guessers, readLimits, type Limits } from './limits.ts';
import { reportsOf, reportsSettings, type ReportsConfig } from './reports/reportsConfig.ts';
import { tracingOf, tracingSettings, type TracingConfig } from './tracing/tracingConfig.ts';
import { type AllowedRanges, readRanges } from './webhooks/addresses.ts';

const flag = z.stringbool();
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** What a node does: answer requests, hold sockets and streams, run timers and jobs. */
export const roles = ['http', 'live', 'worker'] as const;
export type NodeRole = (typeof roles)[number];

/** Reads what zod has no word for; what goes wrong is said of the setting. */
function attempted<From, To>(read: (value: From) => To): (value: From, check: z.RefinementCtx) => To {
  return (value, check) => {
    try {
      return read(value);
    } catch (error) {
      check.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('must be JSON: a list of issuers');
  }
}

function trusted(proxies: string[]): string[] {
  peersBehind(proxies);
  return proxies;
}

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOLER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w:-]*$/)
    .default('cupbearer:'),
  ANALYTICS: flag.default(false),
  ANALYTICS_MAX_LENGTH: wholeNumber(1_000, 100_000_000).default(100_000),
  EVENT_RETENTION_DAYS: wholeNumber(1, 3650).default(7),
  SESSION_DAYS: wholeNumber(1, 365).default(30),
  REQUIRE_SEALED_THROWS: flag.default(false),
  COMPRESS_EVENTS: flag.default(false),
  PAGE: flag.optional(),
  HOUSE: flag.optional(),
  TOURNAMENT_GROUPING: z.enum(groupingRules).default('ORDER'),
  REWARD_CLAIM_DAYS: wholeNumber(0, 365).default(7),
  ROLE: list.pipe(z.array(z.enum(roles))).default([]),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  TRUST_PROXY: list.transform(attempted(trusted)).default([]),
  CORS_ORIGINS: list.default([]),
  PIN_GUESSES_PER: z.enum(guessers).default('user'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, 'must be a token that BotFather gave, such as 123456789:AAE…')
    .optional(),
  TELEGRAM_BOT_NAME: z
    .string()
    .regex(/^\w{5,32}$/, 'must be the name of the bot, without an @')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, underscores and dashes')
    .optional(),
  TELEGRAM_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'),
  TELEGRAM_MESSAGES_PER_SECOND: wholeNumber(1, 1_000).default(30),
  TELEGRAM_CHAT_INTERVAL_MS: wholeNumber(0, 60_000).default(1_000),
  WEBHOOKS_ALLOW_PRIVATE: list.transform(attempted(readRanges)).default([]),
  WEBHOOK_TIMEOUT_SECONDS: wholeNumber(1, 60).default(10),
  LIMITS: z.string().default('').transform(attempted(readLimits)),
  AUTH_ISSUERS: z.string().transform(attempted(parsedJson)).pipe(z.array(outsideIssuer)).default([]),
  ...tracingSettings,
  ...reportsSettings,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

const telegramSettings = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_BOT_NAME', 'TELEGRAM_WEBHOOK_SECRET'] as const;

/** What is wrong with settings together. Looks at the text as it is, so that it is said beside what is wrong by itself. */
function together(env: NodeJS.ProcessEnv): string[] {
  const { NODE_ENV = 'development', HOST, TLS_CERT, TLS_KEY, TRUST_PROXY, ANALYTICS, REDIS_URL } = env;
  const exposed = HOST !== undefined && !loopback.has(HOST);
  const rules: [boolean, string][] = [
    [
      NODE_ENV === 'development' && exposed,
      'HOST: development prints tokens, so it listens on 127.0.0.1 only; set NODE_ENV=production to listen elsewhere',
    ],
    [
      NODE_ENV === 'production' && exposed && !TLS_CERT && !TRUST_PROXY,
      'TLS_CERT: in production set TLS_CERT and TLS_KEY, or name the proxy that ends TLS in TRUST_PROXY',
    ],
    [
      env['DATABASE_POOLER_URL'] !== undefined && env['DATABASE_URL'] === undefined,
      'DATABASE_POOLER_URL: needs DATABASE_URL, the way to the same database past the pooler',
    ],
    [(TLS_CERT === undefined) !== (TLS_KEY === undefined), 'TLS_KEY: TLS_CERT and TLS_KEY go together'],
    [
      flag.safeParse(ANALYTICS).data === true && REDIS_URL === undefined,
      'ANALYTICS: product events go into Redis; set REDIS_URL, or leave ANALYTICS out',
    ],
    [
      new Set(telegramSettings.map((name) => env[name] === undefined)).size > 1,
      `TELEGRAM_BOT_TOKEN: ${telegramSettings.join(', ')} go together`,
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, complaint]) => complaint);
}

/** Production listens for everyone once the way to it is safe: by TLS of its own, or behind a proxy that is named. */
function mayBeReached({ NODE_ENV, TLS_CERT, TRUST_PROXY }: z.infer<typeof environment>): boolean {
  return NODE_ENV === 'production' && (TLS_CERT !== undefined || TRUST_PROXY.length > 0);
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

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
  /** The same database through a pooler of transactions, for requests. */
  poolerUrl?: string;
  poolSize: number;
  /** Left out: one process, which tells itself. */
  redisUrl?: string;
  redisPrefix: string;
  /** Left out: no product events. `maxLength`: how many Redis keeps, about. */
  analytics?: { maxLength: number };
  retentionDays: number;
  sessionMs: number;
  requireSealedThrows: boolean;
  /** Whether WebSockets that offer permessage-deflate get their events compressed. */
  compressEvents: boolean;
  /** Whether the page is served, at `/`. */
  page: boolean;
  /** Whether `npm start` brings house players along. */
  house: boolean;
  /** How the groups of new tournaments are filled. */
  groupingRule: GroupingRule;
  /** How long a reward waits to be claimed before it is paid. */
  rewardClaimMs: number;
  roles: ReadonlySet<NodeRole>;
  /** Files in PEM form. Left out: plain HTTP. */
  tls?: { certFile: string; keyFile: string };
  trustedProxies: string[];
  /** Web pages of other origins that may call this server. */
  origins: string[];
  limits: Limits;
  /** Whose wrong guesses at PINs and invitation codes count together. */
  pinGuessesPer: (typeof guessers)[number];
  /** Left out: nobody is written to over Telegram. */
  telegram?: TelegramConfig;
  webhooks: {
    /** Where they may go though it is not public. */
    allowed: AllowedRanges;
    /** How long an answer is waited for. */
    timeoutMs: number;
  };
  /** Who else vouches for people. */
  issuers: OutsideIssuer[];
  /** Left out: nothing is traced. */
  tracing?: TracingConfig;
  /** Left out: errors are logged and nothing else. */
  reports?: ReportsConfig;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

export interface TelegramConfig {
  token: string;
  /** Without an @. */
  botName: string;
  /** What Telegram says with each update, so that it is known to be Telegram. */
  webhookSecret: string;
  /** Without a slash at its end. */
  apiUrl: string;
  /** Over all chats. */
  messagesPerSecond: number;
  /** Between two messages of one chat, at the least. */
  chatIntervalMs: number;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment once. Throws a ConfigError that lists everything wrong with it. An empty value is no value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const alone = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const lines = [...alone, ...together(given)].map((complaint) => `  ${complaint}`);
  if (!parsed.success || lines.length > 0) {
    throw new ConfigError(
      `The configuration can't be used:\n${lines.join('\n')}\nSee docs/operations.md for every setting.`,
    );
  }
  const values = parsed.data;
  const tracing = tracingOf(values);
  const reports = reportsOf(values);
  return {
    mode: values.NODE_ENV,
    host: values.HOST ?? (mayBeReached(values) ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `${values.TLS_CERT ? 'https' : 'http'}://localhost:${values.PORT}`,
    dataDir: resolve(values.DATA_DIR),
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    ...(values.DATABASE_POOLER_URL && { poolerUrl: values.DATABASE_POOLER_URL }),
    poolSize: values.DATABASE_POOL_SIZE,
    ...(values.REDIS_URL && { redisUrl: values.REDIS_URL }),
    redisPrefix: values.REDIS_PREFIX,
    ...(values.ANALYTICS && { analytics: { maxLength: values.ANALYTICS_MAX_LENGTH } }),
    retentionDays: values.EVENT_RETENTION_DAYS,
    sessionMs: values.SESSION_DAYS * dayMs,
    requireSealedThrows: values.REQUIRE_SEALED_THROWS,
    compressEvents: values.COMPRESS_EVENTS,
    page: values.PAGE ?? values.NODE_ENV !== 'test',
    house: values.HOUSE ?? values.NODE_ENV === 'development',
    groupingRule: values.TOURNAMENT_GROUPING,
    rewardClaimMs: values.REWARD_CLAIM_DAYS * dayMs,
    roles: new Set(values.ROLE.length > 0 ? values.ROLE : roles),
    ...(values.TLS_CERT && values.TLS_KEY && { tls: { certFile: values.TLS_CERT, keyFile: values.TLS_KEY } }),
    trustedProxies: values.TRUST_PROXY,
    origins: values.CORS_ORIGINS,
    limits: values.LIMITS,
    pinGuessesPer: values.PIN_GUESSES_PER,
    ...telegramOf(values),
    webhooks: { allowed: values.WEBHOOKS_ALLOW_PRIVATE, timeoutMs: values.WEBHOOK_TIMEOUT_SECONDS * 1_000 },
    issuers: values.AUTH_ISSUERS,
    ...(tracing && { tracing }),
    ...(reports && { reports }),
    logLevel: values.LOG_LEVEL,
  };
}

function telegramOf(values: z.infer<typeof environment>): Pick<Config, 'telegram'> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_NAME: botName, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = values;
  if (!token || !botName || !webhookSecret) return {};
  return {
    telegram: {
      token,
      botName,
      webhookSecret,
      apiUrl: values.TELEGRAM_API_URL.replace(/\/+$/, ''),
      messagesPerSecond: values.TELEGRAM_MESSAGES_PER_SECOND,
      chatIntervalMs: values.TELEGRAM_CHAT_INTERVAL_MS,
    },
  };
}
