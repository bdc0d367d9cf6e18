import { PubSubEngine } from 'graphql-subscriptions';

type Listener = (message: unknown) => void;

/** Carries messages between the feeds of a test: loses, repeats, delays and reorders as told. */
export class LossyBus extends PubSubEngine {
  /** How many times the next message arrives at one listener. */
  copies = (): number => 1;
  /** Waited for before each arrival. */
  pass = (): Promise<void> => Promise.resolve();
  readonly #listeners = new Map<number, { channel: string; listener: Listener }>();
  #ids = 0;

  /** Listeners there are now. */
  get size(): number {
    return this.#listeners.size;
  }

  override async publish(channel: string, payload: unknown): Promise<void> {
    for (const [id, { channel: wanted }] of this.#listeners) {
      if (wanted !== channel) continue;
      for (let copy = this.copies(); copy > 0; copy -= 1) {
        void this.pass().then(() => this.#listeners.get(id)?.listener(payload));
      }
    }
  }

  override async subscribe(channel: string, listener: Listener): Promise<number> {
    await this.pass();
    this.#ids += 1;
    this.#listeners.set(this.#ids, { channel, listener });
    return this.#ids;
  }

  override unsubscribe(id: number): void {
    if (!this.#listeners.delete(id)) throw new Error(`There is no subscription ${id}`);
  }
}
