import { randomUUID } from 'node:crypto';
import type { PubSubEngine } from 'graphql-subscriptions';
import { z } from 'zod';
import type { MessageSeal } from '../messageSeal.ts';
import type { BoardSeason } from './standing.ts';

const type = 'StandingsChanged';
const payload = z.object({ node: z.string() });

export interface BoardMessagesOptions {
  /** Carries messages between nodes; may lose, repeat and reorder them. */
  bus: PubSubEngine | null;
  seal: MessageSeal;
  now: () => number;
  epoch: () => string;
  /** A node tells of the same board at most this often, in milliseconds, and always of its last change. */
  tickMs: number;
  /** A message that did not carry our signature, or was malformed. */
  forged(): void;
  failed(what: 'publish' | 'subscribe', error: unknown): void;
}

/**
 * Tells other nodes that a board changed, and hears it from them: wake-ups on the bus's channel `Board:<id>`, sealed as
 * those of streams are. What this node says itself it does not hear.
 */
export class BoardMessages {
  readonly #options: BoardMessagesOptions;
  readonly #node = randomUUID();
  /** What has been said of a board within the last tick: the timer that ends it, and what to say then. */
  readonly #said = new Map<string, { timer: NodeJS.Timeout; next: BoardSeason | undefined }>();

  constructor(options: BoardMessagesOptions) {
    this.#options = options;
  }

  /** Never waits, never fails. */
  tell(board: BoardSeason): void {
    if (!this.#options.bus) return;
    const { scoreboardId } = board;
    const said = this.#said.get(scoreboardId);
    if (said) {
      said.next = board;
      return;
    }
    void this.#publish(board);
    const timer = setTimeout(() => {
      const next = this.#said.get(scoreboardId)?.next;
      this.#said.delete(scoreboardId);
      if (next) this.tell(next);
    }, this.#options.tickMs);
    this.#said.set(scoreboardId, { timer, next: undefined });
  }

  /** Calls `changed` with the season of whatever changed on the board, until called off by what this returns. */
  listen(scoreboardId: string, changed: (season: number) => void): () => void {
    const { bus, seal, epoch, failed, forged } = this.#options;
    if (!bus) return () => undefined;
    const channel = channelOf(scoreboardId);
    const subscribed = bus.subscribe(
      channel,
      (message: unknown) => {
        const said = seal.open(message);
        const [entry] = said?.entries ?? [];
        const from = payload.safeParse(entry?.payload).data;
        if (said?.stream !== channel || entry?.type !== type || !from) forged();
        else if (from.node !== this.#node && said.epoch === epoch()) changed(entry.seq);
      },
      {},
    );
    subscribed.catch((error: unknown) => failed('subscribe', error));
    return () => void subscribed.then((subscription) => bus.unsubscribe(subscription)).catch(() => undefined);
  }

  stop(): void {
    for (const { timer } of this.#said.values()) clearTimeout(timer);
    this.#said.clear();
  }

  async #publish({ scoreboardId, season }: BoardSeason): Promise<void> {
    const { bus, seal, now, epoch, failed } = this.#options;
    const stream = channelOf(scoreboardId);
    const entry = { seq: season, type, version: 1, payload: { node: this.#node }, at: now() };
    try {
      await bus?.publish(stream, seal.seal({ stream, epoch: epoch(), entries: [entry] }));
    } catch (error) {
      failed('publish', error);
    }
  }
}

function channelOf(scoreboardId: string): string {
  return `Board:${scoreboardId}`;
}
