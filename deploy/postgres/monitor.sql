-- What postgres_exporter connects as: it sees statistics of everyone, and no row of any table.
-- The extension has a schema of its own, so that nothing is added to the one that is exported and migrated.
create schema if not exists monitor;
create extension if not exists pg_stat_statements schema monitor;
select 'create role monitor' where not exists (select from pg_roles where rolname = 'monitor') \gexec
alter role monitor with login nosuperuser nocreatedb nocreaterole noreplication connection limit 10 password :'password';
alter role monitor set search_path = monitor, pg_catalog;
grant pg_monitor to monitor;
grant usage on schema monitor to monitor;
