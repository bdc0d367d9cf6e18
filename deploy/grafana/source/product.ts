import { type Dashboard, quantile, rate } from './dashboard.ts';

const inAnHour = (metric: string, by: string) => `sum by (${by}) (increase(${metric}[1h]))`;

export const product: Dashboard = {
  uid: 'product',
  title: 'Product',
  description: 'What people play.',
  rows: {
    Now: [
      {
        title: 'Games',
        help: 'Not over, by status.',
        unit: 'none',
        queries: { '{{status}}': 'max by (status) (cupbearer_games_open)' },
      },
      {
        title: 'Quiz rooms',
        help: 'Not ended, by phase.',
        unit: 'none',
        queries: { '{{phase}}': 'max by (phase) (cupbearer_quiz_rooms_open)' },
      },
      {
        title: 'Battles',
        help: 'Not over, by status.',
        unit: 'none',
        queries: { '{{status}}': 'max by (status) (cupbearer_battles_open)' },
      },
    ],
    Throws: [
      {
        title: 'Throws',
        help: 'By the status that they came to.',
        unit: 'ops',
        queries: { '{{status}}': rate('cupbearer_throws_total', 'status') },
      },
      {
        title: 'In the air, or challenged',
        help: 'Throws that are not settled.',
        unit: 'none',
        queries: { '{{status}}': 'max by (status) (cupbearer_throws_open)' },
      },
      {
        title: 'Games in an hour',
        help: 'Started, finished, abandoned.',
        unit: 'none',
        queries: { '{{what}}': inAnHour('cupbearer_games_total', 'what') },
      },
    ],
    Quizzes: [
      {
        title: 'Answers',
        help: 'Accepted, or what they were refused for.',
        unit: 'ops',
        queries: { '{{outcome}}': rate('cupbearer_quiz_answers_total', 'outcome') },
      },
      {
        title: 'How long questions are open',
        help: 'Pauses left out.',
        unit: 's',
        queries: {
          p50: quantile(0.5, 'cupbearer_quiz_question_seconds'),
          p90: quantile(0.9, 'cupbearer_quiz_question_seconds'),
        },
      },
      {
        title: 'Events in an hour',
        help: 'QuestionRevealed: questions played. QuizEnded: quizzes.',
        unit: 'none',
        queries: { '{{type}}': inAnHour('cupbearer_quiz_room_events_total', 'type') },
      },
    ],
    'Battles and tournaments': [
      {
        title: 'Battles in an hour',
        help: 'BattleFinished: battles fought.',
        unit: 'none',
        queries: { '{{type}}': inAnHour('cupbearer_battle_events_total', 'type') },
      },
      {
        title: 'Fighters and entries in an hour',
        help: 'People who joined a battle or entered a tournament.',
        unit: 'none',
        queries: {
          fighters: 'sum(increase(cupbearer_battle_fighters_total[1h]))',
          entries: 'sum(increase(cupbearer_tournament_entries_total[1h]))',
        },
      },
      {
        title: 'Coins and rewards in an hour',
        help: 'Coins that entries cost; rewards paid because nobody claimed them.',
        unit: 'none',
        queries: {
          'entry coins': 'sum(increase(cupbearer_tournament_entry_coins_total[1h]))',
          'unclaimed rewards': 'sum(increase(cupbearer_unclaimed_rewards_paid_total[1h]))',
        },
      },
      {
        title: 'Ends that did not wait for scores',
        help: 'Alert: CupbearerBattleWritersOutwaited, above zero.',
        unit: 'none',
        as: 'stat',
        queries: { battles: 'sum(increase(cupbearer_battle_writers_outwaited_total[1h]))' },
      },
    ],
    Analytics: [
      {
        title: 'Product events',
        help: 'Written to their Redis Stream, or not. Alert: CupbearerAnalyticsDropped.',
        unit: 'ops',
        queries: { '{{outcome}}': rate('cupbearer_analytics_events_total', 'outcome') },
      },
      {
        title: 'Product events that wait',
        help: 'To be written, by node. They are dropped when there are too many.',
        unit: 'none',
        queries: { '{{instance}}': 'cupbearer_analytics_waiting' },
      },
    ],
  },
};
