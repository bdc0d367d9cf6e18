import { expect, it } from 'vitest';
import { awaited } from './awaited.ts';

const room = 'Sign in or play as a guest to join the quiz.';

it.each([
  ['/quizzes', '?pin=123456', 'Sign in or play as a guest to join the quiz with PIN 123 456.'],
  ['/quizzes', '?code=k3_Xq', room],
  ['/quizzes', '?pin=no-pin', room],
  ['/rooms/UXVpelJvb206MQ', '', room],
  ['/quizzes', '', null],
  ['/quizzes', '?pin=', null],
  ['/', '?pin=123456', null],
])('who comes to %s%s without being signed in is told: %s', (path, search, text) => {
  expect(awaited(path, search)).toBe(text);
});
