import { type Dashboard, quantiles, rate } from './dashboard.ts';

export const jobs: Dashboard = {
  uid: 'jobs',
  title: 'Timers and jobs',
  description: 'Windows that close by themselves, work that recurs, and messages to webhooks and over Telegram.',
  rows: {
    Timers: [
      {
        title: 'Lateness',
        help: 'From the end of a window to when it was settled. Alert: CupbearerTimersLate, above a second (p99).',
        unit: 's',
        queries: Object.fromEntries(
          Object.entries(quantiles('cupbearer_deadline_lateness_milliseconds', 'kind')).map(([legend, query]) => [
            legend,
            `${query} / 1000`,
          ]),
        ),
      },
      {
        title: 'Settled',
        help: 'By kind of window.',
        unit: 'ops',
        queries: { '{{kind}}': rate('cupbearer_deadline_lateness_milliseconds_count', 'kind') },
      },
      {
        title: 'Open windows',
        help: 'By kind.',
        unit: 'none',
        stacked: true,
        queries: { '{{kind}}': 'max by (kind) (cupbearer_deadlines_open) > 0' },
      },
      {
        title: 'Past their end',
        help: 'Windows that are not settled yet, by kind.',
        unit: 'none',
        queries: { '{{kind}}': 'max by (kind) (cupbearer_deadlines_overdue)' },
      },
      {
        title: 'Oldest past its end',
        help: 'Alert: CupbearerTimersStuck, above 30 s.',
        unit: 's',
        queries: { oldest: 'max(cupbearer_deadline_overdue_seconds)' },
      },
      {
        title: 'Failed, or found by the sweep',
        help: 'Failures are tried again; the sweep should find nothing. Alerts: CupbearerDeadlineFailures, CupbearerSweepSettled.',
        unit: 'ops',
        queries: {
          'failed: {{kind}}': rate('cupbearer_deadline_failures_total', 'kind'),
          swept: rate('cupbearer_sweep_settled_total'),
        },
      },
    ],
    Jobs: [
      {
        title: 'Runs',
        help: 'By job and outcome. Alert: CupbearerJobFails.',
        unit: 'ops',
        queries: { '{{exported_job}} {{outcome}}': rate('cupbearer_jobs_total', 'exported_job, outcome') },
      },
      {
        title: 'Lateness',
        help: 'From when a job was due to when it began. Alert: CupbearerJobsLate, above 10 s (p99).',
        unit: 's',
        queries: quantiles('cupbearer_job_lateness_seconds', 'exported_job'),
      },
      {
        title: 'How long they run',
        help: 'Those that do not fail.',
        unit: 's',
        queries: quantiles('cupbearer_job_seconds', 'exported_job'),
      },
      {
        title: 'Due',
        help: 'Runs that nobody has taken. Alert: CupbearerJobsPileUp, above 100.',
        unit: 'none',
        queries: { '{{exported_job}}': 'max by (exported_job) (cupbearer_jobs_due)' },
      },
      {
        title: 'Steps of tournaments',
        help: 'Late: more than a minute after they were due.',
        unit: 'none',
        queries: {
          '{{step}} late: {{late}}': 'sum by (step, late) (increase(cupbearer_tournament_steps_total[1h]))',
          missed: 'sum(increase(cupbearer_tournament_steps_missed_total[1h]))',
        },
      },
      {
        title: 'Standings that differ from their ledger',
        help: 'At the last look. Alert: CupbearerLedgerDrift, above zero.',
        unit: 'none',
        as: 'stat',
        queries: { standings: 'max(cupbearer_standings_ledger_drift)' },
      },
    ],
    Webhooks: [
      {
        title: 'Tries',
        help: 'What came of them. Failed: tried again; parked: given up. Alert: CupbearerWebhooksParked.',
        unit: 'ops',
        queries: { '{{outcome}}': rate('cupbearer_webhook_deliveries_total', 'outcome') },
      },
      {
        title: 'Messages that wait, and those given up',
        help: 'Given up: until they are replayed or a month old. Alert: CupbearerWebhooksPileUp, above 10,000 that wait.',
        unit: 'none',
        queries: { waiting: 'max(cupbearer_webhook_queue)', parked: 'max(cupbearer_webhook_parked)' },
      },
      {
        title: 'Oldest that waits',
        help: 'Up to a day where one receiver fails; it holds up no other.',
        unit: 's',
        queries: { oldest: 'max(cupbearer_webhook_queue_age_seconds)' },
      },
    ],
    Telegram: [
      {
        title: 'Notifications',
        help: 'By what became of them.',
        unit: 'ops',
        queries: { '{{outcome}}': rate('cupbearer_notifications_total', 'outcome') },
      },
      {
        title: 'Notifications by kind, in an hour',
        help: 'What people were told of.',
        unit: 'none',
        queries: { '{{kind}}': 'sum by (kind) (increase(cupbearer_notifications_total{outcome="SENT"}[1h]))' },
      },
      {
        title: 'Notifications that wait',
        help: 'To be sent, or sent again.',
        unit: 'none',
        queries: { waiting: 'max(cupbearer_notifications_waiting)' },
      },
      {
        title: 'Oldest that waits',
        help: 'Alert: CupbearerNotificationsWait, above a quarter of an hour.',
        unit: 's',
        queries: { oldest: 'max(cupbearer_notification_age_seconds)' },
      },
      {
        title: 'Calls of the Bot API',
        help: 'What it said. WAIT: it asked for patience. Alert: CupbearerBotUnknown.',
        unit: 'ops',
        queries: { '{{said}}': rate('cupbearer_telegram_calls_total', 'said') },
      },
      {
        title: 'What people say to the bot',
        help: 'Commands, or what became of other updates.',
        unit: 'ops',
        queries: { '{{what}}': rate('cupbearer_telegram_updates_total', 'what') },
      },
    ],
  },
};
