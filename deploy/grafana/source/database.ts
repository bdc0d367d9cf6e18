import { type Dashboard, quantiles, rate } from './dashboard.ts';

const perStatement = (metric: string) => `sum by (queryid) (rate(${metric}[$__rate_interval]))`;
const withText = (expr: string) =>
  `topk(10, ${expr} * on (queryid) group_left (query) max by (queryid, query) (pg_stat_statements_query_id))`;

export const database: Dashboard = {
  uid: 'database',
  title: 'Database',
  description: 'PostgreSQL as nodes see it, and as it sees itself.',
  rows: {
    'As nodes see it': [
      {
        title: 'Statements',
        help: 'What one takes, by pool.',
        unit: 's',
        queries: quantiles('cupbearer_postgres_statement_seconds', 'pool'),
      },
      {
        title: 'Statements a second',
        help: 'By pool.',
        unit: 'ops',
        queries: { '{{pool}}': rate('cupbearer_postgres_statement_seconds_count', 'pool') },
      },
      {
        title: 'Waiting for a connection',
        help: 'Alert: CupbearerPoolExhausted, above half a second (p99).',
        unit: 's',
        queries: quantiles('cupbearer_postgres_wait_seconds', 'pool'),
      },
      {
        title: 'Connections of the pools',
        help: 'Used, idle, and as many as there may be.',
        unit: 'none',
        queries: {
          '{{pool}} {{state}}': 'sum by (pool, state) (cupbearer_postgres_connections)',
          '{{pool}} at most': 'sum by (pool) (cupbearer_postgres_connections_max)',
        },
      },
      {
        title: 'Who waits',
        help: 'For a connection, now.',
        unit: 'none',
        queries: { '{{instance}} {{pool}}': 'cupbearer_postgres_waiting' },
      },
      {
        title: 'Transactions tried again',
        help: 'A lost race is normal. Alert: CupbearerDeadlocks.',
        unit: 'ops',
        queries: { '{{why}}': rate('cupbearer_transaction_retries_total', 'why') },
      },
    ],
    'As it sees itself': [
      {
        title: 'It answers',
        help: 'Alert: PostgresDown.',
        unit: 'none',
        as: 'stat',
        queries: { '{{instance}}': 'pg_up' },
      },
      {
        title: 'Transactions',
        help: 'Of all its databases.',
        unit: 'ops',
        queries: {
          committed: rate('pg_stat_database_xact_commit'),
          'rolled back': rate('pg_stat_database_xact_rollback'),
        },
      },
      {
        title: 'Rows',
        help: 'Read through an index or a scan, and written.',
        unit: 'ops',
        queries: {
          fetched: rate('pg_stat_database_tup_fetched'),
          inserted: rate('pg_stat_database_tup_inserted'),
          updated: rate('pg_stat_database_tup_updated'),
          deleted: rate('pg_stat_database_tup_deleted'),
        },
      },
      {
        title: 'Found in memory',
        help: 'Blocks, of those that were asked for. Below 99 % for long: more shared_buffers.',
        unit: 'percentunit',
        queries: {
          share: `${rate('pg_stat_database_blks_hit')} / (${rate('pg_stat_database_blks_hit')} + ${rate('pg_stat_database_blks_read')})`,
        },
      },
      {
        title: 'Connections by state',
        help: 'Of how many there may be. Alert: PostgresConnectionsNearlyUsedUp.',
        unit: 'none',
        queries: {
          '{{state}}': 'sum by (state) (pg_stat_activity_count)',
          'at most': 'max(pg_settings_max_connections)',
        },
      },
      {
        title: 'Oldest transaction',
        help: 'Vacuum waits for it. Alert: PostgresLongTransaction, above five minutes.',
        unit: 's',
        queries: { '{{state}}': 'max by (state) (pg_stat_activity_max_tx_duration)' },
      },
      {
        title: 'Replicas behind',
        help: 'Of exporters beside replicas; a primary is never behind. Alert: PostgresReplicationLag, above 5 s.',
        unit: 's',
        queries: { '{{instance}}': 'pg_replication_lag_seconds' },
      },
      {
        title: 'Deadlocks, files for sorting',
        help: 'Deadlocks should stay zero; many temporary files: more work_mem.',
        unit: 'ops',
        queries: {
          deadlocks: rate('pg_stat_database_deadlocks'),
          'temporary files': rate('pg_stat_database_temp_files'),
        },
      },
      {
        title: 'Size',
        help: 'Of each database.',
        unit: 'bytes',
        queries: { '{{datname}}': 'max by (datname) (pg_database_size_bytes)' },
      },
    ],
    'Where its time goes': [
      {
        title: 'Statements that take most of it',
        help: 'Seconds of a second, over all their calls.',
        unit: 's',
        as: 'table',
        queries: { time: withText(perStatement('pg_stat_statements_seconds_total')) },
      },
      {
        title: 'Slow statements',
        help: 'The ten with the longest mean.',
        unit: 's',
        as: 'table',
        queries: {
          mean: withText(
            `(${perStatement('pg_stat_statements_seconds_total')} / (${perStatement('pg_stat_statements_calls_total')} > 0))`,
          ),
        },
      },
      {
        title: 'Tables with dead rows',
        help: 'Those that vacuum has before it.',
        unit: 'none',
        as: 'table',
        queries: { dead: 'topk(10, max by (relname) (pg_stat_user_tables_n_dead_tup))' },
      },
    ],
  },
};
