import { createHash, createHmac } from 'node:crypto';
import type { ThrowSecrets } from '../../resolvers/services.ts';

export function throwSecretsFrom(key: Buffer): ThrowSecrets {
  return {
    secretFor: (throwId) => createHmac('sha256', key).update(throwId).digest('base64url'),
    commitmentTo: (secret) => createHash('sha256').update(secret, 'utf8').digest('base64url'),
  };
}
