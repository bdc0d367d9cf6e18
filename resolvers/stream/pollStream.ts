import type { FeedItem } from '../../subscriptions/channel.ts';
import type { EventLog } from '../../subscriptions/eventLog.ts';
import { UnknownEventError } from '../../subscriptions/follower.ts';
import { resume, type Resumption, type StreamExtent } from '../../subscriptions/resume.ts';
import { streamId, topics, type TopicEvents, type TopicName } from '../../subscriptions/topics.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { foreignCursor, readCursor } from './readCursor.ts';

export interface StreamPage<Event> {
  items: FeedItem<Event>[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** Either the next `first` behind a cursor, or the `last` there are. */
export interface PollArgs {
  after?: string | null | undefined;
  first?: number | null | undefined;
  last?: number | null | undefined;
}

/** How many events one poll brings when it doesn't say, and at most. */
export const pollSize = { usual: 100, most: 1_000 } as const;
/** How often a page is read anew because the stream changed under it. */
const pollTries = 5;

/**
 * The same events with the same cursors as following the stream, a page at a time. A page ends before an event this node
 * can't read; one that would begin with it is an UnknownEventError.
 */
export async function pollStream<Name extends TopicName>(
  { services }: Context,
  name: Name,
  id: string,
  { after, first, last }: PollArgs,
): Promise<StreamPage<TopicEvents[Name]>> {
  const size = last ?? first ?? pollSize.usual;
  if (size < 0 || size > pollSize.most)
    throw badUserInput(`\`${isGiven(last) ? 'last' : 'first'}\` must be from 0 to ${pollSize.most}.`);
  if (isGiven(last) && (isGiven(after) || isGiven(first)))
    throw badUserInput('Send either `last`, or `after` and `first`.');
  const stream = streamId(name, id);
  const cursor = readCursor(after);
  const startIn = isGiven(last)
    ? ({ head, tail }: StreamExtent) => ({ after: Math.max(tail - 1, head - size) })
    : (extent: StreamExtent) => resume(cursor, extent);
  const { extent, start, entries } = await readFrom(services.log, stream, startIn, size);
  const { epoch, head } = extent;
  const items: FeedItem<TopicEvents[Name]>[] = [];
  if (start.gap && size > 0) items.push({ stream, epoch, seq: start.after, at: services.clock.now(), gap: start.gap });
  for (const entry of entries.slice(0, size - items.length)) {
    const event = topics[name].parse(entry.type, entry.version, entry.payload);
    if (!event && items.length > 0) break;
    if (!event) throw new UnknownEventError(stream, entry.seq, entry.type);
    items.push({ stream, epoch, seq: entry.seq, at: entry.at, event });
  }
  const end = Math.max(head, entries.at(-1)?.seq ?? 0);
  const hasNextPage = (start.gap && items.length === 0) || (items.at(-1)?.seq ?? start.after) < end;
  return { items, hasNextPage, hasPreviousPage: start.after >= extent.tail };
}

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** Up to `limit` entries from where `startIn` says, with the extent that says so. */
async function readFrom(
  log: EventLog,
  stream: string,
  startIn: (extent: StreamExtent) => Resumption | undefined,
  limit: number,
) {
  for (let tries = 0; tries < pollTries; tries += 1) {
    const extent = await log.extent(stream);
    const start = startIn(extent);
    if (!start) throw foreignCursor();
    const entries = limit > 0 ? await log.read(stream, start.after, limit) : [];
    // Otherwise retention or a restore came between the two reads, and the next look knows of it.
    const [first = { seq: start.after + 1 }] = entries;
    if (first.seq === start.after + 1 && log.epoch === extent.epoch) return { extent, start, entries };
  }
  throw new RangeError(`Stream ${stream} has a hole`);
}
