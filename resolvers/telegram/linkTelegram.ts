import type { NotificationKind } from '../../entities/telegram.ts';
import { accountGone, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { setTelegramNotifications } from './setTelegramNotifications.ts';
import { TelegramOffError } from './telegramErrors.ts';

/** Long enough to find one's telephone. */
export const codeLifeMs = 15 * 60_000;

export interface DeepLink {
  url: string;
  code: string;
  expiresAt: Date;
}

/** A deep link that makes whichever chat opens it the caller's; the ones before open nothing any more. */
export async function linkTelegram(
  context: Context,
  { notifications }: { notifications?: readonly NotificationKind[] | null | undefined },
): Promise<DeepLink> {
  const { services } = context;
  const { userId } = requireViewer(context);
  const { telegramBot } = services.policy;
  if (telegramBot === null) throw new TelegramOffError();
  await services.limits.take('telegramLinksPerUser', userId);
  if (notifications) await setTelegramNotifications(context, { notifications });
  const { token: code, hash } = services.tokens.newOpaqueToken();
  const expiresAt = new Date(services.clock.now() + codeLifeMs);
  const { rowCount } = await services.pool.query({
    name: 'put-telegram-code',
    text: `
      insert into telegram_code (user_id, hash, expires_at) select id, $2, $3 from users where id = $1
      on conflict (user_id) do update set hash = excluded.hash, expires_at = excluded.expires_at, used_by = null`,
    values: [userId, hash, expiresAt],
  });
  if (!rowCount) throw accountGone();
  return { url: `https://t.me/${telegramBot}?start=${code}`, code, expiresAt };
}
