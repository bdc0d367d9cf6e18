import { Scoreboard } from '../entities/scoreboard.ts';
import { User } from '../entities/user.ts';
import type { Context } from '../resolvers/context.ts';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  ScoreboardKeyTakenError,
  ScoreOutOfRangeError,
} from '../resolvers/errors.ts';
import { createScoreboard, usualPlayerPoints } from '../resolvers/scoreboard/createScoreboard.ts';
import { mostScores, submitScores, type Submission } from '../resolvers/scoreboard/submitScores.ts';
import type { RankedEntry } from '../subscriptions/standings/standing.ts';
import { builder } from './builder.ts';
import { ScoreboardEntryRef, ScoreOperatorEnum, SortOrderEnum, SubmissionEnum } from './scoreboard.ts';

builder.relayMutationField(
  'createScoreboard',
  {
    description: 'What the board is; its settings stay as they are made.',
    inputFields: (t) => ({
      key: t.string({ description: '1 to 64 letters, digits, dots, dashes or underscores; unique.' }),
      title: t.string({ description: '1 to 120 characters, to show.' }),
      operator: t.field({
        type: ScoreOperatorEnum,
        required: false,
        defaultValue: 'INCREMENT',
        description: 'What a new score does.',
      }),
      sortOrder: t.field({
        type: SortOrderEnum,
        required: false,
        defaultValue: 'HIGHEST_FIRST',
        description: 'What is best.',
      }),
      resetSchedule: t.string({
        required: false,
        description: 'When it begins anew: cron of five fields, in UTC, such as `0 0 * * 1`. Left out: never.',
      }),
      submission: t.field({
        type: SubmissionEnum,
        required: false,
        defaultValue: 'SERVICE',
        description: 'Who may submit scores.',
      }),
      maxPlayerPoints: t.int({
        required: false,
        description: `The most points a player submits at once, where players may; ${usualPlayerPoints} when left out.`,
      }),
    }),
  },
  {
    description:
      'Makes a board. Service scope scores:write. The same key with the same settings again is the same board.',
    authScopes: { scope: 'scores:write' },
    errors: { types: [InvalidInputError, ScoreboardKeyTakenError] },
    resolve: (_root, { input }, context) => createScoreboard(context, input),
  },
  {
    description: 'Made.',
    outputFields: (t) => ({
      scoreboard: t.field({ type: Scoreboard, description: 'The board.', resolve: (board) => board }),
    }),
  },
);

const errors = { types: [InvalidInputError, NotFoundError, ScoreOutOfRangeError, IdempotencyKeyReusedError] };
const userIdNote = 'Whose score it is.';
const pointsNote = 'From −2147483647 to 2147483647.';
const actionNote = 'What earned it, in your words, kept in the ledger; at most 80 characters.';
const keyNote =
  '1 to 128 characters, your own for each score of the board: the same again counts once. A player’s keys are theirs alone.';

builder.relayMutationField(
  'submitScore',
  {
    description: 'One score of one person.',
    inputFields: (t) => ({
      scoreboardKey: t.string({ description: 'Which board.' }),
      userId: t.globalID({ for: User, description: userIdNote }),
      points: t.int({ description: pointsNote }),
      action: t.string({ required: false, description: actionNote }),
      idempotencyKey: t.string({ description: keyNote }),
    }),
  },
  {
    description:
      'Adds a score to a board. Service scope scores:write; on boards with submission PLAYER also players, their own.',
    authScopes: { known: true },
    errors,
    resolve: async (_root, { input }, context) => {
      const { scoreboardKey, userId, ...score } = input;
      const submission = await submitScores(context, { scoreboardKey, scores: [{ ...score, userId: userId.id }] });
      return { submission, userId: userId.id };
    },
  },
  {
    description: 'Counted, now or before.',
    outputFields: (t) => ({
      entry: t.field({
        type: ScoreboardEntryRef,
        description: 'Where they stand, in the season that the score counts in.',
        // Only whoever asks for a rank waits for it.
        resolve: async ({ submission, userId }, _args, context) => {
          const [entry] = await entriesOf(context, submission, [userId]);
          if (!entry) throw new RangeError(`${userId} has scored and is not on the board`);
          return entry;
        },
      }),
    }),
  },
);

const SubmittedScoreInput = builder.inputType('SubmittedScoreInput', {
  description: 'One score of a batch.',
  fields: (t) => ({
    userId: t.globalID({ for: User, description: userIdNote }),
    points: t.int({ description: pointsNote }),
    action: t.string({ required: false, description: actionNote }),
    idempotencyKey: t.string({ description: keyNote }),
  }),
});

builder.relayMutationField(
  'submitScores',
  {
    description: 'Many scores at once.',
    inputFields: (t) => ({
      scoreboardKey: t.string({ description: 'Which board.' }),
      scores: t.field({ type: [SubmittedScoreInput], description: `1 to ${mostScores}, in the order they happened.` }),
    }),
  },
  {
    description: 'Adds scores to a board, all of them or none. Service scope scores:write.',
    authScopes: { scope: 'scores:write' },
    errors,
    resolve: async (_root, { input }, context) => {
      const scores = input.scores.map(({ userId, ...score }) => ({ ...score, userId: userId.id }));
      const submission = await submitScores(context, { scoreboardKey: input.scoreboardKey, scores });
      return { submission, scores };
    },
  },
  {
    description: 'All counted, now or before.',
    outputFields: (t) => ({
      scoreboard: t.field({
        type: Scoreboard,
        description: 'The board.',
        resolve: ({ submission }) => submission.board,
      }),
      accepted: t.int({ description: 'Scores that were new.', resolve: ({ submission }) => submission.fresh }),
      repeated: t.int({
        description: 'Scores whose key had been used before for the same score.',
        resolve: ({ submission, scores }) => scores.length - submission.fresh,
      }),
      entries: t.field({
        type: [ScoreboardEntryRef],
        description:
          'Where each of the people named stands now, in the order of their first score. Whose scores all counted before a reset is left out.',
        resolve: async ({ submission, scores }, _args, context) => {
          const userIds = [...new Set(scores.map(({ userId }) => userId))];
          return entriesOf(context, submission, userIds);
        },
      }),
    }),
  },
);

async function entriesOf({ services }: Context, { season }: Submission, userIds: string[]): Promise<RankedEntry[]> {
  const entries = await services.ranks.entries(season, userIds);
  const byUser = new Map(entries.map((entry) => [entry.userId, entry]));
  return userIds.flatMap((userId) => byUser.get(userId) ?? []);
}
