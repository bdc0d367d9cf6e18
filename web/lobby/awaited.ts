import { doorOf, spacedPin } from '../quiz/door.ts';
import { en } from '../texts/en.ts';

/** What waits, behind the entrance, for whoever came by a link or a QR code to a quiz; null: nothing that has a word. */
export function awaited(path: string, search: string): string | null {
  if (path.startsWith('/rooms/')) return en.entrance.awaitedRoom;
  if (path !== '/quizzes') return null;
  const given = new URLSearchParams(search);
  const code = given.get('pin') ?? given.get('code');
  if (!code) return null;
  const door = doorOf(code);
  return 'pin' in door ? en.entrance.awaitedPin(spacedPin(door.pin)) : en.entrance.awaitedRoom;
}
