import type { NotificationKind } from '../../entities/telegram.ts';
import { accountGone, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { telegramOf, type TelegramState } from './telegramLink.ts';

/** What the caller is told of over Telegram from now on, those that wait included; kept for whenever they link a chat. */
export async function setTelegramNotifications(
  context: Context,
  { notifications }: { notifications: readonly NotificationKind[] },
): Promise<TelegramState> {
  const { userId } = requireViewer(context);
  const { rowCount } = await context.services.pool.query({
    name: 'put-telegram-kinds',
    text: `
      insert into telegram_link (user_id, kinds) select id, $2 from users where id = $1
      on conflict (user_id) do update set kinds = excluded.kinds`,
    values: [userId, [...new Set(notifications)]],
  });
  if (!rowCount) throw accountGone();
  return telegramOf(context, userId);
}
