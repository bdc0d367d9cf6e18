import { z } from 'zod';

/** One entry of AUTH_ISSUERS. */
export const outsideIssuer = z.strictObject({
  /** Exactly the tokens' `iss`. */
  issuer: z.string().min(1),
  jwks: z.url({ protocol: /^https?$/ }),
  audience: z.string().min(1),
  algorithms: z.array(z.enum(['RS256', 'ES256', 'EdDSA'])).min(1),
  /** The claim a new person's handle is made of. */
  handleClaim: z.string().default('preferred_username'),
  /** The claim that lists roles, and those of them that count here. */
  rolesClaim: z.string().optional(),
  roles: z
    .array(z.string().min(1))
    .default([])
    .refine((roles) => !roles.includes('admin'), 'an outside issuer can\u2019t make admins'),
});
export type OutsideIssuer = z.infer<typeof outsideIssuer>;
