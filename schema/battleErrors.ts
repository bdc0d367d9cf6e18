import { type BattleStatus } from '../entities/battle.ts';
import * as failures from '../resolvers/battle/battleErrors.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';

export const BattleStatusEnum = builder.enumType('BattleStatus', {
  description: 'How far a battle is.',
  values: {
    WAITING: { description: 'People join; it has not begun.' },
    RUNNING: { description: 'What its fighters score counts, until endsAt.' },
    FINISHED: { description: 'Over, and its ranks stand: moments after endsAt.' },
    CANCELLED: { description: 'It never began.' },
  } satisfies Record<BattleStatus, object>,
});

const interfaces = [ErrorInterface];

builder.objectType(failures.BattleFullError, {
  name: 'BattleFullError',
  description: 'Every place is taken.',
  interfaces,
  fields: (t) => ({ maxFighters: t.exposeInt('maxFighters', { description: 'Places, the host’s among them.' }) }),
});
builder.objectType(failures.BattleNotWaitingError, {
  name: 'BattleNotWaitingError',
  description: 'The battle has begun, is over or was cancelled.',
  interfaces,
  fields: (t) => ({
    status: t.field({ type: BattleStatusEnum, description: 'What it is now.', resolve: ({ status }) => status }),
  }),
});
builder.objectType(failures.NotEnoughFightersError, {
  name: 'NotEnoughFightersError',
  description: 'Too few have joined for it to begin.',
  interfaces,
  fields: (t) => ({
    fighters: t.exposeInt('fighters', { description: 'In it now.' }),
    needed: t.exposeInt('needed', { description: 'Its minFighters.' }),
  }),
});
builder.objectType(failures.TooManyBattlesError, {
  name: 'TooManyBattlesError',
  description: 'You are in too many battles that are not over.',
  interfaces,
  fields: (t) => ({ mostBattles: t.exposeInt('mostBattles', { description: 'So many at once.' }) }),
});
