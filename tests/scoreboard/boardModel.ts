import type { ScoreOperator, SortOrder } from '../../entities/scoreboard.ts';

export interface ModelScore {
  who: number;
  points: number;
  key: string;
}

interface Standing {
  score: number;
  /** When it came to be, counted over all changes of the board. */
  moment: number;
}

/** What a board should be, said as plainly as can be: a ledger, and where everyone stands by it, season by season. */
export class BoardModel {
  readonly operator: ScoreOperator;
  readonly sortOrder: SortOrder;
  /** The last is on. */
  readonly seasons: Map<number, Standing>[] = [new Map()];
  readonly #ledger = new Map<string, ModelScore>();
  #moment = 0;

  constructor(operator: ScoreOperator, sortOrder: SortOrder) {
    this.operator = operator;
    this.sortOrder = sortOrder;
  }

  /** How many were new, or that a key stood for another score; then nothing changes. */
  submit(scores: readonly ModelScore[]): number | 'REUSED' {
    const fresh = new Map<string, ModelScore>();
    for (const score of scores) {
      const known = this.#ledger.get(score.key) ?? fresh.get(score.key);
      if (known && (known.who !== score.who || known.points !== score.points)) return 'REUSED';
      if (!known) fresh.set(score.key, score);
    }
    for (const [key, score] of fresh) this.#ledger.set(key, score);
    const people = new Set([...fresh.values()].map(({ who }) => who));
    const changes = [...people].map((who) => this.#change(who, [...fresh.values()]));
    for (const { who, score } of changes.toSorted((one, other) => one.place - other.place)) this.#put(who, score);
    return fresh.size;
  }

  reset(): void {
    this.seasons.push(new Map());
  }

  /** `[who, score]` from the first rank down. */
  top(season = this.seasons.length): [number, number][] {
    const standings = [...(this.seasons[season - 1] ?? [])];
    const sign = this.sortOrder === 'HIGHEST_FIRST' ? -1 : 1;
    return standings
      .toSorted(([, one], [, other]) => sign * (one.score - other.score) || one.moment - other.moment)
      .map(([who, { score }]) => [who, score]);
  }

  /** What someone's new scores come to, and their place among them that made it so. */
  #change(who: number, scores: readonly ModelScore[]): { who: number; score: number; place: number } {
    const theirs = scores.flatMap((score, place) => (score.who === who ? [{ ...score, place }] : []));
    const last = theirs.at(-1)?.place ?? 0;
    const points = theirs.map((score) => score.points);
    if (this.operator === 'INCREMENT') return { who, score: points.reduce((sum, one) => sum + one, 0), place: last };
    if (this.operator === 'SET') return { who, score: points.at(-1) ?? 0, place: last };
    const score = this.#better(...points);
    return { who, score, place: theirs.find((one) => one.points === score)?.place ?? 0 };
  }

  #put(who: number, score: number): void {
    const season = this.seasons.at(-1);
    const old = season?.get(who);
    const next = old
      ? { INCREMENT: old.score + score, SET: score, BEST: this.#better(old.score, score) }[this.operator]
      : score;
    if (old?.score !== next) season?.set(who, { score: next, moment: (this.#moment += 1) });
  }

  #better(...scores: number[]): number {
    return this.sortOrder === 'HIGHEST_FIRST' ? Math.max(...scores) : Math.min(...scores);
  }
}
