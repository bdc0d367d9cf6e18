import { describe, expect, it } from 'vitest';
import { faultsOf, resultFaults } from './answerFaults.ts';

const error = (message: string, more: object = {}) => ({
  errors: [{ message, extensions: { code: 'BAD_USER_INPUT' }, ...more }],
});
const json = (body: unknown, status = 200) => ({ status, type: 'application/json', text: JSON.stringify(body) });

describe('an answer without fault', () => {
  it.each([
    ['data', { data: { game: null } }],
    ['an error', error('Variable "$id" is not defined.')],
    [
      'both',
      {
        data: null,
        ...error('Syntax Error: Unexpected Name "select".', { locations: [{ line: 1, column: 2 }], path: ['a', 0] }),
      },
    ],
    ['words of a person', { data: { user: { displayName: 'update me, select or delete' } } }],
  ])('has %s', (_what, result) => {
    expect(resultFaults(result)).toEqual([]);
    expect(faultsOf(json(result))).toEqual([]);
    const events = `:\n\nevent: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\ndata:\n\n`;
    expect(faultsOf({ status: 200, type: 'text/event-stream', text: events })).toEqual([]);
  });
});

describe('a fault is', () => {
  const stack = new Error('x').stack ?? '';
  it.each([
    ['a stack', error(stack)],
    ['a line of one', error('failed at async Feed.follow (/app/subscriptions/feed.ts:12:3)')],
    ['a stack among the extensions', error('x', { extensions: { code: 'BAD_USER_INPUT', stacktrace: [] } })],
    ['a stack in data', { data: { user: { displayName: stack } } }],
    ['a place in a file', error('feed.ts:12:3')],
    ['a path', error('Cannot open /home/ada/key.pem')],
    ['a package', error('in node_modules/pg')],
    ['SQL', error('select "u0".* from "users" as "u0" where "u0"."id" = $1')],
    ['SQL that writes', error('insert into users (id) values ($1)')],
    ['an error of the database', error('duplicate key value violates unique constraint "users_handle_unique"')],
    ['a text the database does not take', error('invalid byte sequence for encoding "UTF8": 0x00')],
    ['an error of the runtime', error("Cannot read properties of undefined (reading 'id')")],
    ['a recursion', error('Maximum call stack size exceeded')],
    ['an error of ours', error('x', { extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: 'x' } })],
    ['an id of one', error('x', { extensions: { code: 'BAD_USER_INPUT', errorId: 'x' } })],
    ['a code nobody knows', error('x', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })],
    ['an error without a code', { errors: [{ message: 'x' }] }],
    ['an error without words', error('')],
    ['an error that says more', error('x', { stack: 'x' })],
    ['no errors', { errors: [] }],
    ['nothing', {}],
    ['a list', [{ data: {} }]],
    ['another form', { error: 'Something failed on our side.' }],
  ])('%s', (_what, result) => {
    expect(resultFaults(result)).not.toEqual([]);
    expect(faultsOf(json(result))).not.toEqual([]);
  });

  it.each([
    ['a status of 500', json({ data: {} }, 500)],
    ['no answer', { status: 200, type: null, text: '' }],
    ['a page', { status: 200, type: 'text/html', text: '<html>' }],
    ['half an answer', { status: 200, type: 'application/json', text: '{"data":' }],
    ['half an event', { status: 200, type: 'text/event-stream', text: 'event: next\ndata: {"data":\n\n' }],
    ['an event with a fault', { status: 200, type: 'text/event-stream', text: 'event: next\ndata: {}\n\n' }],
  ])('%s', (_what, answer) => {
    expect(faultsOf(answer)).not.toEqual([]);
  });
});
