import { notificationKinds } from '../entities/telegram.ts';
import { User } from '../entities/user.ts';
import { linkTelegram } from '../resolvers/telegram/linkTelegram.ts';
import { setTelegramNotifications } from '../resolvers/telegram/setTelegramNotifications.ts';
import { TelegramOffError } from '../resolvers/telegram/telegramErrors.ts';
import { telegramOf, type TelegramState } from '../resolvers/telegram/telegramLink.ts';
import { unlinkTelegram } from '../resolvers/telegram/unlinkTelegram.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';

const NotificationKindEnum = builder.enumType('NotificationKind', {
  description: 'What a person may be told of while they are elsewhere.',
  values: {
    BATTLE_STARTING: {
      description: 'A battle they are in begins in a minute, or has begun; not what they began themselves.',
    },
    THROW_CHALLENGED: { description: 'A throw of theirs is challenged, and still to be answered for.' },
    TOURNAMENT_RESULT: { description: 'A tournament they entered is over: their rank and reward.' },
  } satisfies Record<(typeof notificationKinds)[number], object>,
});

const TelegramLinkRef = builder.objectRef<TelegramState>('TelegramLink');
TelegramLinkRef.implement({
  description: 'A person’s private chat with the bot of this server, and what they want to be told there.',
  fields: (t) => ({
    linkedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when a chat is theirs; null while none is.',
      resolve: ({ linkedAt }) => linkedAt,
    }),
    reachable: t.boolean({
      description: 'Whether messages arrive: false without a chat, and after its person has blocked the bot.',
      resolve: ({ linkedAt, blockedAt }) => linkedAt !== null && blockedAt === null,
    }),
    notifications: t.field({
      type: [NotificationKindEnum],
      description: 'What they want to be told; all of it, until they choose. Kept without a chat, too.',
      resolve: ({ notifications }) => notifications,
    }),
  }),
});

builder.objectField(User, 'telegram', (t) =>
  t.field({
    type: TelegramLinkRef,
    nullable: true,
    description: 'What this person is told over Telegram; null for all eyes but their own.',
    resolve: ({ id }, _args, context) => (context.eyes === id ? telegramOf(context, id) : null),
  }),
);

builder.objectType(TelegramOffError, {
  name: 'TelegramOffError',
  description: 'This server has no bot.',
  interfaces: [ErrorInterface],
});

const authScopes = { signedIn: true };
const telegramPayload = (description: string) => ({
  description,
  outputFields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, TelegramState>) => ({
    telegram: t.field({ type: TelegramLinkRef, description: 'As it is now.', resolve: (state) => state }),
  }),
});
type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer SchemaTypes> ? SchemaTypes : never;

builder.relayMutationField(
  'linkTelegram',
  {
    description: 'What to be told.',
    inputFields: (t) => ({
      notifications: t.field({
        type: [NotificationKindEnum],
        required: false,
        description: 'What you want to be told from now on; left out, what you chose before, or else all.',
      }),
    }),
  },
  {
    description:
      'Gives you a link that makes whichever private chat opens it yours, once and within 15 minutes. A link you were given before opens nothing any more; a chat you had before, or that was somebody else’s, is replaced when the link is opened.',
    authScopes,
    errors: { types: [TelegramOffError] },
    resolve: (_root, { input }, context) => linkTelegram(context, input),
  },
  {
    description: 'To be opened on whatever device Telegram is on.',
    outputFields: (t) => ({
      url: t.exposeString('url', { description: 'Opens the chat with the bot; its START button links it.' }),
      code: t.exposeString('code', {
        description: 'For where no link can be opened: `/start <code>`, sent to the bot, does the same. A secret.',
      }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'Until when it is good.',
        resolve: ({ expiresAt }) => expiresAt,
      }),
    }),
  },
);

builder.relayMutationField(
  'unlinkTelegram',
  {
    description: 'How thoroughly.',
    inputFields: (t) => ({
      forgetChoices: t.boolean({
        required: false,
        defaultValue: false,
        description: 'Also forgets what you chose to be told.',
      }),
    }),
  },
  {
    description:
      'Parts you from your chat: nothing is sent there any more, not even what waits, and no link you were given opens anything. Sent twice, or without a chat, it is a no-op.',
    authScopes,
    errors: { types: [] },
    resolve: (_root, { input }, context) => unlinkTelegram(context, { forgetChoices: input.forgetChoices ?? false }),
  },
  telegramPayload('Parted, now or before.'),
);

builder.relayMutationField(
  'setTelegramNotifications',
  {
    description: 'What to be told.',
    inputFields: (t) => ({
      notifications: t.field({
        type: [NotificationKindEnum],
        description:
          'All that you want to be told from now on; of what is not listed, nothing is sent, not even what waits.',
      }),
    }),
  },
  {
    description: 'Chooses what you are told over Telegram, now or once you link a chat.',
    authScopes,
    errors: { types: [] },
    resolve: (_root, { input }, context) => setTelegramNotifications(context, input),
  },
  telegramPayload('Chosen.'),
);
