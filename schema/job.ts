import type { KeptJob } from '../resolvers/operator/listJobs.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';

export const JobRef = builder.objectRef<KeptJob>('Job');
JobRef.implement({
  description: 'Work with a calendar or a queue, as Agenda keeps it. Times are the database’s. Admins only.',
  fields: (t) => ({
    id: t.id({ description: 'To retry it by.', resolve: ({ id }) => encodeGlobalId('Job', id) }),
    name: t.exposeString('name', { description: 'Which work it is.' }),
    every: t.string({
      nullable: true,
      description: 'How often, such as `1 hour`; null of what is done once.',
      resolve: ({ every }) => every,
    }),
    nextRunAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it runs next; null of what was tried and given up.',
      resolve: ({ nextRunAt }) => nextRunAt,
    }),
    lastRunAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it began last.',
      resolve: ({ lastRunAt }) => lastRunAt,
    }),
    lastFinishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it last came to a good end.',
      resolve: ({ lastFinishedAt }) => lastFinishedAt,
    }),
    failures: t.exposeInt('failures', { description: 'How often it has failed since it last came to a good end.' }),
    failedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it failed last, if ever.',
      resolve: ({ failedAt }) => failedAt,
    }),
    failReason: t.string({
      nullable: true,
      description: 'Why it failed then.',
      resolve: ({ failReason }) => failReason,
    }),
    lockedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when a node has it, to run it; null while none does.',
      resolve: ({ lockedAt }) => lockedAt,
    }),
    lockedBy: t.id({
      nullable: true,
      description: 'That ServerNode.',
      resolve: ({ lockedBy }) => lockedBy && encodeGlobalId('ServerNode', lockedBy),
    }),
  }),
});

export const jobsConnection = builder.connectionObject(
  { type: JobRef, name: 'OperationsJobsConnection', description: 'A page of jobs.' },
  { name: 'OperationsJobsConnectionEdge', description: 'A job and its cursor.' },
);
