import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

/** The settings a refused environment is blamed for, in the order they are named. */
function blamed(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...error.message.matchAll(/^ {2}([A-Z_]+)[.\d]*: \S/gm)].map(([, setting = '']) => setting);
  }
  return [];
}

const wrong: Record<string, string[]> = {
  NODE_ENV: ['staging', 'Production'],
  PORT: ['x', '-1', '65536', '1.5'],
  PUBLIC_URL: ['cupbearer', 'ftp://cupbearer.example.com'],
  DATABASE_URL: ['mysql://localhost/cupbearer', 'localhost'],
  DATABASE_POOL_SIZE: ['1', '201', 'many'],
  REDIS_URL: ['http://localhost'],
  REDIS_PREFIX: ['a b'],
  ANALYTICS: ['perhaps'],
  ANALYTICS_MAX_LENGTH: ['999', 'all'],
  EVENT_RETENTION_DAYS: ['0', '3651'],
  SESSION_DAYS: ['0', '366'],
  REQUIRE_SEALED_THROWS: ['perhaps'],
  COMPRESS_EVENTS: ['perhaps'],
  PIN_GUESSES_PER: ['room'],
  WEBHOOKS_ALLOW_PRIVATE: ['10.0.0.0/33', 'localhost', 'true,10.0.0.1'],
  WEBHOOK_TIMEOUT_SECONDS: ['0', '61'],
  LOG_LEVEL: ['loud'],
};

describe('readConfig', () => {
  it.each(Object.entries(wrong).flatMap(([setting, values]) => values.map((value) => [setting, value] as const)))(
    'refuses %s=%s',
    (setting, value) => {
      expect(blamed({ [setting]: value })).toEqual([setting]);
    },
  );

  it('reports everything that is wrong at once, and where to read on', () => {
    const env = Object.fromEntries(Object.entries(wrong).map(([setting, [value = '']]) => [setting, value]));
    expect(blamed(env)).toEqual(Object.keys(wrong));
    expect(() => readConfig(env)).toThrow('See docs/operations.md');
  });

  it('reports settings that do not go together beside those that are wrong by themselves', () => {
    expect(blamed({ HOST: '0.0.0.0', PORT: 'x', LIMITS: 'nonsense' }).toSorted()).toEqual(['HOST', 'LIMITS', 'PORT']);
    expect(blamed({ DATABASE_POOLER_URL: 'postgres://pooler.example.com/cupbearer' })).toEqual(['DATABASE_POOLER_URL']);
  });

  it('writes over Telegram where all is set that it takes, and refuses a part of it', () => {
    const all = {
      TELEGRAM_BOT_TOKEN: '123456789:AAE-a-token-of-no-bot',
      TELEGRAM_BOT_NAME: 'cupbearer_test_bot',
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
    };
    expect(readConfig({}).telegram).toBeUndefined();
    expect(readConfig(all).telegram).toMatchObject({ token: all.TELEGRAM_BOT_TOKEN });
    for (const [name, value] of Object.entries(all)) {
      expect(blamed({ [name]: value })).toEqual(['TELEGRAM_BOT_TOKEN']);
      expect(blamed({ ...all, [name]: '' })).toEqual(['TELEGRAM_BOT_TOKEN']);
    }
  });

  it('records product events where it is told to and there is a Redis, and refuses to without one', () => {
    const REDIS_URL = 'redis://localhost';
    expect(readConfig({ REDIS_URL }).analytics).toBeUndefined();
    expect(readConfig({ REDIS_URL, ANALYTICS: 'true' }).analytics).toEqual({ maxLength: 100_000 });
    const settings = { REDIS_URL, ANALYTICS: 'true', ANALYTICS_MAX_LENGTH: '5000' };
    expect(readConfig(settings).analytics).toEqual({ maxLength: 5_000 });
    expect(blamed({ ANALYTICS: 'true' })).toEqual(['ANALYTICS']);
    expect(blamed({ ANALYTICS: 'false' })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.2', 'cupbearer.example.com', '127.0.0.1.example.com'])(
    'lets development listen on this machine only, not on %s',
    (HOST) => {
      expect(blamed({ HOST })).toEqual(['HOST']);
      expect(blamed({ HOST, NODE_ENV: 'development' })).toEqual(['HOST']);
    },
  );

  it.each(['127.0.0.1', 'localhost', '::1'])('lets development listen on %s', (HOST) => {
    expect(readConfig({ HOST })).toMatchObject({ mode: 'development', host: HOST });
  });

  it('takes an empty value for none', () => {
    const names = [...Object.keys(wrong), 'HOST', 'DATA_DIR', 'ROLE', 'LIMITS', 'AUTH_ISSUERS', 'TLS_CERT', 'TLS_KEY'];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
  });

  it('needs nothing to be set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ mode: 'development', host: '127.0.0.1', port: 4000, sessionMs: 30 * 86_400_000 });
    expect(config).not.toHaveProperty('databaseUrl');
    expect(config).not.toHaveProperty('redisUrl');
  });

  it('is not moved by what it does not know', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root' })).toEqual(readConfig({}));
  });
});
