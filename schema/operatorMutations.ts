import { QuizRoom } from '../entities/quizRoom.ts';
import { User } from '../entities/user.ts';
import { badUserInput } from '../resolvers/badRequest.ts';
import { InvalidInputError, NotAMemberError, NotFoundError } from '../resolvers/errors.ts';
import { closeRoom } from '../resolvers/operator/closeRoom.ts';
import { kickFromRoom } from '../resolvers/operator/kickFromRoom.ts';
import { reasonLength } from '../resolvers/operator/readReason.ts';
import { retryDeadline } from '../resolvers/operator/retryDeadline.ts';
import { retryJob } from '../resolvers/operator/retryJob.ts';
import { NotKickableError, WrongPhaseError } from '../resolvers/quizRoom/roomErrors.ts';
import { builder } from './builder.ts';
import { DeadlineKindEnum, DeadlineRef } from './deadline.ts';
import { decodeGlobalId } from './globalId.ts';
import { JobRef } from './job.ts';
import { roomPayload } from './roomPayload.ts';

const reasonField = `Why, for the audit log; 1 to ${reasonLength} characters.`;
const reasonTold = `Why: told to everyone in the room, and kept in the audit log; 1 to ${reasonLength} characters.`;
/** Any of them will do. */
const roomAdmins = { admin: true, scope: 'rooms:admin' } as const;

builder.relayMutationField(
  'closeRoom',
  {
    description: 'Which, and why.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: 'The room.' }),
      reason: t.string({ description: reasonTold }),
    }),
  },
  {
    description:
      'Ends a quiz for good, as an operator; answers to the question in play count. Admins, and services with the scope rooms:admin. Closing what has ended is a no-op.',
    authScopes: roomAdmins,
    errors: { types: [NotFoundError, InvalidInputError] },
    resolve: (_root, { input: { roomId, reason } }, context) => closeRoom(context, { roomId: roomId.id, reason }),
  },
  roomPayload('ENDED, now or before.'),
);

builder.relayMutationField(
  'kickFromRoom',
  {
    description: 'Whom, and why.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: 'The room.' }),
      userId: t.globalID({ for: User, description: 'Somebody who is in it, or was once the quiz had begun.' }),
      reason: t.string({ description: reasonTold }),
    }),
  },
  {
    description:
      'As kickPlayer, by an operator: of cohosts too, and of a host, whom a cohost then follows; a host without any is NotKickableError, so close the room. Admins, and services with the scope rooms:admin. Kicking twice keeps the first reason.',
    authScopes: roomAdmins,
    errors: { types: [NotFoundError, InvalidInputError, NotAMemberError, NotKickableError, WrongPhaseError] },
    resolve: (_root, { input: { roomId, userId, reason } }, context) =>
      kickFromRoom(context, { roomId: roomId.id, userId: userId.id, reason }),
  },
  roomPayload('Kicked, now or before.'),
);

builder.relayMutationField(
  'retryDeadline',
  {
    description: 'Which, and why.',
    inputFields: (t) => ({
      kind: t.field({ type: DeadlineKindEnum, description: 'As `operations.deadlines` has it.' }),
      subject: t.id({ description: 'As `operations.deadlines` has it.' }),
      reason: t.string({ description: reasonField }),
    }),
  },
  {
    description:
      'Has a deadline that is FAILING taken up now, by whichever worker comes first. One that is not is left alone. Admins only.',
    authScopes: { admin: true },
    errors: { types: [InvalidInputError] },
    resolve: async (_root, { input: { kind, subject, reason } }, context) => {
      const { id } = decodeGlobalId(subject);
      return { deadline: await retryDeadline(context, { kind, subject: id, reason }) };
    },
  },
  {
    description: 'It is about to be taken up.',
    outputFields: (t) => ({
      deadline: t.field({
        type: DeadlineRef,
        nullable: true,
        description: 'As it is now; null when there is none, any more: it has been settled.',
        resolve: ({ deadline }) => deadline,
      }),
    }),
  },
);

builder.relayMutationField(
  'retryJob',
  {
    description: 'Which, and why.',
    inputFields: (t) => ({
      jobId: t.id({ description: 'Of a Job.' }),
      reason: t.string({ description: reasonField }),
    }),
  },
  {
    description:
      'Has a job run now, by whichever worker comes first. One that runs, or is due, is left alone. Admins only.',
    authScopes: { admin: true },
    errors: { types: [InvalidInputError] },
    resolve: async (_root, { input: { jobId, reason } }, context) => {
      const { typename, id } = decodeGlobalId(jobId);
      if (typename !== 'Job') throw badUserInput('`jobId` is not of a Job.');
      return { job: await retryJob(context, { jobId: id, reason }) };
    },
  },
  {
    description: 'It is about to run.',
    outputFields: (t) => ({
      job: t.field({
        type: JobRef,
        nullable: true,
        description: 'As it is now; null when there is none, any more: what is done once and for all is forgotten.',
        resolve: ({ job }) => job,
      }),
    }),
  },
);
