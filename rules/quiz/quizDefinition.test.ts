import { describe, expect, it } from 'vitest';
import { readQuiz, type QuestionInput, type QuizProblem } from './quizDefinition.ts';

const good: QuestionInput = { body: 'Which is the longest?', options: ['Nile', 'Rhine'], correctOptions: [0] };
const texts = (count: number) => Array.from({ length: count }, (_, index) => `option ${index}`);

const problemsOf = (questions: QuestionInput[], title = 'Rivers'): QuizProblem[] => {
  const read = readQuiz({ title, questions });
  return 'problems' in read ? read.problems : [];
};
const fieldsOf = (change: Partial<QuestionInput>) => problemsOf([{ ...good, ...change }]).map(({ field }) => field);

describe('a quiz', () => {
  it('has its texts trimmed, its defaults filled in and its right options in order', () => {
    const input = {
      title: '  Rivers ',
      questions: [
        { ...good, body: ' Which? ', options: [' Nile', 'Rhine ', 'Po'], correctOptions: [2, 0], explanation: ' ' },
        { ...good, seconds: 3.5, points: 0, pictureUrl: 'https://example.org/nile.jpg', explanation: 'By\nfar.' },
      ],
    };
    const optional = { pictureUrl: null, explanation: null };
    expect(readQuiz(input)).toEqual({
      quiz: {
        title: 'Rivers',
        questions: [
          {
            body: 'Which?',
            options: ['Nile', 'Rhine', 'Po'],
            correctOptions: [0, 2],
            seconds: 20,
            points: 1_000,
            ...optional,
          },
          { ...input.questions[1] },
        ],
      },
    });
  });

  it.each<[what: string, Partial<QuestionInput>]>([
    ['a body of 500', { body: '🎯'.repeat(500) }],
    ['a body of several lines', { body: 'What does this print?\r\n\n1 + 1' }],
    ['six options', { options: texts(6) }],
    ['an option of 200', { options: ['x'.repeat(200), 'y'] }],
    ['options that differ by case', { options: ['Nile', 'nile'] }],
    ['all but one right', { options: texts(6), correctOptions: [0, 1, 2, 3, 5] }],
    ['3 seconds', { seconds: 3 }],
    ['240 seconds', { seconds: 240 }],
    ['no points', { points: 0 }],
    ['2,000 points', { points: 2_000 }],
    ['a long address', { pictureUrl: `https://example.org/${'x'.repeat(2_028)}` }],
    ['an explanation of 1,000', { explanation: 'x'.repeat(1_000) }],
  ])('may have %s', (_what, change) => {
    expect(fieldsOf(change)).toEqual([]);
  });

  it.each<[what: string, Partial<QuestionInput>, fields: string[]]>([
    ['no body', { body: '  ' }, ['body']],
    ['a body of 501', { body: 'x'.repeat(501) }, ['body']],
    ['NUL in a body', { body: 'a\0b' }, ['body']],
    ['one option', { options: ['Nile'] }, ['options', 'correctOptions']],
    ['seven options', { options: texts(7) }, ['options']],
    ['an empty option', { options: ['Nile', ' '] }, ['options']],
    ['an option of 201', { options: ['Nile', 'x'.repeat(201)] }, ['options']],
    ['a line break in an option', { options: ['Nile', 'a\nb'] }, ['options']],
    [
      'two options that are none',
      { options: ['Nile', '', 'x'.repeat(201), 'Nile'] },
      ['options', 'options', 'options'],
    ],
    ['options that are the same once trimmed', { options: ['Nile', ' Nile '] }, ['options']],
    ['nothing right', { correctOptions: [] }, ['correctOptions']],
    ['all right', { correctOptions: [0, 1] }, ['correctOptions']],
    ['one right twice', { correctOptions: [1, 1] }, ['correctOptions']],
    ['a right one that is not there', { correctOptions: [2] }, ['correctOptions']],
    ['a right one below 0', { correctOptions: [-1] }, ['correctOptions']],
    ['half of one right', { correctOptions: [0.5] }, ['correctOptions']],
    ['too little time', { seconds: 2.9 }, ['seconds']],
    ['too much time', { seconds: 240.1 }, ['seconds']],
    ['no time', { seconds: NaN }, ['seconds']],
    ['negative points', { points: -1 }, ['points']],
    ['too many points', { points: 2_001 }, ['points']],
    ['half a point', { points: 0.5 }, ['points']],
    ['a picture without TLS', { pictureUrl: 'http://example.org/nile.jpg' }, ['pictureUrl']],
    ['a picture that is a script', { pictureUrl: 'javascript:alert(1)' }, ['pictureUrl']],
    ['a picture at no address', { pictureUrl: 'nile.jpg' }, ['pictureUrl']],
    ['a picture too far', { pictureUrl: `https://example.org/${'x'.repeat(2_029)}` }, ['pictureUrl']],
    ['a long explanation', { explanation: 'x'.repeat(1_001) }, ['explanation']],
    [
      'everything wrong',
      { body: '', seconds: 0, points: -1, explanation: '\0' },
      ['body', 'seconds', 'points', 'explanation'],
    ],
  ])('must not have %s', (_what, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  it('has a title and 1 to 100 questions', () => {
    const whole = (title: string, count: number) =>
      problemsOf(
        Array.from({ length: count }, () => good),
        title,
      );
    expect(whole('x', 100)).toEqual([]);
    expect(whole('x'.repeat(120), 1)).toEqual([]);
    for (const title of ['', ' ', 'x'.repeat(121), 'a\nb']) {
      expect(whole(title, 1)).toMatchObject([{ questionIndex: null, field: 'title' }]);
    }
    expect(whole('x', 0)).toMatchObject([{ questionIndex: null, field: 'questions' }]);
    expect(whole('x', 101)).toMatchObject([{ questionIndex: null, field: 'questions' }]);
  });

  it('hears of all that is wrong, where, and what to do', () => {
    expect(problemsOf([good, { ...good, options: ['a', 'b', 'a'] }, { ...good, seconds: 1 }], '')).toEqual([
      { questionIndex: null, field: 'title', message: 'Give the quiz a title of 1 to 120 characters, on one line.' },
      {
        questionIndex: 1,
        field: 'options',
        optionIndex: 2,
        message: 'Change option 3: it says the same as an earlier one.',
      },
      { questionIndex: 2, field: 'seconds', message: 'Choose a time from 3 to 240 seconds.' },
    ]);
  });

  it.each([
    [0, 'Count the options from 0: the right ones are among 0 to 1.'],
    [1, 'Count the options from 1: the right ones are among 1 to 2.'],
  ])('hears of its right options as its author counts them, from %i', (firstOption, message) => {
    const read = readQuiz({ title: 'Rivers', questions: [{ ...good, correctOptions: [5] }] }, firstOption);
    expect(read).toMatchObject({ problems: [{ field: 'correctOptions', message }] });
  });
});
