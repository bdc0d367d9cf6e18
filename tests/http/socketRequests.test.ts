import { expect, it } from 'vitest';
import { type App, countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import type { TopLevelError } from '../harness/execute.ts';
import { connect } from '../harness/socket.ts';

/** What one operation over a socket of its own is answered with. */
async function ask(app: App, payload: { query: string; operationName?: string; variables?: Record<string, unknown> }) {
  const client = connect(app, null);
  const codes = await new Promise<unknown[]>((resolve, reject) => {
    const answered: unknown[] = [];
    const note = (errors: readonly unknown[] | undefined) =>
      answered.push(...(errors ?? []).map((error) => (error as TopLevelError).extensions?.code));
    client.subscribe(payload, {
      next: ({ errors }) => note(errors),
      error: (errors) => (Array.isArray(errors) ? resolve((note(errors), answered)) : reject(errors)),
      complete: () => resolve(answered),
    });
  });
  await client.dispose();
  await eventually(
    'The end of the socket',
    () => countOf(app, 'cupbearer_sockets', {}),
    (open) => open === 0,
  );
  return codes;
}

it('requests that are wrong are BAD_USER_INPUT over a socket as well, and the next is served', async () => {
  const app = await startApp();
  const wrong = [
    { query: '{' },
    { query: '{ nope }' },
    { query: 'query A { __typename }', operationName: 'B' },
    { query: 'query A { __typename } query B { __typename }' },
    { query: 'fragment F on Query { me { id } } fragment F on Query { me { id } }' },
    { query: 'query A($id: ID!) { node(id: $id) { id } }' },
    { query: 'subscription { throwHops(throwId: "x") { name } }' },
  ];
  for (const payload of wrong) {
    expect({ payload, codes: [...new Set(await ask(app, payload))] }).toEqual({ payload, codes: ['BAD_USER_INPUT'] });
  }
  expect(await ask(app, { query: '{ __typename }' })).toEqual([]);
});

it('a failure of ours is masked over a socket as well', async () => {
  const app = await startApp({ alone: 'a part of the node is replaced' });
  app.services.passwords.hash = () => Promise.reject(new Error('hunter2'));
  const query = 'mutation { signUp(input: { handle: "ada", password: "12345678" }) { __typename } }';
  expect(await ask(app, { query })).toEqual(['INTERNAL_SERVER_ERROR']);
});

it('what HTTP makes of an error is not said over a socket', async () => {
  const app = await startApp();
  const wrong = [
    { query: '{' },
    { query: 'query ($id: ID!) { node(id: $id) { id } }' },
    { query: 'mutation { createGame { __typename } }' },
    { query: 'subscription { myEvents { seq } }' },
  ];
  const client = connect(app, null);
  for (const payload of wrong) {
    const errors = await new Promise<readonly object[]>((resolve, reject) => {
      client.subscribe(payload, {
        next: ({ errors: told }) => resolve(told ?? []),
        error: (told) => (Array.isArray(told) ? resolve(told as object[]) : reject(told)),
        complete: () => resolve([]),
      });
    });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).toMatch(/"code":"(BAD_USER_INPUT|UNAUTHENTICATED)"/);
    expect(JSON.stringify(errors)).not.toContain('"http"');
  }
});
