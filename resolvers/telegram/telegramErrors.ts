import { ExpectedError } from '../errors.ts';

export class TelegramOffError extends ExpectedError {
  constructor() {
    super('This server writes nobody over Telegram. Its operator may set it up: see docs/telegram.md.');
  }
}
