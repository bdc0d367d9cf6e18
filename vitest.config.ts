import { defineConfig } from 'vitest/config';

/** `unit` does no I/O; `integration` runs through GraphQL against a real PostgreSQL, one database per worker. */
export default defineConfig({
  test: {
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{rules,subscriptions,server,schema,resolvers,entities}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/harness/globalSetup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
