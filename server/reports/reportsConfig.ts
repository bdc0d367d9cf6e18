import { z } from 'zod';

/** Where errors are reported, by Sentry's own names for it. */
export interface ReportsConfig {
  dsn: string;
  environment: string;
  release?: string;
}

export const reportsSettings = {
  SENTRY_DSN: z.url({ protocol: /^https?$/ }).optional(),
  SENTRY_ENVIRONMENT: z.string().min(1).optional(),
  SENTRY_RELEASE: z.string().min(1).optional(),
};
const settings = z.object({ ...reportsSettings, NODE_ENV: z.string() });

/** Undefined: nothing is reported. */
export function reportsOf(values: z.infer<typeof settings>): ReportsConfig | undefined {
  const { SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: environment, SENTRY_RELEASE: release } = values;
  if (dsn === undefined) return undefined;
  return { dsn, environment: environment ?? values.NODE_ENV, ...(release !== undefined && { release }) };
}
