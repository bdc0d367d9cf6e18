import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { LogEntry } from './eventLog.ts';

const message = z.object({
  stream: z.string(),
  epoch: z.string(),
  trace: z.string().optional(),
  entries: z.array(
    z.object({
      seq: z.number(),
      type: z.string(),
      version: z.number(),
      payload: z.record(z.string(), z.unknown()),
      at: z.number(),
    }),
  ),
});

/** What one commit appended to one stream, as it travels between nodes. */
export interface Announcement {
  stream: string;
  epoch: string;
  /** The trace that wrote it, as a W3C `traceparent`; missing when it is not traced. */
  trace?: string | undefined;
  entries: LogEntry[];
}

/**
 * Signs what nodes tell each other, so that someone who can write to Redis can't put words into a stream.
 * The key comes from the database, which only nodes can read.
 */
export class MessageSeal {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  seal(announcement: Announcement): string {
    const body = JSON.stringify(announcement);
    return `${this.#mac(body).toString('base64url')}.${body}`;
  }

  /** The announcement, or undefined when it is not ours or not well-formed. */
  open(sealed: unknown): Announcement | undefined {
    if (typeof sealed !== 'string') return undefined;
    const dot = sealed.indexOf('.');
    const body = sealed.slice(dot + 1);
    const claimed = Buffer.from(sealed.slice(0, Math.max(dot, 0)), 'base64url');
    const expected = this.#mac(body);
    if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) return undefined;
    return message.safeParse(JSON.parse(body)).data;
  }

  #mac(body: string): Buffer {
    return createHmac('sha256', this.#key).update(body).digest();
  }
}
