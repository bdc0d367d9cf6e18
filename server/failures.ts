import type { OperationFacts } from './http/operationFacts.ts';
import type { Logger } from './log.ts';

/** Where what nobody expected is reported besides the log; see docs/tracing.md. */
export interface ErrorReports {
  report(error: unknown, about: ReportedFacts): void;
  /** Sends what waits, for as long as that may take. */
  stop(): Promise<void>;
}

export interface ReportCounts {
  sent(): void;
  dropped(): void;
}

/** Ids and names of ours: what a report may be found by. */
export type ReportedFacts = OperationFacts & {
  /** What a masked error's client was told. */
  errorId?: string;
  job?: string;
  deadline?: string;
  subject?: string;
  /** What ended the process. */
  trouble?: string;
};

export interface FailuresOptions {
  log: Logger;
  reports?: ErrorReports | undefined;
  /** The trace that is under way. */
  traceId?: (() => string | undefined) | undefined;
}

/** What failed on our side: logged with all that says where, and nothing that says more; reported where that is set up. */
export class Failures {
  readonly log: Logger;
  readonly #reports: ErrorReports | undefined;
  readonly #traceId: () => string | undefined;
  readonly #facts = new WeakMap<object, () => OperationFacts>();

  constructor({ log, reports, traceId = () => undefined }: FailuresOptions) {
    this.log = log;
    this.#reports = reports;
    this.#traceId = traceId;
  }

  /** Remembers whose errors these are, for when they are masked where that is not known. */
  noteFacts(errors: readonly unknown[] | undefined, facts: () => OperationFacts): void {
    for (const error of errors ?? []) if (error instanceof Error) this.#facts.set(error, facts);
  }

  /** A masked error: the client got `errorId`. */
  operation(error: unknown, cause: unknown, told: { errorId: string; path: unknown }): void {
    const facts = error instanceof Error ? this.#facts.get(error)?.() : undefined;
    const about = { ...this.#trace(), ...facts, errorId: told.errorId };
    this.log.error({ err: cause, ...about, path: told.path }, 'an operation failed');
    this.#reports?.report(cause, about);
  }

  request(error: unknown, requestId: string): void {
    const about = { ...this.#trace(), requestId };
    this.log.error({ err: error, ...about }, 'a request failed');
    this.#reports?.report(error, about);
  }

  socket(error: unknown, user: string | undefined): void {
    this.log.error({ err: error, user }, 'a message on a socket failed');
    this.#reports?.report(error, { ...(user !== undefined && { user }) });
  }

  /** What is logged by others, who know how often. */
  report(error: unknown, about: ReportedFacts): void {
    this.#reports?.report(error, about);
  }

  #trace(): { traceId?: string } {
    const traceId = this.#traceId();
    return traceId === undefined ? {} : { traceId };
  }
}
