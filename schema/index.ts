import { GraphQLInputObjectType, type GraphQLSchema, getNullableType, isRequiredInputField } from 'graphql';
import './account.ts';
import './audit.ts';
import './battle.ts';
import './battleErrors.ts';
import './battleEvents.ts';
import './battleMutations.ts';
import './deadline.ts';
import './errors.ts';
import './game.ts';
import './gameEvents.ts';
import './gameMutations.ts';
import './group.ts';
import './groupErrors.ts';
import './groupMember.ts';
import './groupModeration.ts';
import './groupMutations.ts';
import './job.ts';
import './operations.ts';
import './operatorMutations.ts';
import './progress.ts';
import './quiz.ts';
import './quizMember.ts';
import './quizMutations.ts';
import './quizPlayMutations.ts';
import './quizRoom.ts';
import './quizReport.ts';
import './quizRoomErrors.ts';
import './quizRoomEvents.ts';
import './quizRoomMutations.ts';
import './quizRoomSettings.ts';
import './roomQuestion.ts';
import './scoreboard.ts';
import './scoreboardMutations.ts';
import './services.ts';
import './session.ts';
import './standings.ts';
import './streams.ts';
import './telegram.ts';
import './throw.ts';
import './throwMutations.ts';
import './tournament.ts';
import './tournamentEvents.ts';
import './tournamentMutations.ts';
import './userEvents.ts';
import './webhook.ts';
import './webhookMutations.ts';
import { builder } from './builder.ts';

export const schema = withOptionalInputs(builder.toSchema());

/** Where every field of an input may be left out, so may the input. */
function withOptionalInputs(made: GraphQLSchema): GraphQLSchema {
  for (const { args } of Object.values(made.getMutationType()?.getFields() ?? {})) {
    for (const arg of args) {
      const type = getNullableType(arg.type);
      if (!(type instanceof GraphQLInputObjectType)) continue;
      if (!Object.values(type.getFields()).some(isRequiredInputField)) arg.defaultValue = {};
    }
  }
  return made;
}
