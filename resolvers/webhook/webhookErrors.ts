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
