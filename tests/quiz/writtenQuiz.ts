import type { CreateQuizInput } from '../gql/graphql.ts';

/** A quiz as somebody writes it: with spaces, defaults left out, and options named in any order. */
export const capitals: CreateQuizInput = {
  title: ' Capitals ',
  questions: [
    { body: 'Of France?', options: ['Paris', 'Lyon'], correctOptions: [0] },
    {
      body: 'Which are of the Benelux?',
      options: ['Brussels', 'Bonn', 'The Hague', 'Amsterdam'],
      correctOptions: [3, 0],
      seconds: 7.5,
      points: 500,
      pictureUrl: 'https://example.com/map.png',
      explanation: 'The government sits in The Hague.',
    },
  ],
};
