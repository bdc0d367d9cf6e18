import { v7 as uuid } from 'uuid';
import type { AuditAction } from '../../entities/auditEntry.ts';
import { unauthenticated } from '../badRequest.ts';
import type { Context } from '../context.ts';
import type { AuditRow } from './writeAudit.ts';

/** Something that somebody is about to do, for the audit log. */
export interface Deed {
  action: AuditAction;
  /** Global id of what it is done to. */
  subject: string;
  reason?: string;
  /** Of people no more than ids. */
  details?: Record<string, string>;
}

/** The entry of a deed of the caller's, to be written by the transaction that does it, and only if it does. */
export function auditRow({ services, viewer, service }: Context, deed: Deed): AuditRow {
  if (!viewer && !service) throw unauthenticated();
  return {
    id: uuid(),
    at: new Date(services.clock.now()).toISOString(),
    by_user_id: viewer?.userId ?? null,
    by_service_id: service?.tokenId ?? null,
    action: deed.action,
    subject: deed.subject,
    reason: deed.reason ?? null,
    details: deed.details ?? {},
  };
}
