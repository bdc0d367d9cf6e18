import { AuditEntry } from '../../entities/auditEntry.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

export interface AuditLogArgs extends PageArgs {
  /** Whose deeds; bare uuid. */
  by?: { type: 'User' | 'ServiceToken'; id: string } | undefined;
  action?: string | null | undefined;
  /** Global id. */
  subject?: string | null | undefined;
}

/** What operators did, the newest first. */
export function auditLog({ em }: Context, { by, action, subject, ...page }: AuditLogArgs) {
  const where = {
    ...(by && (by.type === 'User' ? { byUser: by.id } : { byService: by.id })),
    ...(typeof action === 'string' && { action }),
    ...(typeof subject === 'string' && { subject }),
  };
  return em.findByCursor(AuditEntry, { where, orderBy: { id: 'desc' }, ...pageOf(page) });
}
