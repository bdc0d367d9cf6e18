import { v7 as uuid } from 'uuid';
import { scopes, ServiceToken, type Scope } from '../../entities/serviceToken.ts';
import { isText } from '../../rules/text.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, type InvalidField } from '../errors.ts';

/** By this a service token is told from all others at sight, also by whoever scans for leaked ones. */
export const serviceTokenPrefix = 'cbs_';
const longestName = 80;

export interface ServiceTokenInput {
  name: string;
  scopes: readonly string[];
  expiresAt?: Date | null | undefined;
}

/** Makes a token for an integrator's service. It is told this once; only its hash is kept. */
export async function createServiceToken(
  context: Context,
  input: ServiceTokenInput,
): Promise<{ token: string; id: string }> {
  const { services, em } = context;
  const { userId } = requireViewer(context);
  const now = services.clock.now();
  const name = input.name.trim();
  const wrong: InvalidField[] = [];
  if (!isText(name, longestName)) {
    wrong.push({ field: 'name', message: `must have 1 to ${longestName} visible characters.` });
  }
  const known = input.scopes.filter(isScope);
  if (known.length === 0 || known.length < input.scopes.length) {
    wrong.push({ field: 'scopes', message: `must be one or more of ${scopes.join(', ')}.` });
  }
  if (input.expiresAt && input.expiresAt.getTime() <= now) {
    wrong.push({ field: 'expiresAt', message: 'must be in the future; leave it out for a token without an end.' });
  }
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const { token, hash } = services.tokens.newOpaqueToken(serviceTokenPrefix);
  const made = em.create(ServiceToken, {
    id: uuid(),
    name,
    scopes: [...new Set(known)],
    hash,
    createdBy: userId,
    createdAt: new Date(now),
    expiresAt: input.expiresAt ?? null,
  });
  await em.flush();
  return { token, id: made.id };
}

function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
