import { AuditEntry } from '../entities/auditEntry.ts';
import { Battle } from '../entities/battle.ts';
import { Game } from '../entities/game.ts';
import { QuizRoom } from '../entities/quizRoom.ts';
import { ServiceToken } from '../entities/serviceToken.ts';
import { User } from '../entities/user.ts';
import { auditLog } from '../resolvers/operator/auditLog.ts';
import { listDeadlines } from '../resolvers/operator/listDeadlines.ts';
import { listJobs } from '../resolvers/operator/listJobs.ts';
import { listLiveBattles, listLiveGames, listOpenRooms } from '../resolvers/operator/listLive.ts';
import { listNodes, type SeenNode } from '../resolvers/operator/listNodes.ts';
import { pageSize } from '../resolvers/page.ts';
import { BattleStatusEnum } from './battleErrors.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { deadlinesConnection, DeadlineStateEnum } from './deadline.ts';
import { GameStatusEnum } from './errors.ts';
import { encodeGlobalId } from './globalId.ts';
import { jobsConnection } from './job.ts';
import { QuizPhaseEnum } from './quizRoomErrors.ts';

const ServerNodeRef = builder.objectRef<SeenNode>('ServerNode');
ServerNodeRef.implement({
  description:
    'A node of this server, as it last said itself: once in 5 seconds. Of one of an older version no more than its id and seenAt. Admins only.',
  fields: (t) => ({
    id: t.id({
      description: 'Another each time it starts.',
      resolve: ({ id }) => encodeGlobalId('ServerNode', id),
    }),
    version: t.string({ nullable: true, description: 'Of Cupbearer.', resolve: ({ version }) => version }),
    roles: t.stringList({
      nullable: true,
      description: 'What it does: `http`, `live`, `worker`.',
      resolve: ({ roles }) => roles,
    }),
    startedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it started.',
      resolve: ({ startedAt }) => startedAt,
    }),
    seenAt: t.field({ type: 'DateTime', description: 'When it said so.', resolve: ({ seenAt }) => seenAt }),
    sockets: t.int({ nullable: true, description: 'WebSockets open.', resolve: ({ sockets }) => sockets }),
    subscriptions: t.int({
      nullable: true,
      description: 'Subscriptions under way, over sockets and event streams.',
      resolve: ({ subscriptions }) => subscriptions,
    }),
    eventLoopDelayMs: t.float({
      nullable: true,
      description: 'How late its timers were in the 5 seconds before, 99th percentile, in milliseconds.',
      resolve: ({ eventLoopDelayMs }) => eventLoopDelayMs,
    }),
  }),
});

const newestFirst = `The newest first; at most ${pageSize.most} a page.`;
const firstField = `How many, ${pageSize.usual} when left out, ${pageSize.most} at most.`;
const afterField = 'A cursor of this connection.';

/** Each field is for admins, whatever is added here: the type is. */
const OperationsRef = builder.objectRef<object>('Operations');
OperationsRef.implement({
  description: 'What goes on in this server, whoever it belongs to. Admins only.',
  authScopes: { admin: true },
  fields: (t) => ({
    games: t.connection({
      type: Game,
      description: `Games that are under way, or in their lobby. ${newestFirst}`,
      args: {
        status: t.arg({ type: GameStatusEnum, required: false, description: 'LOBBY or ACTIVE; ACTIVE when left out.' }),
      },
      resolve: async (_root, { status: only, ...page }, context) =>
        connectionOf(await listLiveGames(context, { ...page, only })),
    }),
    rooms: t.connection({
      type: QuizRoom,
      description: `Quiz rooms that have not ended. ${newestFirst}`,
      args: {
        phase: t.arg({
          type: QuizPhaseEnum,
          required: false,
          description: 'Any but ENDED; all of those when left out.',
        }),
      },
      resolve: async (_root, { phase: only, ...page }, context) =>
        connectionOf(await listOpenRooms(context, { ...page, only })),
    }),
    battles: t.connection({
      type: Battle,
      description: `Battles that are not over, those within groups too. ${newestFirst}`,
      args: {
        status: t.arg({
          type: BattleStatusEnum,
          required: false,
          description: 'WAITING or RUNNING; both when left out.',
        }),
      },
      resolve: async (_root, { status: only, ...page }, context) =>
        connectionOf(await listLiveBattles(context, { ...page, only })),
    }),
    nodes: t.field({
      type: [ServerNodeRef],
      description:
        'Nodes that live, the oldest first. One that stops is gone at once, one that dies within a minute. At most 1,000.',
      resolve: (_root, _args, context) => listNodes(context),
    }),
    deadlines: t.field({
      type: deadlinesConnection,
      description: 'Windows that are open, those that come next first.',
      args: {
        state: t.arg({
          type: DeadlineStateEnum,
          required: false,
          description: 'Only those with which this is so.',
        }),
        first: t.arg.int({ required: false, description: firstField }),
        after: t.arg.string({ required: false, description: afterField }),
      },
      resolve: (_root, args, context) => listDeadlines(context, args),
    }),
    jobs: t.field({
      type: jobsConnection,
      description: 'Jobs that recur, and those that wait, run or failed.',
      args: {
        failing: t.arg.boolean({ required: false, description: 'True: only those that failed when they last ran.' }),
        name: t.arg.string({ required: false, description: 'Only those of this name.' }),
        first: t.arg.int({ required: false, description: firstField }),
        after: t.arg.string({ required: false, description: afterField }),
      },
      resolve: (_root, args, context) => listJobs(context, args),
    }),
    auditLog: t.connection({
      type: AuditEntry,
      description: `Who did what. ${newestFirst}`,
      args: {
        by: t.arg.globalID({
          for: [User, ServiceToken],
          required: false,
          description: 'A User or ServiceToken: only what they did.',
        }),
        action: t.arg.string({ required: false, description: 'The name of a mutation: only its doings.' }),
        subject: t.arg.id({ required: false, description: 'Only what was done to this.' }),
      },
      resolve: async (_root, { by, ...args }, context) =>
        connectionOf(
          await auditLog(context, {
            ...args,
            by: by ? { type: by.typename === 'User' ? 'User' : 'ServiceToken', id: by.id } : undefined,
          }),
        ),
    }),
  }),
});

builder.queryFields((t) => ({
  operations: t.field({
    type: OperationsRef,
    authScopes: { admin: true },
    description: 'The operator’s view. Admins only.',
    resolve: () => ({}),
  }),
}));
