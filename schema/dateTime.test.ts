import { parseValue } from 'graphql';
import { expect, it } from 'vitest';
import { dateTime } from './dateTime.ts';

it.each(['0000-01-01T00:00:00.000Z', '2026-11-21T12:00:00+02:00', '9999-12-31T23:59:59.999Z'])('takes %s', (text) => {
  expect(dateTime.parseValue(text)).toEqual(new Date(text));
  expect(dateTime.parseLiteral(parseValue(JSON.stringify(text)))).toEqual(new Date(text));
});

it.each(['9999-12-31T23:59:59.999-23:59', '0000-01-01T00:00:00.000+00:01'])('refuses %s', (text) => {
  expect(() => dateTime.parseValue(text)).toThrow('years 0000 to 9999');
  expect(() => dateTime.parseLiteral(parseValue(JSON.stringify(text)))).toThrow('years 0000 to 9999');
});
