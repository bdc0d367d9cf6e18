import type { FeedItem } from '../subscriptions/channel.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import type { PersonRef } from '../subscriptions/gameEvent.ts';
import { gapReasons } from '../subscriptions/resume.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';

/** What every stream delivers, whatever its events. */
export type AnyItem = FeedItem<{ type: string }>;

export const StreamEventInterface = builder.interfaceRef<AnyItem>('StreamEvent').implement({
  description:
    'One event of a stream. Events of a stream are numbered without holes and hold resulting values, so applying one twice does no harm.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Where this event stands. Give it as `after` to go on behind it. Opaque.',
      resolve: (item) => encodeCursor(item),
    }),
    seq: t.exposeInt('seq', { description: 'Its number in its stream; the first is 1.' }),
    at: t.field({
      type: 'DateTime',
      description: 'When it happened, by the server.',
      resolve: ({ at }) => new Date(at),
    }),
  }),
});

const GapReasonEnum = builder.enumType('GapReason', {
  description: 'Why a stream skips.',
  values: {
    TRIMMED: { description: 'The events were older than the server keeps them.' },
    RESTORED: {
      description:
        'The server’s database was restored, and its history is not the one the cursor came from. Everything kept follows: read the state anew.',
    },
  } satisfies Record<(typeof gapReasons)[number], object>,
});

export const personRef = builder.objectRef<PersonRef>('PersonRef').implement({
  description: 'A person as events name them: what they were called when it happened.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the User.', resolve: ({ id }) => encodeGlobalId('User', id) }),
    handle: t.exposeString('handle', { description: 'Unique name.' }),
    displayName: t.exposeString('displayName', { description: 'The name to show.' }),
  }),
});

/** The only way a stream may skip: said out loud. Every kind of stream adds its own interface to it. */
export const StreamGapRef = builder.objectRef<AnyItem>('StreamGap');
StreamGapRef.implement({
  description: 'Events are missing here, and this says so. The stream goes on with the events after it.',
  interfaces: [StreamEventInterface],
  fields: (t) => ({
    reason: t.field({ type: GapReasonEnum, description: 'Why.', resolve: ({ gap }) => gap?.reason ?? 'RESTORED' }),
    missedFrom: t.int({
      nullable: true,
      description: 'Number of the first missing event, where that can be said.',
      resolve: ({ gap }) => gap?.missedFrom,
    }),
    missedTo: t.int({
      nullable: true,
      description: 'Number of the last missing event, where that can be said.',
      resolve: ({ gap }) => gap?.missedTo,
    }),
  }),
});
