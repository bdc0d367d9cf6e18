import { Quiz } from '../entities/quiz.ts';
import { QuizRoom } from '../entities/quizRoom.ts';
import { User } from '../entities/user.ts';
import {
  BannedError,
  InvalidInputError,
  NotAMemberError,
  NotAuthorError,
  NotFoundError,
  NotHostError,
} from '../resolvers/errors.ts';
import {
  LateJoinClosedError,
  NameTakenError,
  NotKickableError,
  RoomFullError,
  RoomNotFoundError,
  WrongPhaseError,
} from '../resolvers/quizRoom/roomErrors.ts';
import { addCohost } from '../resolvers/quizRoom/addCohost.ts';
import { joinQuizRoom } from '../resolvers/quizRoom/joinQuizRoom.ts';
import { kickPlayer } from '../resolvers/quizRoom/kickPlayer.ts';
import { leaveQuizRoom } from '../resolvers/quizRoom/leaveQuizRoom.ts';
import { openQuizRoom } from '../resolvers/quizRoom/openQuizRoom.ts';
import { transferHost } from '../resolvers/quizRoom/transferHost.ts';
import { builder } from './builder.ts';
import { roomPayload } from './roomPayload.ts';
import { QuizRoomSettingsInput } from './quizRoomSettings.ts';

const signedIn = { signedIn: true };
const roomIdField = 'The room.';

builder.relayMutationField(
  'openQuizRoom',
  {
    description: 'What to play, and how.',
    inputFields: (t) => ({
      quizId: t.globalID({ for: Quiz, description: 'A quiz of yours.' }),
      settings: t.field({
        type: QuizRoomSettingsInput,
        required: false,
        description: 'What is left out is the default.',
      }),
      key: t.string({
        required: false,
        description:
          'A name of your own, 1 to 80 characters: the same again is the room it opened first, also once that has ended (see phase): for another, give another key.',
      }),
    }),
  },
  {
    description:
      'Opens a room for a quiz of yours, with you as its host. It plays a copy of the quiz. Sent twice it opens two, unless it has a key.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, NotAuthorError, InvalidInputError] },
    resolve: (_root, { input: { quizId, settings, key } }, context) =>
      openQuizRoom(context, { quizId: quizId.id, settings, key }),
  },
  roomPayload('Open, now or before.'),
);

builder.relayMutationField(
  'joinQuizRoom',
  {
    description: 'Where to, and as whom: a PIN or an invitation code, one of them.',
    inputFields: (t) => ({
      pin: t.string({ required: false, description: 'Six digits; spaces do not matter.' }),
      inviteCode: t.string({ required: false, description: 'From the host or a cohost.' }),
      displayName: t.string({
        required: false,
        description:
          'For this room, 1 to 24 characters; your own name when left out. Who returns has the name they had.',
      }),
    }),
  },
  {
    description:
      'Comes into a room, or back into it with the score you had. Joining twice is a no-op. Wrong PINs and codes are limited: 3 in 30 seconds, 10 an hour; then RATE_LIMITED.',
    authScopes: signedIn,
    errors: {
      types: [
        RoomNotFoundError,
        BannedError,
        WrongPhaseError,
        LateJoinClosedError,
        RoomFullError,
        NameTakenError,
        InvalidInputError,
      ],
    },
    resolve: (_root, { input }, context) => joinQuizRoom(context, input),
  },
  roomPayload('In, now or before.'),
);

builder.relayMutationField(
  'leaveQuizRoom',
  {
    description: 'Which one.',
    inputFields: (t) => ({ roomId: t.globalID({ for: QuizRoom, description: roomIdField }) }),
  },
  {
    description:
      'Leaves a room. Once the quiz has begun, place and score are kept for your return. A host is succeeded by a cohost; one without any is only away, and the quiz pauses. Leaving twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError] },
    resolve: async (_root, { input }, context) => ({ room: await leaveQuizRoom(context, { roomId: input.roomId.id }) }),
  },
  {
    description: 'Out, now or before.',
    outputFields: (t) => ({
      room: t.field({
        type: QuizRoom,
        nullable: true,
        description: 'As they left it; null for who was not in it: who was kicked, or left its lobby before.',
        resolve: ({ room }) => room,
      }),
    }),
  },
);

builder.relayMutationField(
  'kickPlayer',
  {
    description: 'Whom, and why.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is in the room, or was once the quiz had begun.' }),
      reason: t.string({ required: false, description: 'Shown to everyone in the room; 1 to 200 characters.' }),
    }),
  },
  {
    description:
      'Sends somebody out for as long as the room lasts: their streams of it end, and they cannot come back or answer. Host and cohosts; only the host kicks a cohost. Kicking twice keeps the first reason.',
    authScopes: signedIn,
    errors: {
      types: [NotHostError, NotAMemberError, NotKickableError, WrongPhaseError, NotFoundError, InvalidInputError],
    },
    resolve: (_root, { input: { roomId, userId, reason } }, context) =>
      kickPlayer(context, { roomId: roomId.id, userId: userId.id, reason }),
  },
  roomPayload('Kicked, now or before.'),
);

const appointing = {
  authScopes: signedIn,
  errors: { types: [NotHostError, NotAMemberError, WrongPhaseError, NotFoundError] },
};

builder.relayMutationField(
  'transferHost',
  {
    description: 'To whom.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is in it.' }),
    }),
  },
  {
    ...appointing,
    description: 'Makes somebody else the host; the host before becomes a cohost. The host only.',
    resolve: (_root, { input: { roomId, userId } }, context) =>
      transferHost(context, { roomId: roomId.id, userId: userId.id }),
  },
  roomPayload('They host it, now or before.'),
);

builder.relayMutationField(
  'addCohost',
  {
    description: 'Whom.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is in it.' }),
    }),
  },
  {
    ...appointing,
    description: 'Makes somebody a cohost, who may run the quiz and fills in for the host. The host only.',
    resolve: (_root, { input: { roomId, userId } }, context) =>
      addCohost(context, { roomId: roomId.id, userId: userId.id }),
  },
  roomPayload('They are a cohost, or the host, now or before.'),
);
