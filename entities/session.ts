import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

/** A sign-in and all refresh tokens that came from it: the family that ends together. */
const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).ref(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    /** When the newest access token of the session ends: until then, nodes remember that it was ended. */
    accessUntil: p.datetime().nullable(),
    /** What it was opened on, such as “Firefox on Android”; null when that is not known. */
    device: p.string().nullable(),
    endedAt: p.datetime().nullable(),
    endedBecause: p.string().$type<SessionEnd>().nullable(),
  },
});

export type SessionEnd = 'SIGNED_OUT' | 'TOKEN_REUSED' | 'REVOKED';

export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

/** Only the SHA-256 of a refresh token is kept; `usedAt` marks it spent, and a second use ends the family. */
const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  properties: {
    hash: p.string().primary(),
    session: () => p.manyToOne(Session).ref(),
    issuedAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
