import type { Services } from '../services.ts';
import type { Attendance } from './attendance.ts';
import { changeRoom } from './changeRoom.ts';

/** Tells who came, who is there and how many answered, as all nodes know it; when to try again, if it is too soon. */
export async function pulseRoom(
  services: Services,
  attendance: Attendance,
  roomId: string,
): Promise<number | undefined> {
  await attendance.write(roomId);
  const { retryAt } = await changeRoom(services, roomId, { type: 'PULSE' });
  return retryAt;
}
