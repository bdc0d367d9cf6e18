import { Cup, Game, Player } from './game.ts';
import { RefreshToken, Session } from './session.ts';
import { Challenge, Throw } from './throw.ts';
import { User } from './user.ts';

/** Every entity class, for the ORM's configuration. */
export const entities = [User, Session, RefreshToken, Game, Player, Cup, Throw, Challenge];
