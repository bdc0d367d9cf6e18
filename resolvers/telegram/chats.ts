import type { ClientBase, Pool } from 'pg';
import type { NotificationKind, NotificationOutcome } from '../../entities/telegram.ts';
import type { OperationObserver } from '../services.ts';

/** Told what came of notifications. */
interface Observed {
  observer: Pick<OperationObserver, 'notificationSettled'>;
}

/** Whose chat it is. */
export interface LinkedPerson {
  userId: string;
  displayName: string;
}

/** Whose chat it is; undefined for nobody's. Ids of chats are whole numbers, as text. */
export async function personOfChat(connection: Pool | ClientBase, chatId: string): Promise<LinkedPerson | undefined> {
  const { rows } = await connection.query<LinkedPerson>({
    name: 'person-of-chat',
    text: `
      select l.user_id as "userId", u.display_name as "displayName" from telegram_link l
      join users u on u.id = l.user_id where l.chat_id = $1`,
    values: [chatId],
  });
  return rows[0];
}

/**
 * Parts people from their chats, in the caller's transaction. What waits for them is not wanted any more: returns of
 * which kinds it was.
 */
export async function freeChats(
  client: ClientBase,
  which: 'user_id = $1' | 'chat_id = $1',
  id: string,
  at: number,
): Promise<NotificationKind[]> {
  const { rows } = await client.query<{ id: string }>(
    `update telegram_link set chat_id = null, linked_at = null, blocked_at = null, next_at = null
     where ${which} and chat_id is not null returning user_id as id`,
    [id],
  );
  return settleAll(
    client,
    rows.map((row) => row.id),
    'UNWANTED',
    at,
  );
}

/** The bot was let into a chat again, or is kept out of it: then what waits for its person ends. */
export async function setBlocked(
  { pool, observer }: { pool: Pool } & Observed,
  { chatId, blocked, at }: { chatId: string; blocked: boolean; at: number },
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'set-chat-blocked',
    text: `
      update telegram_link set blocked_at = case when $2 then coalesce(blocked_at, $3) end
      where chat_id = $1 returning user_id as id`,
    values: [chatId, blocked, new Date(at)],
  });
  const users = blocked ? rows.map(({ id }) => id) : [];
  observeSettled({ observer }, await settleAll(pool, users, 'BLOCKED', at), 'BLOCKED');
}

/** Ends all that waits for these people. */
async function settleAll(
  connection: Pool | ClientBase,
  users: readonly string[],
  outcome: 'UNWANTED' | 'BLOCKED',
  at: number,
): Promise<NotificationKind[]> {
  if (users.length === 0) return [];
  const { rows } = await connection.query<{ kind: NotificationKind }>({
    name: 'settle-all-notifications',
    text: `
      update telegram_notification set outcome = $2, settled_at = $3
      where user_id = any($1) and settled_at is null returning kind`,
    values: [users, outcome, new Date(at)],
  });
  return rows.map(({ kind }) => kind);
}

/** After the commit. */
export function observeSettled(
  { observer }: Observed,
  kinds: readonly NotificationKind[],
  outcome: NotificationOutcome,
): void {
  for (const kind of kinds) observer.notificationSettled(kind, outcome);
}
