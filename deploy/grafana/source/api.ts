import { type Dashboard, quantiles, rate } from './dashboard.ts';

export const api: Dashboard = {
  uid: 'api',
  title: 'API',
  description: 'Operations, their errors, and the processes that answer them.',
  rows: {
    Operations: [
      {
        title: 'Operations',
        help: 'By type and outcome. An expected refusal, such as CupGoneError, is an answer and no failure.',
        unit: 'ops',
        queries: { '{{type}} {{outcome}}': rate('cupbearer_operations_total', 'type, outcome') },
      },
      {
        title: 'How long they take',
        help: 'From arrival to answer.',
        unit: 's',
        queries: quantiles('cupbearer_operation_seconds', 'type'),
      },
      {
        title: 'Errors by code',
        help: 'INTERNAL_SERVER_ERROR is ours: its log line has the id that the client was told.',
        unit: 'ops',
        queries: { '{{code}}': rate('cupbearer_errors_total', 'code') },
      },
      {
        title: 'Share that fails on our side',
        help: 'Alert: CupbearerInternalErrors, above 1 %.',
        unit: 'percentunit',
        queries: { share: 'cupbearer:internal_errors:ratio5m' },
      },
      {
        title: 'Requests refused at the door',
        help: 'By token or limit, before anything ran.',
        unit: 'ops',
        queries: {
          refused: rate('cupbearer_operations_total{type="refused"}'),
          'rate limited': rate('cupbearer_errors_total{code="RATE_LIMITED"}'),
        },
      },
      {
        title: 'Nodes that answer',
        help: 'As Prometheus finds them.',
        unit: 'none',
        as: 'stat',
        queries: { up: 'sum(up{job="cupbearer"})' },
      },
    ],
    Processes: [
      {
        title: 'Event-loop delay',
        help: 'Alert: CupbearerEventLoopBlocked, above 250 ms (p99).',
        unit: 's',
        queries: {
          '{{instance}} p99': 'cupbearer_nodejs_eventloop_lag_p99_seconds',
          '{{instance}} mean': 'cupbearer_nodejs_eventloop_lag_mean_seconds',
        },
      },
      {
        title: 'Processor time',
        help: 'Cores. A node runs JavaScript on one.',
        unit: 'none',
        queries: { '{{instance}}': rate('cupbearer_process_cpu_seconds_total', 'instance') },
      },
      {
        title: 'Memory',
        help: 'Resident, and the part of it that JavaScript uses.',
        unit: 'bytes',
        queries: {
          '{{instance}} resident': 'cupbearer_process_resident_memory_bytes',
          '{{instance}} heap': 'cupbearer_nodejs_heap_size_used_bytes',
        },
      },
      {
        title: 'Garbage collection',
        help: 'Share of the time.',
        unit: 'percentunit',
        queries: { '{{instance}} {{kind}}': rate('cupbearer_nodejs_gc_duration_seconds_sum', 'instance, kind') },
      },
      {
        title: 'Open files',
        help: 'Each socket is one; the system has a limit.',
        unit: 'none',
        queries: {
          '{{instance}}': 'cupbearer_process_open_fds',
          '{{instance}} limit': 'cupbearer_process_max_fds',
        },
      },
      {
        title: 'Spans and reports of errors',
        help: 'Sent, and not sent. Zero where nobody takes them.',
        unit: 'ops',
        queries: {
          'spans sent': rate('cupbearer_spans_exported_total'),
          'spans dropped: {{why}}': rate('cupbearer_spans_dropped_total', 'why'),
          'reports {{outcome}}': rate('cupbearer_error_reports_total', 'outcome'),
        },
      },
    ],
  },
};
