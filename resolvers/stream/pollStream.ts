import type { FeedItem } from '../../subscriptions/channel.ts';
import { UnknownEventError } from '../../subscriptions/follower.ts';
import { resume } from '../../subscriptions/resume.ts';
import { streamId, topics, type TopicEvents, type TopicName } from '../../subscriptions/topics.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { foreignCursor, readCursor } from './readCursor.ts';

export interface StreamPage<Event> {
  items: FeedItem<Event>[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** How many events one poll brings when it doesn't say, and at most. */
export const pollSize = { usual: 100, most: 1_000 } as const;

/** The same events with the same cursors as following the stream, a page at a time. */
export async function pollStream<Name extends TopicName>(
  { services }: Context,
  name: Name,
  id: string,
  { after, first }: { after?: string | null | undefined; first?: number | null | undefined },
): Promise<StreamPage<TopicEvents[Name]>> {
  const size = first ?? pollSize.usual;
  if (size < 0 || size > pollSize.most) throw badUserInput(`\`first\` must be from 0 to ${pollSize.most}.`);
  const stream = streamId(name, id);
  const { log, clock } = services;
  const extent = await log.extent(stream);
  const start = resume(readCursor(after), extent);
  if (!start) throw foreignCursor();
  const { epoch } = extent;
  const items: FeedItem<TopicEvents[Name]>[] = [];
  if (start.gap) items.push({ stream, epoch, seq: start.after, at: clock.now(), gap: start.gap });
  const entries = await log.read(stream, start.after, size - items.length + 1);
  for (const entry of entries.slice(0, Math.max(0, size - items.length))) {
    const event = topics[name].parse(entry.type, entry.version, entry.payload);
    if (!event) throw new UnknownEventError(stream, entry.seq, entry.type);
    items.push({ stream, epoch, seq: entry.seq, at: entry.at, event });
  }
  const hasNextPage = (items.at(-1)?.seq ?? start.after) < (entries.at(-1)?.seq ?? 0);
  return { items, hasNextPage, hasPreviousPage: start.after >= extent.tail };
}
