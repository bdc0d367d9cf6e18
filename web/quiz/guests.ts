import type { RoomState } from './room.ts';

/** How many are in besides the host, and how many of them are online. */
export function guestsOf({
  host,
  members,
  memberCount,
  onlineCount,
}: Pick<RoomState, 'host' | 'members' | 'memberCount' | 'onlineCount'>): { here: number; online: number } {
  const hostOnline = members.get(host.id)?.online ? 1 : 0;
  return { here: Math.max(0, memberCount - 1), online: Math.max(0, onlineCount - hostOnline) };
}
