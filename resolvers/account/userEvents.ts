import type { Follower } from '../../subscriptions/follower.ts';
import type { UserEvent } from '../../subscriptions/userEvent.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { followStream } from '../stream/followStream.ts';

/** Follows what concerns the caller. Nobody reads another's. */
export async function myEvents(
  context: Context,
  { after }: { after?: string | null | undefined },
): Promise<Follower<UserEvent>> {
  const { userId } = requireViewer(context);
  return followStream(context, 'User', userId, after);
}
