import type { Dice } from './dice.ts';
import { spelled } from './literal.ts';

/** The parameters of a request, as they may be or may not. */
export type Parameters = Record<string, unknown>;

const pieces = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '...',
  '"',
  '"""',
  '=',
  '|',
  '&',
  '#',
  '\\',
  '\u0000',
];
const words = [
  'query',
  'mutation',
  'fragment F on',
  'on',
  'type T',
  'nothing',
  '$undeclared',
  '@skip',
  '@nothing',
  '-',
  '1e',
];

/** Definitions that make a good document a bad one. */
const additions = [
  'fragment Unused on Query { __typename }',
  'fragment A on Query { ...B } fragment B on Query { ...A }',
  'query Loop { ...Ring } fragment Ring on Query { ...Ring }',
  'query Loop { ...Ring } fragment Ring on Query { node(id: "x") { ... on Query { ...Ring } } }',
  'query Twice { __typename } query Twice { __typename }',
  '{ __typename }',
  'type Query { x: Int }',
  'extend schema @nothing',
  'query Undeclared { node(id: $undeclared) { id } }',
  'query Unused($unused: Int) { __typename }',
  'query Wrong($wrong: Nothing!) { node(id: $wrong) { id } }',
  'query Output($wrong: Query) { __typename }',
  'query Spread { ...Nowhere }',
  'query Leaf { __typename { id } }',
  'query Bare { node(id: "x") }',
  'query Twin($a: Int, $a: ID) { __typename }',
  'query Directed @skip { __typename }',
  'query Argued { node(id: "x", id: "y", nothing: 1) { id } }',
  'subscription Two { a: __typename b: __typename }',
  'query Defer { ... @defer { __typename } }',
  'query Looped { x: __typename x: node(id: "x") { id } }',
];

/** Whole documents. */
const documents: unknown[] = [
  '',
  ' ',
  '#',
  ',',
  '\ufeff',
  '\u0000',
  '{}',
  '{ }',
  'query',
  'null',
  '{'.repeat(1_900),
  '{a'.repeat(900),
  `{a${'{a'.repeat(900)}${'}'.repeat(901)}`,
  `{a(b:${'['.repeat(900)}${']'.repeat(900)})}`,
  `{a(b:${'{c:'.repeat(600)}1${'}'.repeat(600)})}`,
  `{${'...on Query{'.repeat(400)}__typename${'}'.repeat(401)}`,
  `{${'__typename '.repeat(2_500)}}`,
  `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  `{ __typename ${'@skip(if: true) '.repeat(100)} }`,
  `query(${Array.from({ length: 300 }, (_, index) => `$v${index}: Int`).join(' ')}) { __typename }`,
  `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
  `{ __type(name: "${'x'.repeat(50_000)}") { name } }`,
  '{ "a": 1 }',
  'x'.repeat(100_000),
  '"""',
  '{ a(b: """',
  '{ a(b: "\\u{110000}") }',
  '{ a(b: "\\uD800") }',
  '{ a(b: 1.e) }',
  '{ a(b: 0123) }',
  'fragment on on on { on }',
  7,
  null,
  true,
  [],
  {},
  { kind: 'Document', definitions: [] },
];

const names: unknown[] = ['', 'Nothing', '__proto__', 'constructor', '\u0000', 7, null, [], {}, 'x'.repeat(5_000)];
const maps: unknown[] = [
  '',
  '{}',
  'null',
  7,
  null,
  true,
  [],
  [1],
  JSON.parse('{"__proto__":1}'),
  { '': 0, '\u0000': 0, $v0: 1 },
];

/** Bodies that hold no parameters. */
const bodies = [
  '',
  ' ',
  'null',
  'true',
  '7',
  '"{ __typename }"',
  '[]',
  '[{"query":"{ __typename }"},{"query":"{ __typename }"}]',
  '{',
  '{"query":',
  '{"query":"{ __typename }"',
  '{"query":"{ __typename }"}}',
  '{"query":"{ __typename }","query":"{ serverTime }"}',
  "{'query':'{ __typename }'}",
  '{"query":"\\ud800"}',
  '{"query":"{ __typename }","__proto__":{"polluted":true}}',
  '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
  '{"id":"x","type":"subscribe","payload":{"query":"{ __typename }"}}',
  '\u0000',
  '\ufeff{"query":"{ __typename }"}',
  '['.repeat(50_000),
  `{"query":"{ __typename }","variables":${'{"x":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  `{"query":"{ __typename }","variables":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
  `{"query":"{ __typename }","variables":{"x":1e999999}}`,
  `query=${encodeURIComponent('{ __typename }')}`,
];

/** Does something to the parameters that they can't be right after, or hardly. */
export function broken(parameters: Parameters & { query: string }, dice: Dice): Parameters {
  const { query } = parameters;
  return dice.weighed<() => Parameters>([
    [12, () => ({ ...parameters, query: bent(query, dice) })],
    [6, () => ({ ...parameters, query: `${query} ${dice.one(additions)}` })],
    [3, () => ({ ...parameters, query: dice.one(additions) })],
    [6, () => ({ ...parameters, query: dice.one(documents) })],
    [3, () => ({ ...parameters, operationName: dice.one(names) })],
    [3, () => ({ ...parameters, variables: dice.one(maps) })],
    [2, () => ({ ...parameters, extensions: dice.one(maps) })],
    [1, () => ({ ...parameters, [String(dice.one(names))]: dice.one([1, spelled('1e999')]) })],
  ])();
}

export function brokenBody(body: string, dice: Dice): string {
  if (dice.chance(60)) return dice.one(bodies);
  const at = dice.count(0, body.length);
  return body.slice(0, at) + (dice.chance(50) ? dice.one(pieces) + body.slice(at + 1) : '');
}

function bent(query: string, dice: Dice): string {
  const tokens = query.split(/(?<=[^\w$])|(?=[^\w$])/);
  for (let times = dice.count(1, 3); times > 0; times -= 1) {
    const at = dice.count(0, tokens.length);
    const put = dice.weighed<() => string[]>([
      [3, () => []],
      [2, () => [dice.one(pieces)]],
      [2, () => [` ${dice.one(words)} `]],
      [1, () => tokens.slice(at, at + dice.count(1, 8))],
    ])();
    tokens.splice(at, dice.chance(70) ? 1 : dice.count(0, 6), ...put);
  }
  return tokens.join('');
}
