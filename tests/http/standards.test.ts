import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../harness/app.ts';

/** GraphQL over HTTP, as the specification's own audit suite has it: what it must, should and may do, without exception. */
describe.each([
  ['with the short path', true],
  ['by Yoga alone', false],
])('GraphQL over HTTP %s', (_how, shortPath) => {
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    app = await openApp({ shortPath });
  });
  afterAll(() => app.close());

  for (const { id, name, fn } of serverAudits({ url: () => `${app.url}/graphql` })) {
    it(`${id} ${name}`, async () => {
      const result = await fn();
      expect(result.status, result.status === 'ok' ? name : result.reason).toBe('ok');
    });
  }
});
