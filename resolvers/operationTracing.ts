/** Traces what operations do; see docs/tracing.md. */
export interface OperationTracing {
  /** Runs a resolver as a part of the operation under way, if that is traced. One that has its result at once leaves no trace. */
  field<Result>(name: string, resolve: () => Result): Result;
  /** Stands for what is under way here; undefined when that is not traced. */
  mark(): object | undefined;
  /** Runs work that is done together, as a part of the first marked that is still under way, linked to the others. */
  together<Result>(name: string, marks: readonly (object | undefined)[], work: () => Result): Result;
}
