import { Migration20261121000000_foundation } from './Migration20261121000000_foundation.ts';
import { Migration20261121120000_sessions_and_issuers } from './Migration20261121120000_sessions_and_issuers.ts';
import { Migration20261121180000_scores_coins_tournaments } from './Migration20261121180000_scores_coins_tournaments.ts';
import { Migration20261121210000_quizzes } from './Migration20261121210000_quizzes.ts';
import { Migration20261121230000_quiz_rooms } from './Migration20261121230000_quiz_rooms.ts';
import { Migration20261122000000_groups_battles } from './Migration20261122000000_groups_battles.ts';
import { Migration20261122003000_games_under_way } from './Migration20261122003000_games_under_way.ts';
import { Migration20261122100000_telegram } from './Migration20261122100000_telegram.ts';
import { Migration20261122120000_operator } from './Migration20261122120000_operator.ts';
import { Migration20261122110000_webhooks } from './Migration20261122110000_webhooks.ts';
import { Migration20261122010000_session_device } from './Migration20261122010000_session_device.ts';

/** Every migration in the order it is applied. They expand first; what an older node still reads goes a release later. */
export const migrations = [
  { name: 'Migration20261121000000_foundation', class: Migration20261121000000_foundation },
  { name: 'Migration20261121120000_sessions_and_issuers', class: Migration20261121120000_sessions_and_issuers },
  { name: 'Migration20261121180000_scores_coins_tournaments', class: Migration20261121180000_scores_coins_tournaments },
  { name: 'Migration20261121210000_quizzes', class: Migration20261121210000_quizzes },
  { name: 'Migration20261121230000_quiz_rooms', class: Migration20261121230000_quiz_rooms },
  { name: 'Migration20261122000000_groups_battles', class: Migration20261122000000_groups_battles },
  { name: 'Migration20261122003000_games_under_way', class: Migration20261122003000_games_under_way },
  { name: 'Migration20261122100000_telegram', class: Migration20261122100000_telegram },
  { name: 'Migration20261122120000_operator', class: Migration20261122120000_operator },
  { name: 'Migration20261122110000_webhooks', class: Migration20261122110000_webhooks },
  { name: 'Migration20261122010000_session_device', class: Migration20261122010000_session_device },
];
