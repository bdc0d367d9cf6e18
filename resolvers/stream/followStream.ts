import type { Follower } from '../../subscriptions/follower.ts';
import type { TopicEvents, TopicName } from '../../subscriptions/topics.ts';
import type { Context } from '../context.ts';
import { foreignCursor, readCursor } from './readCursor.ts';

/** Every event of a stream after `after`, then live ones, each once, in order. */
export async function followStream<Name extends TopicName>(
  { services }: Context,
  topic: Name,
  id: string,
  after: string | null | undefined,
): Promise<Follower<TopicEvents[Name]>> {
  const follower = await services.feed.follow(topic, id, readCursor(after));
  if (!follower) throw foreignCursor();
  return follower;
}
