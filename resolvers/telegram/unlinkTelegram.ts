import { notificationKinds } from '../../entities/telegram.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { freeChats, observeSettled } from './chats.ts';
import { telegramOf, type TelegramState } from './telegramLink.ts';

/** Nobody writes to the caller any more, and no code that is about changes that. What they chose is kept, unless they say otherwise. */
export async function unlinkTelegram(
  context: Context,
  { forgetChoices }: { forgetChoices: boolean },
): Promise<TelegramState> {
  const { services } = context;
  const { userId } = requireViewer(context);
  const unwanted = await inTransaction(services.pool, async (client) => {
    await client.query('delete from telegram_code where user_id = $1', [userId]);
    const kinds = await freeChats(client, 'user_id = $1', userId, services.clock.now());
    if (forgetChoices) {
      await client.query('update telegram_link set kinds = $2 where user_id = $1', [userId, notificationKinds]);
    }
    return kinds;
  });
  observeSettled(services, unwanted, 'UNWANTED');
  return telegramOf(context, userId);
}
