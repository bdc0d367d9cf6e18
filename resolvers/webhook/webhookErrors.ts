import type { DisabledReason } from '../../entities/webhook.ts';
import { ExpectedError } from '../errors.ts';

export class TooManyWebhooksError extends ExpectedError {
  readonly mostWebhooks: number;
  constructor(mostWebhooks: number) {
    super(`You have ${mostWebhooks} webhooks, which is the most. Delete one, or have one hear of more.`);
    this.mostWebhooks = mostWebhooks;
  }
}

export class WebhookExistsError extends ExpectedError {
  readonly webhookId: string;
  constructor(webhookId: string) {
    super('A webhook of yours goes to this address already. Change that one, or delete it first.');
    this.webhookId = webhookId;
  }
}

export class WebhookDisabledError extends ExpectedError {
  readonly because: DisabledReason;
  constructor(because: DisabledReason) {
    super(
      because === 'TOKEN_ENDED'
        ? 'The service token that made the webhook has ended, and nothing is sent to it any more. Make another webhook.'
        : 'Nothing is sent to a disabled webhook. Enable it first, by updateWebhook.',
    );
    this.because = because;
  }
}
