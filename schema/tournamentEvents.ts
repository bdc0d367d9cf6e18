import { Tournament } from '../entities/tournament.ts';
import { tournamentEvents } from '../resolvers/tournament/tournamentEvents.ts';
import type { FeedItem } from '../subscriptions/channel.ts';
import type { TournamentEvent, TournamentEventType } from '../subscriptions/tournamentEvent.ts';
import { builder } from './builder.ts';
import { StreamEventInterface, StreamGapRef } from './streams.ts';

/** One delivery of a tournament's stream. */
type TournamentItem = FeedItem<TournamentEvent>;
type EventOf<Type extends TournamentEventType> = Extract<TournamentEvent, { type: Type }>;

const TournamentEventInterface = builder.interfaceRef<TournamentItem>('TournamentEvent');
TournamentEventInterface.implement({
  description: 'A step of a tournament.',
  interfaces: [StreamEventInterface],
  resolveType: ({ event }) => event?.type ?? 'StreamGap',
});
StreamGapRef.addInterfaces([TournamentEventInterface]);

function eventRef<Type extends TournamentEventType>(type: Type) {
  return builder.objectRef<Omit<TournamentItem, 'event' | 'gap'> & { event: EventOf<Type> }>(type);
}

const interfaces = [StreamEventInterface, TournamentEventInterface];
const participantsField = 'People who entered.';

eventRef('TournamentOpened').implement({
  description: 'It can be entered.',
  interfaces,
  fields: (t) => ({
    entryClosesAt: t.field({
      type: 'DateTime',
      description: 'Until when.',
      resolve: ({ event }) => new Date(event.entryClosesAt),
    }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'Until when levels count.',
      resolve: ({ event }) => new Date(event.endsAt),
    }),
  }),
});

eventRef('EntryClosed').implement({
  description: 'Nobody can enter any more; whoever is in plays on.',
  interfaces,
  fields: (t) => ({
    participantCount: t.int({ description: participantsField, resolve: ({ event }) => event.participantCount }),
    groupCount: t.int({ description: 'Groups they make.', resolve: ({ event }) => event.groupCount }),
  }),
});

eventRef('TournamentFinished').implement({
  description: 'It is over, and its ranks stand: rewards can be claimed.',
  interfaces,
  fields: (t) => ({
    finishedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.finishedAt) }),
    participantCount: t.int({ description: participantsField, resolve: ({ event }) => event.participantCount }),
  }),
});

export const tournamentEventsConnection = builder.connectionObject(
  {
    type: TournamentEventInterface,
    name: 'TournamentEventsConnection',
    description: 'A page of a tournament’s events, the oldest first.',
  },
  { name: 'TournamentEventsConnectionEdge', description: 'An event and its cursor.' },
);

builder.subscriptionFields((t) => ({
  tournamentEvents: t.field({
    type: TournamentEventInterface,
    authScopes: { known: true },
    description: 'Every step of a tournament after `after`, once and in order, then live.',
    args: {
      tournamentId: t.arg.globalID({ for: Tournament, description: 'The tournament.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of this tournament: go on behind it. Left out, all that is kept is replayed first.',
      }),
    },
    subscribe: (_root, { tournamentId, after }, context) =>
      tournamentEvents(context, { tournamentId: tournamentId.id, after }),
    resolve: (item) => item,
  }),
}));
