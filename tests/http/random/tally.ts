import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import { expect } from 'vitest';
import { codesIn } from './answerFaults.ts';
import { isRecord } from './isRecord.ts';
import type { RandomDocument } from './randomDocuments.ts';

const mostShown = 20;

/** What came of the documents that were sent. */
export class Tally {
  readonly #seed: number;
  readonly #faults: string[] = [];
  /** Fields of the roots. */
  readonly #unanswered: Set<string>;
  #sent = 0;
  #good = 0;

  constructor(schema: GraphQLSchema, seed: number) {
    this.#seed = seed;
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) =>
      root ? Object.keys(root.getFields()).map((name) => `${root.name}.${name}`) : [],
    );
    this.#unanswered = new Set(fields);
  }

  /** Fields of the roots that nothing was answered for until now: `Query.game`. */
  get unanswered(): readonly string[] {
    return [...this.#unanswered];
  }

  /** Notes a document whose answers are in order, whatever they say. */
  answered({ kind, roots }: RandomDocument, results: readonly unknown[]): void {
    this.#sent += 1;
    const good = codesIn(results).length === 0;
    if (good) this.#good += 1;
    const data: Record<string, unknown> = Object.assign(
      {},
      ...results.map((result) => isRecord(result) && result['data']),
    );
    for (const { field, key } of roots) {
      // A stream may have nothing to say yet.
      const answered = kind === OperationTypeNode.SUBSCRIPTION ? good : (data[key] ?? null) !== null;
      if (answered) this.#unanswered.delete(field);
    }
  }

  /** Notes what is wrong with an answer, and what was logged of it. */
  wrong(which: string, faults: readonly string[], asked: unknown, answer: unknown, logged: string): void {
    this.#sent += 1;
    this.#faults.push(
      `${which}: ${faults.join('; ')}\n  asked ${shown(asked)}\n  answered ${shown(answer)}\n  ${logged}`,
    );
  }

  /** Fails with what was wrong, and how to have it again. */
  expectNoFaults(): void {
    if (this.#faults.length === 0) return;
    throw new Error(
      [
        `${this.#faults.length} answers are wrong. The same documents come again with RANDOM_DOCUMENTS_SEED=${this.#seed}.`,
        ...this.#faults.slice(0, mostShown),
      ].join('\n'),
    );
  }

  /** Fails when documents were only ever refused: what they would have done is unknown then. */
  expectMuchAnswered(): void {
    expect(this.unanswered, 'fields nothing was ever answered for; ground.ts makes what they need').toEqual([]);
    expect(this.#good, 'documents answered without errors').toBeGreaterThan(this.#sent / 4);
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 4_000);
}
