import type { ProblemOfQuestion, QuestionInput } from '../../rules/quiz/quizDefinition.ts';
import type { InvalidField } from '../errors.ts';

export const quizFormats = ['JSON', 'CSV'] as const;
export type QuizFormat = (typeof quizFormats)[number];

/** What a file holds, as far as it can be read. What the questions may be is the rules' to say. */
export interface QuizFile {
  title: string | undefined;
  questions: QuestionInput[];
  /** What is wrong with its form. */
  faults: FileFault[];
  /** Places whose value could not be read and has a stand-in, so that the rules' word on them is void. */
  unread: Set<string>;
  /** What its numbers of options begin with. */
  firstOption: 0 | 1;
  /** Where something stands in the file, for whoever has to mend it. */
  placeOf(problem: ProblemOfQuestion): string;
}

export interface FileFault extends InvalidField {
  /** From 0; null when it is about the file as a whole. */
  questionIndex: number | null;
}
