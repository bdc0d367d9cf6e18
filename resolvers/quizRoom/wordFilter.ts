import { lookAlikeKey } from '../../rules/quiz/lookAlikes.ts';
import { swearWords } from './swearWords.ts';

/**
 * Whether a display name is free of English swear words: as they stand, with digits and signs for letters, in letters that
 * only look alike, or spaced out. It doesn't know words of other languages.
 */
export function isFit(name: string): boolean {
  const apart = name.replaceAll(seams, ' ');
  const manyL = name.replaceAll(innerCapitalI, '|').replaceAll(seams, ' ');
  const readings = [name, apart].flatMap((text) => [read(text, byLetter), read(text, allI)]);
  const texts = [...new Set([...readings, read(manyL, allL)])];
  const joined = [...new Set(joinedWords(read(name, byLetter)))];
  return !texts.some((text) => swearWords().hasMatch(text)) && !joined.some(isSwearWord);
}

/** Between words that are set apart by a capital, and where a word has digits before or behind it. */
const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})\d+(?![\p{L}\d])|(?<![\p{L}\d])\d+(?=\p{L})/gu;
/** Rather an l than an I. */
const innerCapitalI = /(?<=\p{Ll})I(?=\p{Ll})/gu;
/** Signs that may stand for letters are not. */
const betweenWords = /[\s_]|(?![@!(/*])\p{P}/gu;
const number = /^\d{2,}$/;

/** Of the letters that are taken for each other, which is meant. */
type Reading = (letter: string) => 'i' | 'l';

/** 1, | and the like are i. */
const byLetter: Reading = (letter) => (letter === 'l' || letter === 'L' ? 'l' : 'i');
const allI: Reading = () => 'i';
/** 1, | and the like are l. */
const allL: Reading = (letter) => (letter === 'i' || letter === 'I' ? 'i' : 'l');

/** In small Latin letters, with single spaces. */
function read(name: string, reading: Reading): string {
  const words = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(betweenWords, ' ').split(' ');
  return words
    .filter((word) => word !== '' && !number.test(word))
    .map((word) => Array.from(word, (letter) => shapeOf(letter, reading)).join(''))
    .join(' ')
    .replaceAll('vv', 'w');
}

function shapeOf(letter: string, reading: Reading): string {
  // Behind a Latin letter, so that Greek letters are not taken for a Greek name.
  const shape = lookAlikeKey(`a${letter}`).slice(1);
  return shape === 'l' ? reading(letter) : shape || letter;
}

/** Longer than any swear word. */
const longest = 16;

/** What neighbouring words make when they are read as one. */
function joinedWords(text: string): string[] {
  const words = text.split(' ');
  const runs = words.flatMap((_, from) => words.slice(from + 1).map((__, more) => words.slice(from, from + more + 2)));
  return runs
    .filter((run) => !initials.has(run.join(' ')))
    .map((run) => run.join(''))
    .filter(({ length }) => length <= longest);
}

/** Given names, with the initial of another, that make one. */
const initials = new Set(['ana l', 'anna l', 'anu s', 'boo b', 'cuc k', 'tran y']);

/** From its first letter to its last: one that is only contained is two words that happen to stand together. */
function isSwearWord(word: string): boolean {
  const matches = swearWords().getAllMatches(word);
  return matches.some(({ startIndex, endIndex }) => startIndex === 0 && endIndex === word.length - 1);
}
