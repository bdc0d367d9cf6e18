import { describe, expect, it } from 'vitest';
import { draftOf, editDraft, emptyDraft, faultsOf, formatOf, inputOf, type Draft } from './draft.ts';
import { doorAddress, doorOf, spacedPin } from './door.ts';

const written = (): Draft =>
  draftOf({
    id: 'quiz',
    title: 'Capitals',
    updatedAt: '2030-01-01T00:00:00Z',
    author: { id: 'ann' },
    questions: ['Of France?', 'Of Spain?', 'Of Italy?'].map((body) => ({
      body,
      options: ['Paris', 'Madrid', 'Rome'],
      correctOptions: [1],
      seconds: 7.5,
      points: 500,
      pictureUrl: null,
      explanation: null,
    })),
  });

const bodies = ({ questions }: Draft) => questions.map(({ body }) => body);
const keyAt = ({ questions }: Draft, at: number) => questions[at]?.key ?? '';

describe('a draft', () => {
  it('goes back as it came', () => {
    expect(inputOf(written())).toEqual({
      title: 'Capitals',
      questions: bodies(written()).map((body) => ({
        body,
        options: ['Paris', 'Madrid', 'Rome'],
        correctOptions: [1],
        seconds: 7.5,
        points: 500,
        pictureUrl: null,
        explanation: null,
      })),
    });
  });

  it('sends no spare rows, but blank ones between', () => {
    const draft = emptyDraft();
    const option = (at: number) => draft.questions[0]?.options[at]?.key ?? '';
    const question = keyAt(draft, 0);
    const typed = editDraft(draft, { type: 'option', question, option: option(2), to: { text: 'Rome', right: true } });
    expect(inputOf(draft).questions[0]?.options).toEqual(['', '']);
    expect(inputOf(typed).questions[0]).toMatchObject({ options: ['', '', 'Rome'], correctOptions: [2] });
  });

  it('leaves blank numbers to their default, and points that are no whole number to the server’s rules', () => {
    const draft = written();
    const question = keyAt(draft, 0);
    const blank = editDraft(draft, { type: 'change', question, to: { seconds: ' ', points: '' } });
    expect(inputOf(blank).questions[0]).toMatchObject({ seconds: null, points: null });
    const broken = editDraft(draft, { type: 'change', question, to: { points: '7.5' } });
    expect(inputOf(broken).questions[0]?.points).toBe(-1);
  });

  it('moves questions, and no further than the ends', () => {
    const draft = written();
    const question = keyAt(draft, 0);
    expect(bodies(editDraft(draft, { type: 'move', question, by: 1 }))).toEqual([
      'Of Spain?',
      'Of France?',
      'Of Italy?',
    ]);
    expect(bodies(editDraft(draft, { type: 'move', question, by: -1 }))).toEqual(bodies(draft));
  });

  it('copies a question beside itself, with keys of its own', () => {
    const draft = written();
    const copied = editDraft(draft, { type: 'copy', question: keyAt(draft, 1) });
    expect(bodies(copied)).toEqual(['Of France?', 'Of Spain?', 'Of Spain?', 'Of Italy?']);
    const keys = copied.questions.flatMap(({ key, options }) => [key, ...options.map((option) => option.key)]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('holds 2 to 6 options', () => {
    const draft = written();
    const question = keyAt(draft, 0);
    const many = Array.from({ length: 9 }).reduce<Draft>((to) => editDraft(to, { type: 'addOption', question }), draft);
    expect(many.questions[0]?.options).toHaveLength(6);
    const few = many.questions[0]?.options.reduce<Draft>(
      (to, { key: option }) => editDraft(to, { type: 'removeOption', question, option }),
      many,
    );
    expect(few?.questions[0]?.options).toHaveLength(2);
  });

  it('knows its faults by question, wherever that is moved', () => {
    const draft = written();
    const faults = faultsOf(draft, [
      { field: 'title', message: 'A title.' },
      { field: 'questions.1.options.0', message: 'Longer.' },
      { field: 'questions.1.options.0', message: 'Other.' },
    ]);
    expect(Object.fromEntries(faults)).toEqual({
      title: 'A title.',
      [`${keyAt(draft, 1)}.options.0`]: 'Longer. Other.',
    });
  });
});

it('tells JSON from CSV', () => {
  expect(formatOf(' [{"body":"?"}]')).toBe('JSON');
  expect(formatOf('question,option1')).toBe('CSV');
});

describe('the door of a room', () => {
  it('tells a PIN from an invitation', () => {
    expect(doorOf(' 123 456')).toEqual({ pin: '123456' });
    expect(doorOf('aB3_-xyz1234')).toEqual({ inviteCode: 'aB3_-xyz1234' });
  });

  it('has an address', () => {
    const origin = 'https://example.com';
    expect(doorAddress(origin, { pin: '123456', inviteCode: 'x' })).toBe('https://example.com/quizzes?pin=123456');
    expect(doorAddress(origin, { pin: null, inviteCode: 'a_b' })).toBe('https://example.com/quizzes?code=a_b');
    expect(doorAddress(origin, { pin: null, inviteCode: null })).toBeNull();
    expect(spacedPin('123456')).toBe('123 456');
  });
});
