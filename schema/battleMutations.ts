import { Battle } from '../entities/battle.ts';
import { Group } from '../entities/group.ts';
import { beginBattle } from '../resolvers/battle/beginBattle.ts';
import { cancelBattle } from '../resolvers/battle/cancelBattle.ts';
import { createBattle } from '../resolvers/battle/createBattle.ts';
import { joinBattle } from '../resolvers/battle/joinBattle.ts';
import { leaveBattle } from '../resolvers/battle/leaveBattle.ts';
import { InvalidInputError, NotAMemberError, NotFoundError, NotHostError } from '../resolvers/errors.ts';
import {
  BattleFullError,
  BattleNotWaitingError,
  NotEnoughFightersError,
  TooManyBattlesError,
} from '../resolvers/battle/battleErrors.ts';
import { builder } from './builder.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer SchemaTypes> ? SchemaTypes : never;

const signedIn = { signedIn: true };

/** What a mutation of a battle answers with. */
function battlePayload(description: string) {
  return {
    description,
    outputFields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Battle>) => ({
      battle: t.field({ type: Battle, description: 'As it is now.', resolve: (battle) => battle }),
    }),
  };
}

builder.relayMutationField(
  'createBattle',
  {
    description: 'What it is to be.',
    inputFields: (t) => ({
      title: t.string({ description: '1 to 80 characters.' }),
      groupId: t.globalID({
        for: Group,
        required: false,
        description: 'A group you are in: its members alone see and join the battle. Left out, everyone does.',
      }),
      seconds: t.int({ description: 'How long it runs: 10 to 86,400.' }),
      minFighters: t.int({ required: false, description: 'So many it takes to begin: 2 to 1,000; 2 when left out.' }),
      maxFighters: t.int({
        required: false,
        description: 'So many may join: 2 to 1,000, and not below minFighters; 100 when left out.',
      }),
      beginsAt: t.field({
        type: 'DateTime',
        required: false,
        description:
          'When it begins by itself, 30 days ahead at most; with fewer than minFighters it is CANCELLED then. Left out, you begin it, within 24 hours.',
      }),
      key: t.string({
        required: false,
        description:
          'A name of your own, 1 to 80 characters: the same again is the battle it made first, also once that is over (see status): for another, give another key.',
      }),
    }),
  },
  {
    description:
      'Makes a battle, with you as its host and first fighter. Sent twice it makes two, unless it has a key.',
    authScopes: signedIn,
    errors: { types: [InvalidInputError, NotAMemberError, TooManyBattlesError, NotFoundError] },
    resolve: (_root, { input: { groupId, ...input } }, context) =>
      createBattle(context, { ...input, groupId: groupId?.id }),
  },
  battlePayload('Made, now or before.'),
);

const which = {
  description: 'Which one.',
  inputFields: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
    battleId: t.globalID({ for: Battle, description: 'The battle.' }),
  }),
};

builder.relayMutationField(
  'joinBattle',
  which,
  {
    description: 'Joins a battle that is WAITING. Joining twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, BattleFullError, BattleNotWaitingError, TooManyBattlesError] },
    resolve: (_root, { input: { battleId } }, context) => joinBattle(context, { battleId: battleId.id }),
  },
  battlePayload('In, now or before.'),
);

builder.relayMutationField(
  'leaveBattle',
  which,
  {
    description:
      'Leaves a battle that is WAITING, also as one who is in its group no more. A host is succeeded by whoever came next; when the last one leaves it is CANCELLED. Leaving twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, BattleNotWaitingError] },
    resolve: (_root, { input: { battleId } }, context) => leaveBattle(context, { battleId: battleId.id }),
  },
  battlePayload('Out, now or before.'),
);

builder.relayMutationField(
  'beginBattle',
  which,
  {
    description: 'Begins a battle, also before its beginsAt. The host only. Beginning twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, NotHostError, NotEnoughFightersError, BattleNotWaitingError] },
    resolve: (_root, { input: { battleId } }, context) => beginBattle(context, { battleId: battleId.id }),
  },
  battlePayload('Begun, now or before.'),
);

builder.relayMutationField(
  'cancelBattle',
  which,
  {
    description: 'Cancels a battle that is WAITING. The host only. Cancelling twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, NotHostError, BattleNotWaitingError] },
    resolve: (_root, { input: { battleId } }, context) => cancelBattle(context, { battleId: battleId.id }),
  },
  battlePayload('Cancelled, now or before.'),
);
