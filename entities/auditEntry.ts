import { defineEntity, p } from '@mikro-orm/core';
import { ServiceToken } from './serviceToken.ts';
import { User } from './user.ts';

/** What is written down of admins and services: mutations, by name. A later release may know others. */
export const auditActions = [
  'createServiceToken',
  'revokeServiceToken',
  'defineTournament',
  'voidThrow',
  'closeRoom',
  'kickFromRoom',
  'retryDeadline',
  'retryJob',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Something that an operator did. Rows are added, never changed or taken away: the database refuses that. */
const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    /** One of these two. Whoever it was may be gone. */
    byUser: () => p.manyToOne(User).ref().nullable(),
    byService: () => p.manyToOne(ServiceToken).ref().nullable(),
    action: p.string(),
    /** Global id. */
    subject: p.string(),
    reason: p.string().nullable(),
    /** Of people no more than ids. */
    details: p.json<Record<string, string>>(),
  },
});

export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);
