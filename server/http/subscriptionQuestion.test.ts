import { buildSchema, parse, type ExecutionArgs } from 'graphql';
import { expect, it } from 'vitest';
import { SubscriptionQuestion } from './subscriptionQuestion.ts';

const schema = buildSchema(`
  type Query { nothing: Int }
  type Event { seq: Int page(after: String, first: Int! = 3): Int }
  type Subscription { events(id: ID!, after: String): Event other(after: String): Event }
`);

const documents = new Map<string, ReturnType<typeof parse>>();
/** As the parser's cache does: equal texts are one document. */
function documentOf(text: string) {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  return document;
}

const item = { events: { seq: 7, page: ({ first }: { first: number }) => first } };

function ask(text: string, variableValues?: Record<string, unknown>, operationName?: string): SubscriptionQuestion {
  const contextValue = { services: {} };
  const args: ExecutionArgs = { schema, document: documentOf(text), contextValue };
  return new SubscriptionQuestion(
    { ...args, ...(variableValues && { variableValues }), ...(operationName && { operationName }) },
    (error) => error,
  );
}

/** What it is answered, in the whole. */
const answered = async (question: SubscriptionQuestion) => (await question.answer(item, null)).result.stringify();

const bare = 'subscription ($id: ID!, $after: String) { events(id: $id, after: $after) { seq } }';
const optional =
  'subscription ($id: ID!, $more: Boolean = true, $first: Int = 5) { events(id: $id) { seq @include(if: $more) page(first: $first) } }';

it('is the same wherever it begins', () => {
  const keys = [{}, { after: null }, { after: 'a' }, { after: 'b' }].map((more) => ask(bare, { id: 'x', ...more }).key);
  expect(new Set(keys).size).toBe(1);
});

it('is the same where its cursor comes by a fragment, on every field of the stream', () => {
  const text = `subscription ($c: String) { ...F } fragment F on Subscription { events(id: "x", after: $c) { seq } }`;
  expect(ask(text, { c: 'a' }).key).toBe(ask(text, { c: 'b' }).key);
});

const other = {
  'the document': [ask(bare, { id: 'x' }), ask(`${bare} `, { id: 'x' })],
  'a variable': [ask(bare, { id: 'x' }), ask(bare, { id: 'y' })],
  'the type of a variable': [ask(bare, { id: '1' }), ask(bare, { id: 1 })],
  'the operation': ['A', 'B'].map((name) =>
    ask('subscription A { other { seq } } subscription B { other { again: seq } }', {}, name),
  ),
  'a variable that is left out, and null': [ask(optional, { id: 'x' }), ask(optional, { id: 'x', more: null })],
  'one of two variables, by which it is': [
    ask(optional, { id: 'x', more: null }),
    ask(optional, { id: 'x', first: null }),
  ],
  'an argument of the same name elsewhere': ['a', 'b'].map((c) =>
    ask('subscription ($c: String) { events(id: "x") { page(after: $c) } }', { c }),
  ),
  'a cursor that is used elsewhere, too': ['a', 'b'].map((c) =>
    ask('subscription ($c: String) { events(id: "x", after: $c) { page(after: $c) } }', { c }),
  ),
  'an id that is called a cursor': ['a', 'b'].map((after) =>
    ask('subscription ($after: ID!) { events(id: $after) { seq } }', { after }),
  ),
};
it.each(Object.entries(other))('is another where it differs by %s', (_, [one, two]) => {
  expect(one?.key).not.toBe(two?.key);
});

it('gives who leaves a variable out its default, whatever who asks alike has said', async () => {
  expect(await answered(ask(optional, { id: 'x' }))).toBe('{"data":{"events":{"seq":7,"page":5}}}');
  expect(await answered(ask(optional, { id: 'x', more: null }))).toContain('errors');
});
