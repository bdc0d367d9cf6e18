import { randomBytes } from 'node:crypto';
import { eventsProblem, readUrl, secretPrefix, secretProblem } from '../../rules/webhookSettings.ts';
import { isWebhookEvent, webhookEventNames, webhookEvents } from '../../subscriptions/webhookEvent.ts';
import { InvalidInputError, type InvalidField } from '../errors.ts';
import type { Services } from '../services.ts';

const secretLength = 32;

export interface WebhookInput {
  url?: string | null | undefined;
  events?: readonly string[] | null | undefined;
  secret?: string | null | undefined;
}

/** What the input says, checked; what is left out is undefined. Throws an InvalidInputError that names all that is wrong. */
export async function readWebhook(
  { webhooks }: Pick<Services, 'webhooks'>,
  { url, events, secret }: WebhookInput,
): Promise<{ url?: string; events?: string[]; sources?: string[]; secret?: string }> {
  const wrong: InvalidField[] = [];
  const read = typeof url === 'string' ? readUrl(url, webhooks.plainAllowed) : undefined;
  if (read && 'problem' in read) wrong.push(read.problem);
  const eventsWrong = events && eventsProblem(events, webhookEventNames);
  if (eventsWrong) wrong.push(eventsWrong);
  const secretWrong = typeof secret === 'string' ? secretProblem(secret) : undefined;
  if (secretWrong) wrong.push(secretWrong);
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const to = read && 'url' in read ? read.url : undefined;
  const refused = to && (await webhooks.refusal(to));
  if (refused) throw new InvalidInputError([{ field: 'url', message: refused }]);
  const names = events && [...new Set(events)].filter(isWebhookEvent);
  return {
    ...(to && { url: to.href }),
    ...(names && { events: names, sources: names.map((name) => webhookEvents[name].source) }),
    ...(typeof secret === 'string' && { secret }),
  };
}

export function newSecret(): string {
  return `${secretPrefix}${randomBytes(secretLength).toString('base64')}`;
}
