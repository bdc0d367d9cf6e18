/** An event on its way to those who listen. */
export interface TracedItem {
  stream: string;
  seq: number;
  /** The trace that wrote it, as a W3C `traceparent`. Missing: it is not traced, or was found by a read of the log. */
  trace?: string;
}

/** Traces what becomes of events after their commit; see docs/tracing.md. */
export interface EventTracing {
  /**
   * Runs `tell` as the publishing of these entries, if what is under way is traced; it is given the trace that their
   * delivery belongs to, on whichever node.
   */
  publish(
    stream: string,
    entries: readonly { seq: number; type: string }[],
    tell: (trace: string | undefined) => Promise<void>,
  ): void;
  /** Listeners who are served together are about to get an item. Undefined: its delivery is not traced. */
  deliver(item: object): Delivery | undefined;
  /** Events were found in the log that no announcement had brought. */
  healed(stream: string, head: number, events: number): void;
}

export interface Delivery {
  /** So many listeners got it. */
  done(listeners: number): void;
}
