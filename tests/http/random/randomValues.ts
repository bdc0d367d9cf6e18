import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Dice } from './dice.ts';
import type { Known } from './known.ts';
import { Bare } from './literal.ts';
import type { Rubbish } from './rubbish.ts';

/** Where a value goes: the name of its argument or input field, and the type of what is asked with it. */
export interface Place {
  name: string;
  asks: string;
}

/** What arguments are called where the server gives them out, if not by their own name or, as `scoreboardKey`, its last word. */
const givenOutAs: Record<string, string[]> = {
  after: ['cursor', 'endCursor'],
  before: ['cursor', 'startCursor'],
  secret: ['answerKey'],
};

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Of a SHA-256 in base64url. */
const sha256Length = 43;
const dayMs = 86_400_000;

/** Values for arguments and variables, by their types and names alone. */
export class RandomValues {
  readonly #dice: Dice;
  readonly #known: readonly Known[];
  readonly #rubbish: Rubbish;
  readonly #hostility: number;
  readonly #now: number;

  /** `known`: the nearest first. `hostility`: how many values in a hundred are rubbish. */
  constructor(dice: Dice, known: readonly Known[], rubbish: Rubbish, hostility: number, now: number) {
    this.#dice = dice;
    this.#known = known;
    this.#rubbish = rubbish;
    this.#hostility = hostility;
    this.#now = now;
  }

  /** `part` may put something else in the place of a part of an input object: a variable. */
  value(
    type: GraphQLInputType,
    place: Place,
    part: (type: GraphQLInputType, place: Place) => unknown = (...asked) => this.value(...asked),
  ): unknown {
    const dice = this.#dice;
    if (isNonNullType(type)) return this.value(type.ofType, place, part);
    if (dice.chance(this.#hostility / 8)) return this.#rubbish.any();
    if (isListType(type)) return Array.from({ length: dice.count(0, 3) }, () => part(type.ofType, place));
    if (isEnumType(type)) return new Bare(dice.one(type.getValues()).name);
    if (!isInputObjectType(type)) {
      return dice.chance(this.#hostility)
        ? this.#rubbish.of(type.name, this.#typeOf(place))
        : this.#scalar(type.name, place);
    }
    const fields = Object.values(type.getFields()).filter((field) =>
      isRequiredInputField(field) ? !dice.chance(this.#hostility / 10) : dice.chance(70),
    );
    const entries = fields.map(({ name, type: of }): [string, unknown] => [name, part(of, { ...place, name })]);
    if (dice.chance(this.#hostility / 10)) entries.push([dice.one(['nothing', '__proto__', 'id']), 1]);
    return Object.fromEntries(entries);
  }

  #scalar(type: string, place: Place): unknown {
    const dice = this.#dice;
    switch (type) {
      case 'Int':
        return dice.weighed([
          [6, dice.count(0, 10)],
          [2, dice.count(-3, 250)],
          [1, dice.count(0, 2_000)],
        ]);
      case 'Float':
        return dice.weighed([
          [4, dice.count(1, 120)],
          [2, dice.count(1, 1_200) / 10],
          [1, dice.count(-100, 1_000) / 7],
        ]);
      case 'Boolean':
        return dice.chance(50);
      case 'ID':
        return this.#id(place);
      case 'String':
        return this.#text(place);
      case 'DateTime':
        return new Date(
          this.#now + (dice.chance(70) ? dice.count(-5_000, 5_000) : dice.count(-dayMs, dayMs)),
        ).toISOString();
      default:
        return dice.chance(50) ? this.#text(place) : this.#rubbish.any();
    }
  }

  #id(place: Place): string {
    const typename = this.#typeOf(place);
    const fitting = this.#first((known) => known.idsOf(typename));
    if (fitting.length > 0 && this.#dice.chance(92)) return this.#dice.one(fitting);
    const any = this.#first(({ ids }) => ids);
    return any.length > 0 ? this.#dice.one(any) : this.#rubbish.text();
  }

  #typeOf(place: Place): string {
    const types = typesOf(place);
    return types.find((typename) => this.#first((known) => known.idsOf(typename)).length > 0) ?? place.asks;
  }

  /** What the nearest knows who knows any. */
  #first(asked: (known: Known) => readonly string[]): readonly string[] {
    return this.#known.map(asked).find((texts) => texts.length > 0) ?? [];
  }

  #text({ name }: Place): string {
    const dice = this.#dice;
    const last = name.replace(/^.*(?=[A-Z])/, '').toLowerCase();
    const fitting = [name, last, ...(givenOutAs[name] ?? [])]
      .map((called) => this.#first((known) => known.named(called)))
      .filter((texts) => texts.length > 0);
    return dice.weighed<() => string>([
      [fitting.length > 0 ? 8 : 0, () => dice.one(dice.one(fitting))],
      [6, () => dice.one([...'abcxyz']).repeat(dice.count(1, 3)) + dice.count(1, 10 ** 9)],
      [1, () => 'A wörd or 2'],
      [1, () => dice.text(base64url, sha256Length)],
    ])();
  }
}

/** Types whose ids arguments call by their last word alone. */
const calledBriefly: Record<string, string> = { Room: 'QuizRoom', Session: 'ActiveSession' };

/**
 * What an id may be of, the likeliest first: `gameId` of a Game, `id` of what is asked with it, or is named for, such as a
 * ServiceToken for a RevokeServiceTokenResult.
 */
function typesOf({ name, asks }: Place): string[] {
  const named = name.replace(/Ids?$/, '');
  const full = named === name ? asks.replace(/Result$/, '') : named.charAt(0).toUpperCase() + named.slice(1);
  const words = full.split(/(?=[A-Z])/);
  return words.map((_word, index) => {
    const typename = words.slice(index).join('');
    return calledBriefly[typename] ?? typename;
  });
}
