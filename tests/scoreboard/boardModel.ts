import type { ScoreOperator, SortOrder } from '../../entities/scoreboard.ts';

export interface ModelScore {
  who: number;
  points: number;
  key: string;
}

interface Standing {
  score: number;
  /** When they got there, counted over all changes of the board. */
  moment: number;
}

/** What a board should be, said as plainly as can be: every new score counts after the one before it. */
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
    for (const [key, score] of fresh) {
      this.#ledger.set(key, score);
      this.#put(score);
    }
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

  #put({ who, points }: ModelScore): void {
    const season = this.seasons.at(-1);
    const old = season?.get(who)?.score;
    const score = old === undefined ? points : this.#merged(old, points);
    if (score !== old) season?.set(who, { score, moment: (this.#moment += 1) });
  }

  #merged(old: number, points: number): number {
    if (this.operator === 'INCREMENT') return old + points;
    if (this.operator === 'SET') return points;
    return this.sortOrder === 'HIGHEST_FIRST' ? Math.max(old, points) : Math.min(old, points);
  }
}
