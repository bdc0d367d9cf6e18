let updates = 0;

/** A message as the Bot API tells of it. */
export function messageIn(chatId: number, text: string, type = 'private') {
  updates += 1;
  const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: 1_700_000_000,
      chat: { id: chatId, type, first_name: 'Ada' },
      from: { id: chatId, is_bot: false, first_name: 'Ada' },
      text,
      ...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }),
    },
  };
}

/** Somebody blocks the bot (`kicked`), or lets it back in (`member`). */
export function membership(chatId: number, status: 'kicked' | 'member') {
  updates += 1;
  const from = { id: chatId, is_bot: false, first_name: 'Ada' };
  const user = { id: 123456789, is_bot: true, first_name: 'Cupbearer' };
  return {
    update_id: updates,
    my_chat_member: {
      chat: { id: chatId, type: 'private', first_name: 'Ada' },
      from,
      date: 1_700_000_000,
      old_chat_member: { status: status === 'kicked' ? 'member' : 'kicked', user },
      new_chat_member: { status, user },
    },
  };
}
