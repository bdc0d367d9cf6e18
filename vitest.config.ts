import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** The graphql package that all libraries load: its CommonJS build, where vite alone would pick the other. */
const graphql = createRequire(import.meta.url).resolve('graphql');

const integration = {
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/browser/**'],
  globalSetup: ['tests/harness/globalSetup.ts'],
  // Each waits for the database, or for time to pass, half of its time.
  maxWorkers: 3,
  // After the unit tests, where both run: they take other numbers of workers.
  sequence: { groupOrder: 1 },
  // Files share what they import, which takes longer to load than most take to run. Nothing here keeps state
  // in modules; what a test replaces, it hands to what it starts.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * `unit` does no I/O; `integration` runs through GraphQL against a real PostgreSQL, one database per worker. Two more run
 * the same tests otherwise: `cluster` with requests that go to two nodes by turns, `pgbouncer` through that; and `browser`
 * plays on the page, in a Chromium. They are not part of `npm test`.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          // On a machine with other work a property takes its time.
          testTimeout: 60_000,
          include: ['{rules,subscriptions,server,schema,resolvers,entities,client,web}/**/*.test.ts'],
        },
      },
      { extends: true, test: { ...integration, name: 'integration' } },
      {
        extends: true,
        test: {
          ...integration,
          name: 'cluster',
          setupFiles: ['tests/harness/countLayouts.ts'],
          // Three nodes do what one does otherwise, on the same machine.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { extends: true, test: { ...integration, name: 'pgbouncer' } },
      {
        extends: true,
        test: {
          ...integration,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [],
          globalSetup: ['tests/browser/globalSetup.ts'],
          maxWorkers: 1,
        },
      },
    ],
  },
});
