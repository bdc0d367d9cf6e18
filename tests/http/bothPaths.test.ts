import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp } from '../harness/app.ts';
import { seedPlayer } from '../harness/seed.ts';
import { request } from './request.ts';

type Node = Awaited<ReturnType<typeof openApp>>;
let short: Node;
let whole: Node;
let token: string;
const env = { LIMITS: 'operationsPerUser=60/600' };
beforeAll(async () => {
  short = await openApp({ env, alone: 'one path after the other' });
  whole = await openApp({ beside: short, env, shortPath: false });
  ({ token } = await seedPlayer(short));
});
afterAll(async () => {
  await whole.close();
  await short.close();
});

const accepts = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'text/html,application/xhtml+xml,*/*;q=0.8',
  'application/*',
  '*/json',
  'application/json; charset=utf-16, application/graphql-response+json',
  'application/json;charset=utf-8',
  'text/event-stream, application/json',
  'text/event-stream',
  'multipart/mixed, application/json',
  'image/png',
  '',
  ';;,',
];
const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset=latin1',
  'application/graphql+json',
  'application/graphql',
  'text/plain',
  'application/x-www-form-urlencoded',
];
const bodies: [string, unknown][] = [
  ['a query', { query: '{ __typename }' }],
  [
    'a query with everything',
    { query: 'query A { me { handle } }', variables: {}, operationName: 'A', extensions: {} },
  ],
  ['nulls', { query: '{ __typename }', variables: null, operationName: null, extensions: null, other: null }],
  ['a parameter too many', { query: '{ __typename }', other: 1 }],
  ['an operation that is not there', { query: 'query A { __typename }', operationName: 'B' }],
  ['an operation left open', { query: 'query A { __typename } query B { __typename }' }],
  ['an operation name that is none', { query: '{ __typename }', operationName: 7 }],
  ['variables that are a list', { query: '{ __typename }', variables: [] }],
  ['extensions that are text', { query: '{ __typename }', extensions: 'x' }],
  ['a syntax error', { query: '{' }],
  ['an unknown field', { query: '{ nope }' }],
  ['a variable too few', { query: 'query ($id: ID!) { node(id: $id) { id } }' }],
  ['a variable of another type', { query: 'query ($h: String!) { user(handle: $h) { id } }', variables: { h: 7 } }],
  ['too deep a document', { query: `{ me ${'{ user '.repeat(30)} { id } ${'}'.repeat(31)}` }],
  ['too many aliases', { query: `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: __typename`).join(' ')} }` }],
  ['what needs a token', { query: 'mutation { createGame { __typename } }' }],
  ['what needs an admin', { query: 'mutation { voidThrow(input: { throwId: "x", reason: "x" }) { __typename } }' }],
  ['a subscription', { query: 'subscription { myEvents { seq } }' }],
  ['no query', {}],
  ['null', null],
  ['a list', [{ query: '{ __typename }' }]],
  ['no JSON', '{ "query": '],
  ['nothing', ''],
  ['a mark of byte order', '\ufeff{"query":"{ __typename }"}'],
];

/** All that a client can tell an answer by, but for what is never twice the same. */
async function answered(node: Node, headers: Record<string, string>, body: unknown) {
  const init = { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  const { status, headers: got, text } = await request(node, '/graphql', init);
  const kept = [...got].filter(([name]) => !['date', 'x-request-id', 'retry-after'].includes(name));
  const settled = text.replaceAll(/"retryAfter":\d+|again in \d+ s/g, 'later');
  return { status, headers: Object.fromEntries(kept), text: settled };
}

async function sameOnBoth(headers: Record<string, string>, body: unknown, what: string) {
  expect(await answered(short, headers, body), what).toEqual(await answered(whole, headers, body));
}

it.each(bodies)('%s is answered alike, whatever is accepted', async (_what, body) => {
  for (const accept of accepts) {
    // A subscription that is answered goes on.
    if (accept?.includes('text/event-stream') && _what === 'a subscription') continue;
    const headers = { 'content-type': 'application/json', ...(accept !== undefined && { accept }) };
    await sameOnBoth(headers, body, `accept: ${accept}`);
  }
});

it.each(contentTypes)('of type %s it is answered alike', async (type) => {
  for (const [what, body] of bodies) {
    await sameOnBoth({ 'content-type': type, accept: 'application/json' }, body, what);
  }
});

it.each(['Bearer nonsense', 'Basic YTpi', 'Bearer', ''])(
  'with the token %j it is answered alike',
  async (authorization) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      await sameOnBoth(
        { 'content-type': 'application/json', accept, authorization },
        { query: '{ me { id } }' },
        accept,
      );
    }
  },
);

it('one too many is refused alike, and says when to come again', async () => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const refused = async (node: Node) => {
    for (;;) {
      const answer = await answered(node, headers, { query: '{ me { handle } }' });
      if (answer.text.includes('RATE_LIMITED')) return answer;
      expect(answer.status).toBe(200);
    }
  };
  expect(await refused(short)).toEqual(await refused(whole));
});
