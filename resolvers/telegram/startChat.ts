import type { ClientBase } from 'pg';
import { notificationKinds, type NotificationKind } from '../../entities/telegram.ts';
import type { Services } from '../services.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { freeChats, type LinkedPerson, observeSettled, personOfChat } from './chats.ts';

/**
 * Makes a chat that of whoever the code was given to; undefined when the code opens nothing (any more). The chat is then
 * nobody else's, and its person has no other. The same code again in the same chat is answered as the first time.
 */
export async function startChat(
  services: Services,
  { chatId, code }: { chatId: string; code: string },
): Promise<LinkedPerson | undefined> {
  const { pool, clock, tokens, observer } = services;
  const hash = tokens.hashOpaqueToken(code);
  const { person, unwanted } = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      // One at a time: two people who change chats with one another would wait for each other.
      await client.query(`select pg_advisory_xact_lock(hashtext('telegram links'))`);
      const found = await findCode(client, { hash, chatId, at: clock.now() });
      const unwanted = found && !found.used ? await link(client, { ...found, chatId, at: clock.now() }) : [];
      const person = found && (await personOfChat(client, chatId));
      return { person: person?.userId === found?.userId ? person : undefined, unwanted };
    }),
  );
  observeSettled(services, unwanted, 'UNWANTED');
  return person;
}

async function findCode(
  client: ClientBase,
  { hash, chatId, at }: { hash: string; chatId: string; at: number },
): Promise<{ userId: string; used: boolean } | undefined> {
  const { rows } = await client.query<{ userId: string; used: boolean }>(
    `select user_id as "userId", used_by is not null as used from telegram_code
     where hash = $1 and expires_at > $2 and (used_by is null or used_by = $3) for no key update`,
    [hash, new Date(at), chatId],
  );
  return rows[0];
}

/** Returns what kinds of notifications waited for whoever had the chat before. */
async function link(
  client: ClientBase,
  { userId, chatId, at }: { userId: string; chatId: string; at: number },
): Promise<NotificationKind[]> {
  await client.query('update telegram_code set used_by = $2 where user_id = $1', [userId, chatId]);
  const before = await personOfChat(client, chatId);
  const unwanted = before && before.userId !== userId ? await freeChats(client, 'chat_id = $1', chatId, at) : [];
  await client.query(
    `insert into telegram_link (user_id, chat_id, kinds, linked_at) values ($1, $2, $3, $4)
     on conflict (user_id) do update
     set chat_id = excluded.chat_id, linked_at = excluded.linked_at, blocked_at = null, next_at = null`,
    [userId, chatId, notificationKinds, new Date(at)],
  );
  return unwanted;
}
