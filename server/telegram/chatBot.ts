import { GraphQLError } from 'graphql';
import { Bot, type Context as ChatContext } from 'grammy/web';
import type { Services } from '../../resolvers/services.ts';
import { battlesOfPerson } from '../../resolvers/telegram/battlesOfPerson.ts';
import { type LinkedPerson, personOfChat, setBlocked } from '../../resolvers/telegram/chats.ts';
import { standingsOfPerson } from '../../resolvers/telegram/standingsOfPerson.ts';
import { startChat } from '../../resolvers/telegram/startChat.ts';
import { stopChat } from '../../resolvers/telegram/stopChat.ts';
import { chatTexts } from '../../rules/chatTexts.ts';
import type { TelegramConfig } from '../config.ts';
import type { RateLimiter } from '../rateLimiter.ts';

export interface ChatBotOptions {
  config: TelegramConfig;
  services: Services;
  limiter: RateLimiter;
  /** Told what each update was: a command, or what became of something else. */
  met(what: string): void;
}

/** What people can say to the bot, and what is shown of it in Telegram's menu. */
export const commands = [
  { command: 'standings', description: 'Where you stand' },
  { command: 'battles', description: 'Your battles' },
  { command: 'stop', description: 'No more messages' },
  { command: 'help', description: 'What I can do' },
] as const;

/**
 * The bot as people meet it in private chats; it has nothing to say anywhere else. Each message has one answer at most,
 * which goes back in the response to Telegram's own request.
 */
export function chatBot({ config, services, limiter, met }: ChatBotOptions): Bot {
  const { botName: username, token, apiUrl: apiRoot } = config;
  const bot = new Bot(token, {
    client: { apiRoot, canUseWebhookReply: () => true },
    // All that is asked of it here; its own word would take a call, and Telegram to be there.
    botInfo: { id: Number(token.split(':', 1)[0]), is_bot: true, first_name: username, username } as Bot['botInfo'],
  });
  const answer = (text: string) => (chat: ChatContext) => reply(chat, text);
  const linked = (text: (person: LinkedPerson) => Promise<string>) => async (chat: ChatContext) => {
    const person = await personOfChat(services.pool, chatIdOf(chat));
    return reply(chat, person ? await text(person) : chatTexts.stranger);
  };
  const counted = (what: string, handle: (chat: ChatContext) => Promise<void>) => (chat: ChatContext) => {
    met(what);
    return handle(chat);
  };

  const people = bot.chatType('private');
  people.use(async (chat, next) => {
    const wait = chat.message ? await limiter.secondsToWait('telegramMessagesPerChat', chatIdOf(chat)) : 0;
    return wait > 0 ? met('limited') : next();
  });
  people.command('start', counted('start', start));
  people.command(
    'standings',
    counted(
      'standings',
      linked(async ({ userId }) => chatTexts.standings(await standingsOfPerson(services, userId))),
    ),
  );
  people.command(
    'battles',
    counted(
      'battles',
      linked(async ({ userId }) => chatTexts.battles(await battlesOfPerson(services, userId), services.clock.now())),
    ),
  );
  people.command(
    'stop',
    counted('stop', async (chat) => {
      const stopped = await stopChat(services, chatIdOf(chat));
      await reply(chat, stopped ? chatTexts.stopped : chatTexts.stranger);
    }),
  );
  people.on('message', counted('help', answer(chatTexts.help)));
  people.on(
    'my_chat_member',
    counted('member', async (chat) => {
      const blocked = chat.myChatMember?.new_chat_member.status === 'kicked';
      await setBlocked(services, { chatId: chatIdOf(chat), blocked, at: services.clock.now() });
    }),
  );
  bot.use(() => met('ignored'));
  return bot;

  async function start(chat: ChatContext): Promise<void> {
    const chatId = chatIdOf(chat);
    // Whoever can write has not blocked the bot.
    await setBlocked(services, { chatId, blocked: false, at: services.clock.now() });
    const code = typeof chat.match === 'string' ? chat.match.trim() : '';
    if (code === '') {
      const person = await personOfChat(services.pool, chatId);
      return reply(chat, person ? chatTexts.linked(person.displayName) : chatTexts.stranger);
    }
    try {
      const person = await services.limits.guess(`telegram:${chatId}`, () => startChat(services, { chatId, code }));
      await reply(chat, person ? chatTexts.linked(person.displayName) : chatTexts.wrongCode);
    } catch (error) {
      if (!isRateLimited(error)) throw error;
      await reply(chat, chatTexts.tooManyCodes);
    }
  }
}

async function reply(chat: ChatContext, text: string): Promise<void> {
  await chat.reply(text, { link_preview_options: { is_disabled: true } });
}

function chatIdOf(chat: ChatContext): string {
  return String(chat.chatId);
}

function isRateLimited(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions['code'] === 'RATE_LIMITED';
}
