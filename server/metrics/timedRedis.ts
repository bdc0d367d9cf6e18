import type { Command, Redis } from 'ioredis';

/** What this server asks Redis for, by what its keys begin with behind the prefix. */
const purposesByKey = { limit: 'limits', standings: 'standings', '{analytics}': 'analytics' } as const;
/** `driver`: the handshakes of a connection. */
export const redisPurposes = ['announcements', ...Object.values(purposesByKey), 'health', 'driver', 'other'] as const;
export type RedisPurpose = (typeof redisPurposes)[number];

export interface RedisObserver {
  answered(purpose: RedisPurpose, ms: number): void;
  /** It took too long, Redis was away, or it said no. */
  failed(purpose: RedisPurpose, ms: number): void;
}

/** Times every command of a connection from now on. `prefix` is what all keys begin with. */
export function timeRedis(redis: Redis, prefix: string, observer: RedisObserver): void {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    const purpose = purposeOf(command, prefix);
    const began = performance.now();
    command.promise.then(
      () => observer.answered(purpose, performance.now() - began),
      () => observer.failed(purpose, performance.now() - began),
    );
    return send(command, stream);
  };
}

function purposeOf(command: Command, prefix: string): RedisPurpose {
  if (command.name === 'publish') return 'announcements';
  if (command.name === 'ping') return 'health';
  const [key] = command.getKeys();
  if (key === undefined) return 'driver';
  const [kind = ''] = String(key).slice(prefix.length).split(':', 1);
  return kind in purposesByKey ? purposesByKey[kind as keyof typeof purposesByKey] : 'other';
}
