import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import { capitals } from './writtenQuiz.ts';

let app: App;
let author: TestPlayer;
onOneNode({}, async (node) => {
  app = node;
  author = await seedPlayer(app);
});

describe('a file of questions', () => {
  const load = async (format: 'JSON' | 'CSV', text: string, title?: string) =>
    (await execute(app, author.token, documents.importQuiz, { input: { format, text, title: title ?? null } }))
      .importQuiz;
  const faults = async (...args: Parameters<typeof load>) => {
    const answer = await load(...args);
    return answer.__typename === 'InvalidInputError'
      ? answer.fields.map(({ field, message }) => `${field}: ${message}`)
      : [];
  };

  it('in JSON is a quiz, or a list of questions with a title beside', async () => {
    const whole = expectPayload(await load('JSON', JSON.stringify(capitals))).quiz;
    expect(whole).toMatchObject({ title: 'Capitals', questions: [{ body: 'Of France?' }, { correctOptions: [0, 3] }] });
    const list = expectPayload(await load('JSON', JSON.stringify(capitals.questions), 'Towns')).quiz;
    expect(list).toMatchObject({ title: 'Towns', questions: whole.questions });
  });

  it('in CSV is a question a line, with quotes, blank lines and a mark of byte order', async () => {
    const text = [
      '\ufeffquestion,option1,option2,option3,correct,seconds,points,picture,explanation',
      '"Which are prime, say?",2,4,5,"1, 3",,500,,"Two is, ""even"" so"',
      '',
      '"Two\nlines",yes,no,,2,3.5,,https://example.com/a.png,',
    ].join('\r\n');
    expect(expectPayload(await load('CSV', text, 'Sums')).quiz).toMatchObject({
      title: 'Sums',
      questions: [
        {
          body: 'Which are prime, say?',
          options: ['2', '4', '5'],
          correctOptions: [0, 2],
          seconds: 20,
          points: 500,
          pictureUrl: null,
          explanation: 'Two is, "even" so',
        },
        {
          body: 'Two\nlines',
          options: ['yes', 'no'],
          correctOptions: [1],
          seconds: 3.5,
          points: 1000,
          pictureUrl: 'https://example.com/a.png',
          explanation: null,
        },
      ],
    });
  });

  it('that is wrong is told where, line by line', async () => {
    const text = [
      'question,option1,option2,correct,seconds',
      'Fine?,yes,no,1,10',
      'None?,yes,no,3,10',
      'Slow?,yes,no,x,soon',
      'Extra?,yes,no,1,10,11',
    ].join('\n');
    const told = await faults('CSV', text, 'Wrong');
    expect(told).toEqual([
      'line 3.correct: Count the options from 1: the right ones are among 1 to 2.',
      expect.stringMatching(/^line 4\.correct: must be numbers of options, from 1/),
      expect.stringMatching(/^line 4\.seconds: must be a number, not “soon”/),
      expect.stringMatching(/^line 5: has more cells/),
    ]);
  });

  it('in CSV has no gap among the options of a question', async () => {
    const lines = (...lines: string[]) => ['question,option1,option2,option3,option4,correct', ...lines].join('\n');
    expect(await faults('CSV', lines('Capital of Italy?,Oslo,,Rome,Bern,3', 'Two?,,,,b,4'), 'Gaps')).toEqual([
      'line 2.option2: is empty although option3 is not.',
      'line 3.option1: is empty although option4 is not.',
      'line 3.option2: is empty although option4 is not.',
      'line 3.option3: is empty although option4 is not.',
    ]);
    expect(await faults('CSV', lines('Capital of Italy?,Oslo,Rome,,,2'), 'No gaps')).toEqual([]);
    expect(await faults('CSV', 'question,option1,option2,option4,correct', 'Gap')).toEqual([
      'line 1: must name a column “option3”.',
    ]);
  });

  it('in CSV is told all that is wrong at once: its form, and what the rules say', async () => {
    const text = ['question,option1,option2,correct,seconds', 'Q1,a,b,9,5', 'Q2,a,,1,5', 'Q3,a,b,1,abc'].join('\n');
    expect(await faults('CSV', text)).toEqual([
      expect.stringMatching(/^title: /),
      'line 2.correct: Count the options from 1: the right ones are among 1 to 2.',
      'line 3.option2: Give 2 to 6 options.',
      expect.stringMatching(/^line 3\.correct: Leave at least one option wrong/),
      'line 4.seconds: must be a number, not “abc”; write it like 20 or 7.5.',
    ]);
    expect(await faults('CSV', `${text}\n\n"Q4\n,a,b,1,5\nQ5,a,b,9,5`, 'Open')).toEqual([
      expect.stringMatching(/^line 2\.correct: /),
      expect.stringMatching(/^line 3\.option2: /),
      expect.stringMatching(/^line 3\.correct: /),
      expect.stringMatching(/^line 4\.seconds: /),
      "line 6: can't be read: a quote is opened and never closed.",
    ]);
    const long = 'x'.repeat(201);
    expect(await faults('CSV', `question,option1,option2,option3,correct\nQ1,a,${long},a,1`, 'Options')).toEqual([
      expect.stringMatching(/^line 2\.option2: Write option 2 /),
      expect.stringMatching(/^line 2\.option3: Change option 3/),
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('in CSV with %j names a question of several lines by its first', async (newline) => {
    const lines = [
      'question,option1,option2,correct',
      '',
      '"One',
      '',
      'two?",a,b,9',
      '  ',
      '"Three',
      '?",a,b,9',
      'x,a,b,9',
    ];
    const told = await faults('CSV', lines.join(newline), 'Lines');
    expect(told.map((line) => line.split('.')[0])).toEqual(['line 3', 'line 7', 'line 9']);
  });

  it.each(['0x10', '1e2', '0b1', 'Infinity', '1,5', '5.', '.5', '+5', '5 0'])(
    'in CSV has no number %s',
    async (number) => {
      const text = (cells: string) => `question,option1,option2,correct,seconds,points\nWhy?,a,b,1,${cells}`;
      expect(await faults('CSV', text(`"${number}",`), 'Numbers')).toEqual([
        expect.stringMatching(/^line 2\.seconds: must be a number, not /),
      ]);
      expect(await faults('CSV', text(`,"${number}"`), 'Numbers')).toEqual([
        expect.stringMatching(/^line 2\.points: must be a number, not /),
      ]);
    },
  );

  it('in JSON is told all that is wrong at once: its form, and what the rules say', async () => {
    const good = { body: 'Why?', options: ['a', 'b'], correctOptions: [0] };
    const questions = [
      { ...good, body: 7, seconds: 1 },
      { ...good, correctOptions: [2] },
      { ...good, options: 'a, b', points: 1.5 },
      { ...good, options: ['a', null], correctOptions: ['b'], seconds: '5', pictureUrl: 1 },
      'Why?',
      { question: 'Why?', options: ['a', 'b'], correctOptions: [0], second: 5 },
      good,
    ];
    const known = 'body, options, correctOptions, seconds, points, pictureUrl, explanation';
    const expected = [
      'questions.0.body: must be a text.',
      'questions.0.seconds: Choose a time from 3 to 240 seconds.',
      'questions.1.correctOptions: Count the options from 0: the right ones are among 0 to 1.',
      'questions.2.options: must be a list of texts.',
      'questions.2.points: must be a whole number.',
      'questions.3.options.1: must be a text.',
      'questions.3.correctOptions.0: must be a whole number.',
      'questions.3.seconds: must be a number.',
      'questions.3.pictureUrl: must be a text.',
      'questions.4: must be an object: a question.',
      'questions.5.body: is missing.',
      `questions.5.question: is no field of a question; they are ${known}.`,
      `questions.5.second: is no field of a question; they are ${known}.`,
    ];
    expect(await faults('JSON', JSON.stringify(questions), 'Wrong')).toEqual(expected);
    expect(await faults('JSON', JSON.stringify({ title: 5, name: 'Wrong', questions }))).toEqual([
      'title: must be a text.',
      'name: is no field of a quiz; they are title, questions.',
      ...expected,
    ]);
  });

  it('in JSON may begin with a mark of byte order', async () => {
    expectPayload(await load('JSON', `\ufeff${JSON.stringify(capitals)}`));
  });

  it('that is nothing but wrong is told a thousand times at most', async () => {
    expect(await faults('JSON', JSON.stringify(Array.from({ length: 5_000 }, () => 0)), 'Wrong')).toHaveLength(1_000);
    const lines = Array.from({ length: 50_000 }, () => 'x,');
    expect(await faults('CSV', ['question,option1,option2,correct', ...lines].join('\n'), 'Wrong')).toEqual([
      expect.stringMatching(/^questions: Remove questions/),
    ]);
  });

  it.each([
    ['CSV', 'question,answer\nWhy?,because', /^line 1: has no column “answer”/],
    ['CSV', 'question,option1,option2,correct\n"Why?,a,b,1', /^line 2: can't be read/],
    ['CSV', 'question,option1,option2,correct\nWhy "so"?,a,b,1', /^line 2: can't be read: a quote is in the middle/],
    ['CSV', 'question,option1,option2,correct\n"Why "so"?",a,b,1', /^line 2: can't be read: a quote is closed in/],
    ['CSV', '"question,option1,option2,correct', /^line 1: can't be read/],
    ['CSV', 'question,option1,option2,Correct,correct', /^line 1: must name the column “correct” once\.$/],
    ['CSV', '', /^line 1: must name a column “question”/],
    ['JSON', '{"questions": [', /^text: is no JSON/],
    ['JSON', '{"questions": [{"body": 7}]}', /^questions\.0\.body: /],
    ['JSON', '7', /^text: must be an object with title and questions, or a list of questions\.$/],
    ['JSON', '{"questions": {}}', /^questions: must be a list of questions\.$/],
    ['JSON', '{"title": "None"}', /^questions: is missing\.$/],
    ['JSON', '{"questions": [{"body": 1e999}], "__proto__": 1}', /^__proto__: is no field of a quiz/],
  ] as const)('in %s, %j, says what is wrong', async (format, text, message) => {
    expect((await faults(format, text, 'Wrong'))[0]).toMatch(message);
  });

  it('without a title needs one', async () => {
    expect(await faults('JSON', JSON.stringify(capitals.questions))).toEqual([expect.stringMatching(/^title: /)]);
  });
});
