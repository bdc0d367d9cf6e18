/** Kinds of WebSocket frames, as RFC 6455 numbers them. */
export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const masked = 0x80;
const final = 0x80;
const maskBytes = 4;

/** A frame as clients send it. Its mask is zero, which leaves the payload as it is. */
export function clientFrame(opcode: number, payload: Uint8Array | string): Buffer {
  const body = Buffer.from(payload);
  const short = body.length < 126;
  const head = Buffer.alloc((short ? 2 : 4) + maskBytes);
  head[0] = final | opcode;
  head[1] = masked | (short ? body.length : 126);
  if (!short) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** What becomes of the frames that are read. */
export interface FrameSink {
  /** Whether payloads are wanted; otherwise they are skipped unread. */
  collecting: boolean;
  frame(opcode: number, length: number, payload: Buffer): void;
}

const nothing = Buffer.alloc(0);

/** Finds a server's frames in what comes over a socket, in whatever pieces. */
export class FrameReader {
  readonly #sink: FrameSink;
  #opcode = 0;
  #length = 0;
  /** Bytes of the payload still to come. */
  #left = 0;
  #parts: Buffer[] = [];
  /** A header of which the rest is still to come. */
  #begun: Buffer = nothing;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /** `chunk` is only read up to `end`, and not kept. */
  read(chunk: Buffer, start: number, end: number): void {
    if (this.#begun.length > 0) {
      const joined = Buffer.concat([this.#begun, chunk.subarray(start, end)]);
      this.#begun = nothing;
      return this.read(joined, 0, joined.length);
    }
    let at = start;
    while (at < end) {
      if (this.#left === 0) {
        const headerBytes = this.#header(chunk, at, end);
        if (headerBytes === 0) {
          this.#begun = Buffer.from(chunk.subarray(at, end));
          return;
        }
        at += headerBytes;
      }
      const taken = Math.min(this.#left, end - at);
      if (this.#sink.collecting && taken > 0) this.#parts.push(Buffer.from(chunk.subarray(at, at + taken)));
      this.#left -= taken;
      at += taken;
      if (this.#left === 0) this.#end();
    }
  }

  /** How long the header is that begins here; 0 when not all of it is there yet. */
  #header(chunk: Buffer, at: number, end: number): number {
    if (end - at < 2) return 0;
    const size = (chunk[at + 1] ?? 0) & 0x7f;
    const bytes = size < 126 ? 2 : size === 126 ? 4 : 10;
    if (end - at < bytes) return 0;
    this.#opcode = (chunk[at] ?? 0) & 0x0f;
    this.#length = bytes === 2 ? size : bytes === 4 ? chunk.readUInt16BE(at + 2) : chunk.readUIntBE(at + 4, 6);
    this.#left = this.#length;
    return bytes;
  }

  #end(): void {
    const payload = this.#parts.length > 0 ? Buffer.concat(this.#parts) : nothing;
    this.#parts = [];
    this.#sink.frame(this.#opcode, this.#length, payload);
  }
}
