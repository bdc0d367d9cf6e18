import { type PubSubRedisOptions, RedisPubSub } from 'graphql-redis-subscriptions';
import { PubSub, type PubSubEngine } from 'graphql-subscriptions';
import { type Callback, Redis } from 'ioredis';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';

/** Carries announcements between nodes. Losing it, or any message on it, costs latency and nothing else. */
export interface Bus {
  engine: PubSubEngine;
  /** Nobody but this node is on it: there is nobody to tell. */
  alone?: boolean;
  /** The connection for other short commands; each fails after 100 ms and while Redis is away. */
  redis: Redis | null;
  /** How the connection stands; in-process there is none to lose. */
  health(): Promise<'up' | 'down' | 'none'>;
  close(): Promise<void>;
}

/** No mutation waits for Redis longer than this. */
const publishTimeoutMs = 100;
/** A Redis that hangs keeps its connections: past this one is given up, with the announcements that wait on it. */
const hungMs = 2_000;
const reconnectMs = (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 10), 2_000);

/** Redis when it is configured, this process alone when it is not. */
export function openBus({ redisUrl, redisPrefix }: Pick<Config, 'redisUrl' | 'redisPrefix'>, log: Logger): Bus {
  return redisUrl ? redisBus(redisUrl, redisPrefix, log) : { ...processBus(), alone: true };
}

export function processBus(): Bus {
  return { engine: new PubSub(), redis: null, health: () => Promise.resolve('none'), close: () => Promise.resolve() };
}

function redisBus(url: string, prefix: string, log: Logger): Bus {
  const publisher = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: publishTimeoutMs,
    socketTimeout: hungMs,
    maxRetriesPerRequest: 0,
    retryStrategy: reconnectMs,
  });
  const subscriber = new PatientSubscriber(url, {
    // The check is a command, and a connection that has subscribed already refuses commands and breaks.
    enableReadyCheck: false,
    maxRetriesPerRequest: null,
    retryStrategy: reconnectMs,
  });
  let complained = false;
  for (const [name, connection] of Object.entries({ publisher, subscriber })) {
    connection.on('error', (error: Error) => {
      if (!complained) log.warn({ err: error, connection: name }, 'Redis is away; streams go on from the database');
      complained = true;
    });
    connection.on('ready', () => {
      if (complained) log.info({ connection: name }, 'Redis is back');
      complained = false;
    });
  }
  return {
    engine: new PrefixedPubSub({ publisher, subscriber }, prefix),
    redis: publisher,
    async health() {
      return publisher.ping().then(
        () => 'up' as const,
        () => 'down' as const,
      );
    },
    close() {
      publisher.disconnect();
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

/** The library's prefixing is for subscriptions alone; this one's is for both directions. */
class PrefixedPubSub extends RedisPubSub {
  readonly #prefix: string;

  constructor(options: PubSubRedisOptions, prefix: string) {
    super({ ...options, triggerTransform: (channel) => `${prefix}${String(channel)}` });
    this.#prefix = prefix;
  }

  override publish<Payload>(channel: string, payload: Payload): Promise<void> {
    return super.publish(`${this.#prefix}${channel}`, payload);
  }
}

type Channel = string | Buffer;

/**
 * A subscriber that waits for Redis as long as it takes: commands queue while it is away, and those that a closing
 * connection gives up are nobody's error. (The library above it leaves a rejected subscription unhandled.)
 */
class PatientSubscriber extends Redis {
  override subscribe(...args: [...channels: Channel[], callback: Callback<unknown>]): Promise<unknown>;
  override subscribe(...args: Channel[]): Promise<unknown>;
  override subscribe(...args: (Channel | Callback<unknown>)[]): Promise<unknown> {
    const channels = args.filter((arg) => typeof arg !== 'function');
    const callback = args.find((arg) => typeof arg === 'function');
    return super.subscribe(...channels).then(
      (count) => callback?.(null, count),
      () => undefined,
    );
  }

  override sendCommand(...args: Parameters<Redis['sendCommand']>): unknown {
    args[0].promise.catch(() => undefined);
    return super.sendCommand(...args);
  }
}
