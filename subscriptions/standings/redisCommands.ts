import type { Redis, Result } from 'ioredis';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    standingsBegin(ranks: string, held: string, generation: string, keptMs: number): Result<unknown, Context>;
    standingsApply(
      ranks: string,
      held: string,
      generation: string,
      snapshot: string,
      synced: string,
      keptMs: number,
      ...standings: (string | number)[]
    ): Result<unknown, Context>;
    standingsRead(
      ranks: string,
      held: string,
      mostAgeMs: number | '',
      what: string,
      ...args: (string | number)[]
    ): Result<unknown, Context>;
  }
}

/**
 * A board in Redis is two keys. `ranks` is a sorted set, whose members begin with the revision and so break ties by it.
 * `held` is a hash from each person to what their member in `ranks` is made of, and three fields more:
 *
 * - `generation`: names this life of the two keys; after they were lost, the next ones have another.
 * - `snapshot`: of all that was committed when the database's was this, nothing is missing. Empty while they are loaded.
 * - `synced`: when that was so, by Redis's clock, in milliseconds.
 *
 * Whenever the two don't agree in size, one of them was lost (evicted, say) and both are given up.
 */
const whole = `
  local ranks, held = KEYS[1], KEYS[2]
  local function whole()
    local fields = redis.call('HLEN', held)
    local people = redis.call('ZCARD', ranks)
    if fields == people + 3 then return true end
    if fields + people > 0 then redis.call('UNLINK', ranks, held) end
    return false
  end`;

const begin = `${whole}
  if not whole() then
    redis.call('HSET', held, 'generation', ARGV[1], 'snapshot', '', 'synced', '0')
    redis.call('PEXPIRE', held, ARGV[2])
  end
  local clock = redis.call('TIME')
  local about = redis.call('HMGET', held, 'generation', 'snapshot')
  return {about[1], about[2], string.format('%.0f', clock[1] * 1000 + math.floor(clock[2] / 1000))}`;

/** Of each standing: the person, the revision (11 digits), the rank key, the rest of the member. Older ones are dropped. */
const apply = `${whole}
  local generation, snapshot, synced, kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
  local found = redis.call('HGET', held, 'generation')
  if not found or (generation ~= '' and generation ~= found) or not whole() then return 0 end
  local empty = redis.call('EXISTS', ranks) == 0
  for i = 5, #ARGV, 4 do
    local person, revision, rest = ARGV[i], ARGV[i + 1], ARGV[i + 3]
    local old = redis.call('HGET', held, person)
    if not old or tonumber(string.sub(old, 1, 11), 36) < tonumber(revision, 36) then
      redis.call('ZADD', ranks, ARGV[i + 2], revision .. person .. rest)
      if old then redis.call('ZREM', ranks, string.sub(old, 1, 11) .. person .. string.sub(old, 12)) end
      redis.call('HSET', held, person, revision .. rest)
    end
  end
  if snapshot ~= '' then
    redis.call('HSET', held, 'snapshot', snapshot, 'synced', synced)
    redis.call('PEXPIRE', held, kept)
  end
  if snapshot ~= '' or empty then redis.call('PEXPIRE', ranks, kept) end
  return 1`;

/** ABSENT, or STALE when synced longer ago than asked for, or FRESH with size and rows of rank from 0, member, rank key. */
const read = `${whole}
  local about = redis.call('HMGET', held, 'generation', 'snapshot', 'synced')
  if not whole() or about[2] == '' then return {'ABSENT'} end
  local clock = redis.call('TIME')
  local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
  local age = now - about[3]
  local fresh = ARGV[1] == '' or (age >= 0 and age <= tonumber(ARGV[1]))
  local answer = {fresh and 'FRESH' or 'STALE', about[1], about[2], string.format('%.0f', now)}
  if not fresh then return answer end
  local rows = {}
  local function range(from, to)
    local found = redis.call('ZRANGE', ranks, from, to, 'WITHSCORES')
    for i = 1, #found, 2 do
      rows[#rows + 1] = from + (i - 1) / 2
      rows[#rows + 1] = found[i]
      rows[#rows + 1] = found[i + 1]
    end
  end
  local function member(person)
    local value = redis.call('HGET', held, person)
    return value and string.sub(value, 1, 11) .. person .. string.sub(value, 12)
  end
  local what = ARGV[2]
  if what == 'TOP' then
    range(tonumber(ARGV[3]), tonumber(ARGV[4]))
  elseif what ~= 'SIZE' then
    for i = what == 'AROUND' and 4 or 3, #ARGV do
      local name = member(ARGV[i])
      local rank = name and redis.call('ZRANK', ranks, name)
      if name and not rank then
        redis.call('UNLINK', ranks, held)
        return {'ABSENT'}
      end
      if name and what == 'AROUND' then
        range(math.max(0, rank - ARGV[3]), rank + ARGV[3])
      elseif name then
        rows[#rows + 1] = rank
        rows[#rows + 1] = name
        rows[#rows + 1] = redis.call('ZSCORE', ranks, name)
      end
    end
  end
  answer[5], answer[6] = redis.call('ZCARD', ranks), rows
  return answer`;

/** Teaches a connection the commands above. Each is one round trip, and whole or not at all. */
export function defineStandingsCommands(redis: Redis): void {
  redis.defineCommand('standingsBegin', { numberOfKeys: 2, lua: begin });
  redis.defineCommand('standingsApply', { numberOfKeys: 2, lua: apply });
  redis.defineCommand('standingsRead', { numberOfKeys: 2, lua: read });
}
