import { AuditEntry } from './auditEntry.ts';
import { Battle, Fighter } from './battle.ts';
import { CoinEntry, Reservation } from './coins.ts';
import { Cup, Game, Player } from './game.ts';
import { Group, GroupMember } from './group.ts';
import { Quiz } from './quiz.ts';
import { QuizAnswer, QuizMember, QuizRoom } from './quizRoom.ts';
import { Scoreboard } from './scoreboard.ts';
import { ServiceToken } from './serviceToken.ts';
import { RefreshToken, Session } from './session.ts';
import { TelegramLink } from './telegram.ts';
import { Challenge, Throw } from './throw.ts';
import { Tournament, TournamentEntry, TournamentGroup } from './tournament.ts';
import { User } from './user.ts';
import { Webhook, WebhookDelivery } from './webhook.ts';

/** Every entity class, for the ORM's configuration. */
export const entities = [
  User,
  Session,
  RefreshToken,
  ServiceToken,
  Game,
  Player,
  Cup,
  Throw,
  Challenge,
  Quiz,
  QuizRoom,
  QuizMember,
  QuizAnswer,
  Battle,
  Fighter,
  Scoreboard,
  Group,
  GroupMember,
  CoinEntry,
  Reservation,
  Tournament,
  TournamentGroup,
  TournamentEntry,
  AuditEntry,
  TelegramLink,
  Webhook,
  WebhookDelivery,
];
