import { type Dashboard, quantiles, rate } from './dashboard.ts';

export const redis: Dashboard = {
  uid: 'redis',
  title: 'Redis',
  description: 'Redis as nodes see it, and as it sees itself. Losing it costs speed, never an event.',
  rows: {
    'As nodes see it': [
      {
        title: 'Commands',
        help: 'What one takes, by what it is for.',
        unit: 's',
        queries: quantiles('cupbearer_redis_command_seconds', 'purpose'),
      },
      {
        title: 'Commands a second',
        help: 'By what they are for.',
        unit: 'ops',
        queries: { '{{purpose}}': rate('cupbearer_redis_command_seconds_count', 'purpose') },
      },
      {
        title: 'Commands that fail',
        help: 'After 100 ms at most; nothing waits longer. Alert: CupbearerRedisFailures.',
        unit: 'ops',
        queries: { '{{purpose}}': rate('cupbearer_redis_failures_total', 'purpose') },
      },
      {
        title: 'Boards that the table answered',
        help: 'Because their copies could not be read, written or loaded.',
        unit: 'ops',
        queries: { '{{what}}': rate('cupbearer_standings_failures_total', 'what') },
      },
      {
        title: 'Drift',
        help: 'Entries of copies that differed from the table at the last look. Alert: CupbearerStandingsDrift.',
        unit: 'none',
        as: 'stat',
        queries: { entries: 'max(cupbearer_standings_drift)' },
      },
    ],
    'As it sees itself': [
      {
        title: 'It answers',
        help: 'Alert: RedisDown.',
        unit: 'none',
        as: 'stat',
        queries: { '{{instance}}': 'redis_up' },
      },
      {
        title: 'Memory',
        help: 'Alert: RedisMemory, above 80 % of its limit, or of the machine where it has none.',
        unit: 'bytes',
        queries: {
          used: 'redis_memory_used_bytes',
          limit: 'redis_memory_max_bytes > 0',
          machine: 'redis_total_system_memory_bytes',
        },
      },
      {
        title: 'Share of its memory',
        help: 'As the alert sees it.',
        unit: 'percentunit',
        queries: { '{{instance}}': 'cupbearer:redis_memory:ratio' },
      },
      {
        title: 'Operations',
        help: 'By command.',
        unit: 'ops',
        queries: { '{{cmd}}': rate('redis_commands_total', 'cmd') },
      },
      {
        title: 'Time by command',
        help: 'Seconds of a second. It has one.',
        unit: 's',
        queries: { '{{cmd}}': rate('redis_commands_duration_seconds_total', 'cmd') },
      },
      {
        title: 'Slow commands',
        help: 'Those in its slow log, newly.',
        unit: 'none',
        queries: { '{{instance}}': 'sum by (instance) (increase(redis_slowlog_last_id[$__rate_interval]))' },
      },
      {
        title: 'Connections',
        help: 'Two a node and a few more.',
        unit: 'none',
        queries: { connected: 'redis_connected_clients', blocked: 'redis_blocked_clients' },
      },
      {
        title: 'Traffic',
        help: 'In and out.',
        unit: 'Bps',
        queries: { in: rate('redis_net_input_bytes_total'), out: rate('redis_net_output_bytes_total') },
      },
      {
        title: 'Keys',
        help: 'And those it dropped for want of memory, a second: should stay zero.',
        unit: 'none',
        queries: { 'keys in {{db}}': 'redis_db_keys', evicted: rate('redis_evicted_keys_total') },
      },
    ],
  },
};
