import type { GraphQLSchema } from 'graphql';
import type { Dice } from './dice.ts';
import type { Known } from './known.ts';
import { spelled } from './literal.ts';

/** Texts that have broken servers. */
const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'lone \udfff surrogate',
  '\ufeff',
  '\u202eright to left',
  'e\u0301'.repeat(30),
  '👩‍👩‍👧‍👦',
  '🏴'.repeat(40),
  'ﷺ'.repeat(200),
  'İstanbul ﬁ ß',
  '\r\n\t\b\f\u007f\u0085\u2028',
  "' or 1=1; --",
  '"; drop table users; --',
  '$1',
  '\\u0000',
  '%00%ff',
  '%s%n%d',
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  'NaN',
  'Infinity',
  'undefined',
  'null',
  'true',
  '* * * * *',
  '*/0 99 31 2 8-9',
  '0 0 31 2 *',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '-1',
  '0x10',
  '1e400',
] as const;

const dates = [
  '0000-01-01T00:00:00Z',
  '0000-00-00T00:00:00Z',
  '0001-01-01T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999-23:59',
  '10000-01-01T00:00:00Z',
  '2026-02-30T12:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-06-30T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T12:00:00+24:00',
  '2026-01-01T12:00:00',
  '2026-01-01 12:00:00Z',
  '2026-01-01',
  '12:00',
  'yesterday',
  '2026-01-01T12:00:00.123456789012Z',
] as const;

const numbers = [
  0,
  -0,
  -1,
  0.5,
  1e9,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 + 2,
  -(2 ** 63),
  1e21,
  1e308,
  5e-324,
  8.64e15,
] as const;
const integers = [0, -1, -0, -(2 ** 31), 2 ** 31 - 1, 1_001, 201, 2 ** 31, 2 ** 53] as const;
const spellings = ['1e999', '-1e999', '-0', '-0.0', '1E+2', '123456789012345678901234567890', `1${'0'.repeat(400)}`];

const uuid = '0190c3e4-0000-7000-8000-000000000000';
/** Global ids of nothing, and what only looks like them. `Typename` stands for a type of the schema. */
const ids = [
  `Typename:${uuid}`,
  `Typename:${uuid.toUpperCase()}`,
  `Typename: ${uuid}`,
  `Typename:${uuid}\u0000`,
  `Typename:${uuid}\n`,
  'Typename:00000000-0000-0000-0000-000000000000',
  'Typename:ffffffff-ffff-ffff-ffff-ffffffffffff',
  'Typename:1',
  'Typename:',
  'Typename',
  `Typename:${uuid}:${uuid}`,
  `typename:${uuid}`,
  `Nothing:${uuid}`,
  `Constructor:${uuid}`,
  `:${uuid}`,
  uuid,
  '1',
  'not base64 at all!',
  Buffer.from(`Typename:${uuid}`).toString('base64'),
  Buffer.from([0, 255, 254, 128, 7]).toString('base64'),
] as const;

const cursors = [
  '[]',
  '[null]',
  '[1]',
  '["x"]',
  `["${uuid}","${uuid}"]`,
  `["${uuid}"]`,
  `["\\u0000"]`,
  '{"__proto__":1}',
  `0123456789abcdef.1.Typename:${uuid}`,
  `0123456789abcdef.9999999999.Typename:${uuid}`,
].map((text) => Buffer.from(text).toString('base64url'));

/** Values that no field asks for, though some are of the right type. */
export class Rubbish {
  readonly #dice: Dice;
  readonly #known: Known;
  readonly #schema: GraphQLSchema;

  constructor(dice: Dice, known: Known, schema: GraphQLSchema) {
    this.#dice = dice;
    this.#known = known;
    this.#schema = schema;
  }

  /** Of the scalar's kind, but hardly what is wanted of it. `typename`: what an id would be of. */
  of(scalar: string, typename: string): unknown {
    const dice = this.#dice;
    if (scalar === 'Int') return dice.one(integers);
    if (scalar === 'Float') return dice.chance(75) ? dice.one(numbers) : spelled(dice.one(spellings));
    if (scalar === 'ID') return dice.chance(60) ? this.#id(dice.chance(60) ? typename : undefined) : this.text();
    if (/Date|Time/.test(scalar)) return dice.chance(90) ? dice.one(dates) : this.text();
    return scalar === 'Boolean' ? dice.one([true, false, null]) : this.text();
  }

  /** Of any kind. */
  any(): unknown {
    const dice = this.#dice;
    return dice.weighed<() => unknown>([
      [14, () => this.text()],
      [8, () => dice.one(numbers)],
      [4, () => spelled(dice.one(spellings))],
      [6, () => dice.one([null, true, false])],
      [2, () => dice.one([[], {}, [null], [[]], { '': '' }])],
      [1, () => this.#deep()],
      [1, () => Array.from({ length: dice.count(100, 3_000) }, () => dice.count(0, 9))],
      [2, () => Object.fromEntries([[dice.one(['__proto__', 'constructor', 'then', 'toJSON', 'length', 'x']), 1]])],
    ])();
  }

  text(): string {
    const dice = this.#dice;
    return dice.weighed<() => string>([
      [8, () => dice.one(texts)],
      [6, () => this.#id()],
      [6, () => this.#said()],
      [6, () => this.#bent()],
      [6, () => this.#spoiled()],
      [4, () => dice.one(dates)],
      [3, () => dice.one(cursors)],
      [2, () => dice.units(dice.count(1, 40))],
      [2, () => String.fromCodePoint(...Array.from({ length: dice.count(1, 20) }, () => dice.count(0, 0x10ffff)))],
      [1, () => dice.one(['x', 'é', '👍', ' ', '\\']).repeat(dice.count(100, 20_000))],
    ])();
  }

  #id(typename = this.#dice.one(Object.keys(this.#schema.getTypeMap()))): string {
    return this.#dice.one(ids).replaceAll('Typename', typename);
  }

  /** A good text, but for what stands in the middle of it. */
  #spoiled(): string {
    const dice = this.#dice;
    const text = dice.chance(50) ? 'abcdefgh-0123' : this.#said();
    const at = dice.count(0, text.length);
    return (
      text.slice(0, at) + dice.one(['\u0000', '\u0000', '\ud83d', '\udca9', '💩', '\u200b', '\n']) + text.slice(at)
    );
  }

  #said(): string {
    const { texts } = this.#known;
    return texts.length > 0 ? this.#dice.one(texts) : 'nothing';
  }

  /** Something the server said, changed a little: in itself, or in what it encodes. */
  #bent(): string {
    const dice = this.#dice;
    const text = this.#said();
    if (dice.chance(50)) return this.#changed(text);
    const decoded = Buffer.from(text, 'base64url').toString('latin1');
    return Buffer.from(this.#changed(decoded), 'latin1').toString('base64url');
  }

  #changed(text: string): string {
    const dice = this.#dice;
    const at = dice.count(0, text.length);
    const [before, after] = [text.slice(0, at), text.slice(at)];
    return dice.weighed<() => string>([
      [3, () => before + after.slice(1)],
      [3, () => before + dice.one([...'0123456789azAZ:.-_ \u0000"']) + after.slice(1)],
      [2, () => before + dice.one([...'019.:-\u0000é']) + after],
      [2, () => withNumber(text, dice.count(0, 5), '9'.repeat(dice.count(1, 12)))],
      [1, () => before],
      [1, () => text + text],
      [1, () => dice.one([text.toLowerCase(), text.toUpperCase(), ` ${text}`, `${text}\n`])],
    ])();
  }

  #deep(): unknown {
    let nest: unknown = this.#dice.one([1, 'x', null]);
    for (let levels = this.#dice.one([10, 100, 1_000]); levels > 0; levels -= 1) {
      nest = this.#dice.chance(80) ? [nest] : { x: nest };
    }
    return nest;
  }
}

/** The text with another number in the place of one of its own. */
function withNumber(text: string, which: number, number: string): string {
  let met = -1;
  return text.replaceAll(/\d+/g, (digits) => ((met += 1) === which ? number : digits));
}
