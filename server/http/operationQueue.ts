/** What a client says of its operations. */
interface Message {
  type: string;
  id: string;
}

interface Operation {
  /** Whether the client has ended it; it may still be on its way out. */
  completed: boolean;
  /** The next operation of the same id, which the protocol allows as soon as this one is completed. */
  next: string | undefined;
}

/**
 * Lets an operation begin only when the one of the same id before it is over. graphql-ws knows operations by their ids
 * alone: one that begins while another ends takes its place, and the other stays for ever.
 */
export class OperationQueue {
  readonly #operations = new Map<string, Operation>();
  #closed = false;
  readonly #handle: (message: string) => Promise<void>;

  /** `handle` settles when an operation that its message began is over. */
  constructor(handle: (message: string) => Promise<void>) {
    this.#handle = handle;
  }

  async take(message: string): Promise<void> {
    const said = messageOf(message);
    const operation = said && this.#operations.get(said.id);
    if (said?.type === 'subscribe' && operation?.completed && operation.next === undefined) {
      operation.next = message;
      return;
    }
    if (said?.type === 'subscribe' && !operation) return this.#run(said.id, message);
    if (said?.type === 'complete' && operation) {
      if (operation.next !== undefined) {
        operation.next = undefined;
        return;
      }
      operation.completed = true;
    }
    await this.#handle(message);
  }

  /** Begins nothing any more. */
  close(): void {
    this.#closed = true;
  }

  async #run(id: string, message: string): Promise<void> {
    const operation: Operation = { completed: false, next: undefined };
    this.#operations.set(id, operation);
    try {
      await this.#handle(message);
    } finally {
      this.#operations.delete(id);
      if (operation.next !== undefined && !this.#closed) void this.#run(id, operation.next).catch(() => undefined);
    }
  }
}

/** Undefined: none of an operation, or none at all. Whether it is well-formed is the protocol's to say. */
function messageOf(text: string): Message | undefined {
  try {
    const { type, id } = JSON.parse(text) as Partial<Message>;
    return typeof type === 'string' && typeof id === 'string' ? { type, id } : undefined;
  } catch {
    return undefined;
  }
}
