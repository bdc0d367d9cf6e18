import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, readConfig } from './config.ts';
import { botApi } from './telegram/botApi.ts';
import { registerWebhook } from './telegram/registerWebhook.ts';

const usage = `npm run telegram-webhook [-- --drop]

Tells Telegram to send what people say to the bot to PUBLIC_URL/telegram/webhook, with TELEGRAM_WEBHOOK_SECRET, and
which commands to show them. Once for each bot, and again when one of these settings changes. Takes the settings of the
server, which may run or not.
  --drop  tells it to send nothing any more`;

const [option, ...others] = process.argv.slice(2);
if (others.length > 0 || (option !== undefined && option !== '--drop')) {
  console.error(usage);
  process.exit(2);
}
try {
  const { telegram, publicUrl } = readConfig(process.env);
  if (!telegram) throw new ConfigError('There is no bot: see TELEGRAM_BOT_TOKEN in docs/operations.md.');
  const api = botApi({ config: telegram, timeoutMs: 10_000 });
  const pause = (ms: number) => sleep(ms);
  for (const line of await registerWebhook(api, { telegram, publicUrl, drop: option === '--drop', pause })) {
    console.log(line);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
