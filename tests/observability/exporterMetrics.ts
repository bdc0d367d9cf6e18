/** Labels of what PostgreSQL's exporter says, of its metrics that we ask for. */
const database = ['datid', 'datname'];
const activity = ['datname', 'state', 'usename', 'application_name', 'backend_type', 'wait_event_type', 'wait_event'];
const statement = ['user', 'datname', 'queryid'];

/**
 * What is asked of others than ourselves, with the labels it has there: of prometheus-community/postgres_exporter v0.20.1
 * (867fbcac, collector/pg_*.go and exporter/postgres_exporter.go), oliver006/redis_exporter v1.88.0 (16db88a0,
 * exporter/exporter.go), and Prometheus. The images in docker-compose.yml are these versions.
 */
export const exporterMetrics: Record<string, readonly string[]> = {
  up: [],
  pg_up: [],
  pg_database_size_bytes: ['datname'],
  pg_replication_lag_seconds: [],
  pg_settings_max_connections: [],
  pg_stat_activity_count: activity,
  pg_stat_activity_max_tx_duration: activity,
  pg_stat_database_blks_hit: database,
  pg_stat_database_blks_read: database,
  pg_stat_database_deadlocks: database,
  pg_stat_database_numbackends: database,
  pg_stat_database_temp_files: database,
  pg_stat_database_tup_deleted: database,
  pg_stat_database_tup_fetched: database,
  pg_stat_database_tup_inserted: database,
  pg_stat_database_tup_updated: database,
  pg_stat_database_xact_commit: database,
  pg_stat_database_xact_rollback: database,
  pg_stat_statements_calls_total: statement,
  pg_stat_statements_query_id: ['queryid', 'query'],
  pg_stat_statements_seconds_total: statement,
  pg_stat_user_tables_n_dead_tup: ['datname', 'schemaname', 'relname'],
  redis_up: [],
  redis_blocked_clients: [],
  redis_commands_duration_seconds_total: ['cmd'],
  redis_commands_total: ['cmd'],
  redis_connected_clients: [],
  redis_db_keys: ['db'],
  redis_evicted_keys_total: [],
  redis_memory_max_bytes: [],
  redis_memory_used_bytes: [],
  redis_net_input_bytes_total: [],
  redis_net_output_bytes_total: [],
  redis_slowlog_last_id: [],
  redis_total_system_memory_bytes: [],
};
