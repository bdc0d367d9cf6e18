import { deadlineKinds } from '../entities/deadline.ts';
import { deadlineSubject } from '../resolvers/operator/deadlineSubject.ts';
import { deadlineStates, type OpenWindow } from '../resolvers/operator/listDeadlines.ts';
import { builder } from './builder.ts';

export const DeadlineKindEnum = builder.enumType('DeadlineKind', {
  description: 'What happens when nobody acts in time.',
  values: {
    LOBBY: { description: 'A lobby nobody started is given up.' },
    THROW: { description: 'A ball in flight lands.' },
    ANSWER: { description: 'A challenged throw lapses.' },
    RESET: { description: 'A scoreboard’s next season begins.' },
    RESERVATION: { description: 'Reserved coins go back.' },
    OPENING: { description: 'A tournament opens.' },
    ENTRY: { description: 'Entry to a tournament closes.' },
    FINISH: { description: 'A tournament finishes.' },
    QUESTION: { description: 'A question closes.' },
    INTERMISSION: { description: 'A quiz moves on from a reveal.' },
    HOST_GONE: { description: 'A quiz whose host has gone pauses, or is handed over.' },
    ROOM_IDLE: { description: 'A quiz room nobody is in ends.' },
    BATTLE_SOON: { description: 'Fighters are told that their battle is about to begin.' },
    BATTLE_BEGIN: { description: 'A battle begins, or is cancelled for too few.' },
    BATTLE_STALE: { description: 'A battle nobody began is cancelled.' },
    BATTLE_COUNT: { description: 'What was scored while a battle began is counted.' },
    BATTLE_END: { description: 'A battle is over.' },
  } satisfies Record<(typeof deadlineKinds)[number], object>,
});

export const DeadlineStateEnum = builder.enumType('DeadlineState', {
  description: 'What may be amiss with deadlines.',
  values: {
    DUE: { description: 'Their time has come, and they are not settled. Normal for milliseconds.' },
    FAILING: { description: 'Settling them failed. They are tried again by themselves, after a minute at most.' },
  } satisfies Record<(typeof deadlineStates)[number], object>,
});

export const DeadlineRef = builder.objectRef<OpenWindow>('Deadline');
DeadlineRef.implement({
  description: 'A window that is open, and when it closes by itself. Admins only.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKindEnum, description: 'What happens then.', resolve: ({ kind }) => kind }),
    subject: t.id({
      description: 'What it is about: a Throw, Game, Scoreboard, Reservation, Tournament, QuizRoom or Battle.',
      resolve: (deadline) => deadlineSubject(deadline),
    }),
    dueAt: t.field({ type: 'DateTime', description: 'When it is due.', resolve: ({ dueAt }) => dueAt }),
    nextAt: t.field({
      type: 'DateTime',
      description: 'When it is taken up next; later than dueAt once it has failed, or while it is being settled.',
      resolve: ({ nextAt }) => nextAt,
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was taken up.' }),
    failedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When settling it failed last; null where it has not.',
      resolve: ({ failedAt }) => failedAt,
    }),
    lastError: t.string({
      nullable: true,
      description: 'Why it failed then, in 500 characters at most.',
      resolve: ({ lastError }) => lastError,
    }),
  }),
});

export const deadlinesConnection = builder.connectionObject(
  { type: DeadlineRef, name: 'OperationsDeadlinesConnection', description: 'A page of open windows, the next first.' },
  { name: 'OperationsDeadlinesConnectionEdge', description: 'A deadline and its cursor.' },
);
