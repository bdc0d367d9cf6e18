import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../harness/app.ts';
import { seedPlayer } from '../harness/seed.ts';
import { codesOf, post, request } from './request.ts';

const strict = { accept: 'application/graphql-response+json' };

describe.each([
  ['with the short path', true],
  ['by Yoga alone', false],
])('%s,', (_how, shortPath) => {
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    app = await openApp({ shortPath, alone: 'a part of the node is replaced' });
  });
  afterAll(() => app.close());

  describe('the schema', () => {
    it('can be asked for', async () => {
      const { body } = await post(app, { query: getIntrospectionQuery() });
      const asked = buildClientSchema(body?.data as Parameters<typeof buildClientSchema>[0]);
      expect(printSchema(asked)).toContain('type Game implements Node');
      expect(asked.getQueryType()?.getFields()['me']?.description).toBe(
        'Whoever the token speaks for; null without one.',
      );
    });
  });

  describe('a request that is wrong', () => {
    it.each([
      ['with a syntax error', { query: '{' }, /Syntax Error/],
      ['without operations', { query: 'fragment F on Query { me { id } }' }, /./],
      ['for a field there is not', { query: '{ nope }' }, /Cannot query field "nope"/],
      ['without a variable it needs', { query: 'query ($id: ID!) { node(id: $id) { id } }' }, /\$id/],
      [
        'with a variable of another type',
        { query: 'query ($h: String!) { user(handle: $h) { id } }', variables: { h: 7 } },
        /\$h/,
      ],
      ['naming no operation of its document', { query: 'query A { __typename }', operationName: 'B' }, /operation/],
      ['that leaves open which operation', { query: 'query A { __typename } query B { __typename }' }, /operation/],
      [
        'leaving a subscription without its field',
        { query: 'subscription { throwHops(throwId: "x") @skip(if: true) { name } }' },
        /@skip/,
      ],
      [
        'that may, by a fragment',
        {
          query:
            'subscription { ...F } fragment F on Subscription { ... @include(if: false) { throwHops(throwId: "x") { name } } }',
        },
        /@include/,
      ],
      ['with an id that is none', { query: '{ game(id: "x") { id } }' }, /global id/],
    ])('%s is BAD_USER_INPUT, and says what is wrong', async (_what, body, message) => {
      const answers = [await post(app, body), await post(app, body, strict)];
      for (const answer of answers) {
        expect(codesOf(answer)?.[0]).toBe('BAD_USER_INPUT');
        expect(new Set(codesOf(answer))).toEqual(new Set(['BAD_USER_INPUT']));
        expect(answer.body?.errors?.[0]?.message).toMatch(message);
        expect(answer.status).toBeLessThan(500);
      }
    });

    it.each([
      ['JSON that is none', '{ "query": '],
      ['nothing', ''],
      ['null', 'null'],
      ['a number', '7'],
      ['a list', '[{"query":"{__typename}"}]'],
      ['no query', '{}'],
      ['a query that is no text', '{"query":7}'],
      ['variables that are no object', '{"query":"{__typename}","variables":"x"}'],
      ['a parameter that is none', '{"query":"{__typename}","quarry":1}'],
    ])('whose body is %s is BAD_USER_INPUT with status 400', async (_what, body) => {
      for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
        const answer = await post(app, body, { accept });
        expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
      }
    });

    it.each(['variables={', 'extensions={', 'variables=%00'])('whose address has %s is as bad', async (parameter) => {
      const answer = await request(app, `/graphql?query={__typename}&${parameter}`, { headers: strict });
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
    });

    it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])(
      'of type %s is told which types are taken',
      async (type) => {
        const answer = await post(app, '{"query":"{__typename}"}', { 'content-type': type });
        expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 415, codes: ['BAD_USER_INPUT'] });
        expect(answer.body?.errors?.[0]?.message).toContain('application/json');
      },
    );

    it.each([
      ['whose length says so', undefined],
      ['that comes bit by bit', 'half' as const],
    ])('with a body over the limit, %s, is cut off with 413', async (_what, duplex) => {
      const text = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(262_144) } });
      for (const path of ['/graphql', '/graphql/stream']) {
        const answer = await request(app, path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: duplex ? new Blob([text]).stream() : text,
          ...(duplex && { duplex }),
        } as RequestInit);
        expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 413, codes: ['BAD_USER_INPUT'] });
        expect(answer.body?.errors?.[0]?.message).toMatch(/too large/);
      }
    });

    it('of the size of the limit is taken', async () => {
      const frame = JSON.stringify({ query: '{ __typename }', variables: { a: '' } });
      const body = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(262_144 - frame.length) } });
      expect(body).toHaveLength(262_144);
      expect(await post(app, body)).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
    });

    it('that would change something by GET is refused', async () => {
      const answer = await request(app, '/graphql?query=mutation{playAsGuest{__typename}}', { headers: strict });
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 405, codes: ['BAD_USER_INPUT'] });
      expect(answer.headers.get('allow')).toBe('POST');
    });

    it('by another method is refused', async () => {
      const answer = await request(app, '/graphql', { method: 'PUT', headers: strict });
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 405, codes: ['BAD_USER_INPUT'] });
      expect(answer.headers.get('allow')).toBe('GET, POST');
    });
  });

  describe('a failure of ours', () => {
    const secret = 'connect ECONNREFUSED 10.1.2.3:5432 password=hunter2';
    const signUp = { query: 'mutation { signUp(input: { handle: "ada", password: "12345678" }) { __typename } }' };

    it.each([strict.accept, 'application/json', 'text/event-stream'])(
      'shows an id and nothing of its cause in %s',
      async (accept) => {
        app.services.passwords.hash = () => Promise.reject(Object.assign(new Error(secret), { code: 'ECONNREFUSED' }));
        const { text, status } = await post(app, signUp, { accept });
        expect(status).toBe(200);
        const { errors } = JSON.parse(text.match(/\{.*\}/)?.[0] ?? '');
        const errorId = expect.stringMatching(/^[0-9a-f-]{36}$/);
        expect(errors).toEqual([
          {
            message: `Something failed on our side. If it stays, tell us its id: ${errors[0].extensions.errorId}.`,
            locations: [{ line: 1, column: 12 }],
            path: ['signUp'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
          },
        ]);
        for (const leak of ['ECONNREFUSED', 'hunter2', '10.1.2.3', 'passwords', '.ts:', 'stack'])
          expect(text).not.toContain(leak);
      },
    );

    it('before there is an operation is masked just the same', async () => {
      const { token } = await seedPlayer(app);
      Object.assign(app.services.limits, { take: () => Promise.reject(new Error(secret)) });
      try {
        for (const path of ['/graphql', '/graphql/stream']) {
          for (const accept of ['application/json', 'text/event-stream']) {
            const headers = { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` };
            const body = JSON.stringify({ query: '{ serverTime }' });
            const { text } = await request(app, path, { method: 'POST', headers, body });
            expect(text).toContain('INTERNAL_SERVER_ERROR');
            for (const leak of ['ECONNREFUSED', 'hunter2', '.ts:', 'stack']) expect(text).not.toContain(leak);
          }
        }
      } finally {
        Reflect.deleteProperty(app.services.limits, 'take');
      }
      expect(await post(app, { query: '{ __typename }' })).toMatchObject({ status: 200 });
    });

    it('while a request is let in is a 500, whatever the method', async () => {
      const failing = { secondsToWait: () => Promise.reject(new Error(secret)) };
      Object.assign(app.services.limits, failing);
      try {
        for (const method of ['GET', 'POST']) {
          const { status, body, text } = await request(app, '/graphql', { method });
          expect({ status, body }).toEqual({
            status: 500,
            body: { error: 'Something failed on our side.', requestId: expect.any(String) },
          });
          expect(text).not.toContain('hunter2');
        }
      } finally {
        Reflect.deleteProperty(app.services.limits, 'secondsToWait');
      }
      expect(await post(app, { query: '{ __typename }' })).toMatchObject({ status: 200 });
    });
  });
});
