import fc from 'fast-check';

const most = 2 ** 31 - 1;

/** Chance, all of it out of one seed. */
export class Dice {
  readonly #draws: Iterator<number>;

  /** `draws`: whole numbers from 0 to 2 ** 31 - 1, without end. */
  constructor(draws: Iterator<number>) {
    this.#draws = draws;
  }

  /** A whole number from `least` to `most`. */
  count(least: number, most: number): number {
    const { value } = this.#draws.next();
    return least + (Number(value) % (most - least + 1));
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.count(1, 100) <= percent;
  }

  one<Value>(values: readonly Value[]): Value {
    const value = values[this.count(0, values.length - 1)];
    if (value === undefined) throw new RangeError('There is nothing to choose from');
    return value;
  }

  /** Each of the values or not, in their order. */
  some<Value>(values: readonly Value[], percent: number): Value[] {
    return values.filter(() => this.chance(percent));
  }

  /** One of the values, each as often as its weight says. */
  weighed<Value>(values: readonly (readonly [weight: number, value: Value])[]): Value {
    let left = this.count(
      1,
      values.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, value] of values) {
      left -= weight;
      if (left <= 0) return value;
    }
    throw new RangeError('There is nothing to choose from');
  }

  /** As many characters of these as it takes. */
  text(characters: string, length: number): string {
    return Array.from({ length }, () => characters.charAt(this.count(0, characters.length - 1))).join('');
  }

  /** Any UTF-16, with halves of surrogate pairs. */
  units(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.count(0, 0xffff)));
  }
}

/** So many dice of one seed, each with throws of its own: what one is used for changes nothing for the others. */
export function diceOf(seed: number, count: number): Dice[] {
  const draws = fc.infiniteStream(fc.nat({ max: most }), { noHistory: true });
  return fc.sample(draws, { seed, numRuns: count, unbiased: true }).map((stream) => new Dice(stream));
}
