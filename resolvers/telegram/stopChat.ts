import type { Services } from '../services.ts';
import { inTransaction } from '../transaction.ts';
import { freeChats, observeSettled, personOfChat } from './chats.ts';

/** The chat is nobody's any more, and gets no messages. False: it was nobody's. */
export async function stopChat(services: Services, chatId: string): Promise<boolean> {
  const { pool, clock } = services;
  const stopped = await inTransaction(pool, async (client) => {
    const person = await personOfChat(client, chatId);
    return person && (await freeChats(client, 'chat_id = $1', chatId, clock.now()));
  });
  observeSettled(services, stopped ?? [], 'UNWANTED');
  return stopped !== undefined;
}
