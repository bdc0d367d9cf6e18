/** What must hold always of what people are told over Telegram, each as a query for what breaks it. */
export const telegramBreaches: Record<string, string> = {
  'whatever a person is told over Telegram has happened, and to them': `
    select n.id, n.kind from telegram_notification n where not case n.kind
      when 'BATTLE_STARTING' then exists (
        select from battle a where a.id = n.subject and (a.warned or a.began_at is not null))
      when 'THROW_CHALLENGED' then exists (
        select from throw t join challenge c on c.throw_id = t.id where t.id = n.subject and t.thrower_id = n.user_id)
      else exists (
        select from tournament_entry e
        where e.tournament_id = n.subject and e.user_id = n.user_id and e.final_rank is not null) end`,
  'nothing is sent or refused over Telegram untried': `
    select id from telegram_notification where outcome in ('SENT', 'REFUSED') and attempts = 0`,
  // Ids are given before the transaction ends: one that took its time may see a later one sent.
  'nothing is sent in a chat while something from before waits': `
    select n.id, o.id as sent from telegram_notification n join telegram_notification o on o.user_id = n.user_id and o.id > n.id
    where n.settled_at is null and o.outcome = 'SENT' and o.made_at > n.made_at + interval '5 seconds'`,
};
