import type { Services } from '../services.ts';
import { changeRoom } from './changeRoom.ts';

/** Does what is due in a room. Idempotent. */
export async function settleRoom(services: Services, roomId: string): Promise<void> {
  await changeRoom(services, roomId, { type: 'DUE' });
}
