import type { Redis, Result } from 'ioredis';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    analyticsSeen(
      stream: string,
      seen: string,
      visits: string,
      maxLength: number,
      gapMs: number,
      ...stays: (string | number)[]
    ): Result<number, Context>;
    analyticsOver(
      stream: string,
      seen: string,
      visits: string,
      maxLength: number,
      before: number,
      most: number,
    ): Result<number, Context>;
  }
}

/**
 * Visits under way are two keys beside the stream. `seen` is a sorted set of people by when they were last there;
 * `visits` is a hash from each of them to the visit's id, when it began, and the id that the event of its end will have.
 * What changes them appends to the stream in the same script, so every visit starts once and ends once, whichever nodes
 * see it. A script run again appends nothing more, but for a sign-out's: that may make a visit of no length. The stream's
 * fields are those of `entryOf`.
 */
const visits = `
  local function append(id, kind, at, user, props)
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*',
      'id', id, 'type', kind, 'v', '1', 'at', at, 'user', user, 'props', props)
  end
  local function finish(user, last, because)
    local visit, began, id = string.match(redis.call('HGET', KEYS[3], user) or '', '^(%S+) (%S+) (%S+)$')
    redis.call('ZREM', KEYS[2], user)
    redis.call('HDEL', KEYS[3], user)
    if not visit then return 0 end
    local durationMs = math.max(0, tonumber(last) - tonumber(began))
    append(id, 'session_ended', last, user, string.format(
      '{"session":"%s","durationMs":%.0f,"because":"%s"}', visit, durationMs, because))
    return 1
  end`;

/** Of each stay: who, from when, until when, the ids of a visit and of its end should it begin one, and 1 if they signed out. */
const seen = `${visits}
  local appended = 0
  for i = 3, #ARGV, 6 do
    local user, from, til, visit, ending, over = unpack(ARGV, i, i + 5)
    local last = redis.call('ZSCORE', KEYS[2], user)
    if last and tonumber(from) - tonumber(last) > tonumber(ARGV[2]) then
      appended = appended + finish(user, last, 'IDLE')
      last = false
    end
    if not last then
      redis.call('HSET', KEYS[3], user, visit .. ' ' .. from .. ' ' .. ending)
      append(visit, 'session_started', from, user, '{"session":"' .. visit .. '"}')
      appended = appended + 1
    end
    if not last or tonumber(til) > tonumber(last) then
      redis.call('ZADD', KEYS[2], til, user)
      last = til
    end
    if over == '1' then appended = appended + finish(user, last, 'SIGNED_OUT') end
  end
  return appended`;

/** Ends visits of whoever was last there before a time. */
const over = `${visits}
  local gone = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
  local appended = 0
  for i = 1, #gone, 2 do appended = appended + finish(gone[i], gone[i + 1], 'IDLE') end
  return appended`;

/** Teaches a connection the commands above. Both answer how many events they have appended. */
export function defineVisitCommands(redis: Redis): void {
  redis.defineCommand('analyticsSeen', { numberOfKeys: 3, lua: seen });
  redis.defineCommand('analyticsOver', { numberOfKeys: 3, lua: over });
}
