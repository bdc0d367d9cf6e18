/** PostgreSQL's class of errors about values, which it quotes. */
const dataException = /^22[0-9A-Z]{3}$/;

/** What the ORM adds to PostgreSQL's messages: the row that broke a constraint, secrets and all. */
const detail = /\n - detail: [^]*$/;

/** An error's message as logs and reports may have it: without the values that PostgreSQL did not like. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'not an error';
  const message = error.message.replace(detail, '');
  const aboutValue = 'code' in error && dataException.test(String(error.code));
  return aboutValue ? message.replaceAll(/"[^"]*"/g, '"…"') : message;
}

/** Its stack, with the message as it may be. */
export function stackOf(error: Error): string | undefined {
  const { stack, message } = error;
  return message === '' ? stack : stack?.replaceAll(message, () => messageOf(error));
}
