/** Webhooks of one service, or of one admin. */
export const mostWebhooks = 20;
export const webhookUrlLength = 2_048;
/** Bytes of a secret, as Standard Webhooks has them. */
export const secretBytes = { least: 24, most: 64 } as const;
export const secretPrefix = 'whsec_';
/** How long the secret before the last signs, too. */
export const secretGraceMs = 24 * 3_600_000;

export interface SettingProblem {
  field: string;
  message: string;
}

/** @param plain whether http will do, too: where private addresses are allowed */
export function readUrl(text: string, plain: boolean): { url: URL } | { problem: SettingProblem } {
  const problem = (message: string) => ({ problem: { field: 'url', message } });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && !(plain && url.protocol === 'http:'))) {
    return problem(`must be an ${plain ? 'http or ' : ''}https address.`);
  }
  if (url.href.length > webhookUrlLength) return problem(`must have ${webhookUrlLength} characters at most.`);
  if (url.username !== '' || url.password !== '') return problem('must hold no user name or password.');
  if (url.hash !== '') return problem('must have no #fragment.');
  return { url };
}

export function eventsProblem(events: readonly string[], known: readonly string[]): SettingProblem | undefined {
  const valid = events.length > 0 && events.every((event) => known.includes(event));
  return valid ? undefined : { field: 'events', message: `must be one or more of ${known.join(', ')}.` };
}

export function secretProblem(secret: string): SettingProblem | undefined {
  const text = secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : '';
  const bytes = Buffer.from(text, 'base64');
  const valid =
    bytes.length >= secretBytes.least && bytes.length <= secretBytes.most && bytes.toString('base64') === text;
  if (valid) return undefined;
  const { least, most } = secretBytes;
  return { field: 'secret', message: `must be ${secretPrefix} and then ${least} to ${most} bytes in base64.` };
}
