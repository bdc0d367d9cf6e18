import { expect, it } from 'vitest';
import { messageOf, stackOf } from './errorText.ts';

it('keeps the value out that PostgreSQL did not like, and what it names otherwise', () => {
  const wrong = Object.assign(new Error('invalid input syntax for type uuid: "ada@example.com"'), { code: '22P02' });
  expect(messageOf(wrong)).toBe('invalid input syntax for type uuid: "…"');
  expect(stackOf(wrong)).toMatch(/^Error: invalid input syntax for type uuid: "…"\n {4}at /);
  const twice = Object.assign(new Error('duplicate key value violates unique constraint "user_handle_key"'), {
    code: '23505',
  });
  expect(messageOf(twice)).toBe(twice.message);
});

it('keeps the row out that broke a constraint', () => {
  const broken = new Error('new row violates check constraint "a"\n - detail: Failing row contains (whsec_a, ada\nb).');
  expect(messageOf(broken)).toBe('new row violates check constraint "a"');
  expect(stackOf(broken)).toMatch(/^Error: new row violates check constraint "a"\n {4}at /);
});

it('says of what is no error only what is text', () => {
  expect([messageOf('away'), messageOf({ handle: 'ada' })]).toEqual(['away', 'not an error']);
});
