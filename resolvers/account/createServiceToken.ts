import { v7 as uuid } from 'uuid';
import { scopes, type Scope } from '../../entities/serviceToken.ts';
import { isText } from '../../rules/text.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, type InvalidField } from '../errors.ts';
import { auditRow } from '../operator/auditRow.ts';
import { writeAudit } from '../operator/writeAudit.ts';
import { inTransaction } from '../transaction.ts';

/** By this a service token is told from all others at sight, also by whoever scans for leaked ones. */
export const serviceTokenPrefix = 'cbs_';
const longestName = 80;

export interface ServiceTokenInput {
  name: string;
  scopes: readonly string[];
  expiresAt?: Date | null | undefined;
}

/**
 * Makes a token for an integrator's service, which is written down with it. It is told this once; only its hash is kept.
 */
export async function createServiceToken(
  context: Context,
  input: ServiceTokenInput,
): Promise<{ token: string; id: string }> {
  const { services } = context;
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
  const id = uuid();
  const granted = [...new Set(known)];
  const expiresAt = input.expiresAt ?? null;
  const details = { scopes: granted.join(' '), ...(expiresAt && { expiresAt: expiresAt.toISOString() }) };
  const entry = auditRow(context, { action: 'createServiceToken', subject: `ServiceToken:${id}`, details });
  await inTransaction(services.pool, async (client) => {
    await client.query(
      `insert into service_token (id, name, scopes, hash, created_by_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, name, granted, hash, userId, new Date(now), expiresAt],
    );
    await writeAudit(client, [entry]);
  });
  return { token, id };
}

function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
