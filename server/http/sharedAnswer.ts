import type { Socket } from 'node:net';
import type { ExecutionResult } from 'graphql';

/** FIN and the opcode of text. */
const wholeText = 0x81;
/** A frame that says how long its payload is in so many more bytes, and how it says so in its second byte. */
const lengths = [
  { most: 125, more: 0 },
  { most: 0xffff, more: 2, code: 126 },
  { most: Number.POSITIVE_INFINITY, more: 8, code: 127 },
] as const;
const idKey = '{"id":';
const payloadKey = ',"type":"next","payload":';

interface Frame {
  bytes: Buffer;
  /** Where the operation's id stands in it. */
  idAt: number;
}

/** One answer of a subscription for all who get the same: written out once, whichever way it goes to each of them. */
export class SharedAnswer {
  /** As Yoga's event streams take it. */
  readonly result: ExecutionResult & { stringify(): string };
  #text: string | undefined;
  /** Ready to be sent but for the id of the operation, by the id's length. */
  readonly #frames = new Map<number, Frame>();

  constructor(result: ExecutionResult) {
    this.result = { ...result, stringify: () => this.#json(result) };
  }

  #json(result: ExecutionResult): string {
    return (this.#text ??= JSON.stringify(result));
  }

  /**
   * Sends it as the next message of an operation, whose id comes as JSON: a whole WebSocket frame in one `write`. Returns
   * what that does.
   */
  sendTo(socket: Socket, id: Buffer): boolean {
    const frame = this.#frames.get(id.length) ?? this.#framed(id.length);
    frame.bytes.set(id, frame.idAt);
    const more = socket.write(frame.bytes);
    // Usually the system has taken all of it, and the bytes are free for the next id. If not, they are the socket's now.
    if (socket.writableLength > 0) this.#frames.delete(id.length);
    return more;
  }

  #framed(idLength: number): Frame {
    const json = this.result.stringify();
    const length = idKey.length + idLength + payloadKey.length + Buffer.byteLength(json) + 1;
    const form = lengths.find(({ most }) => length <= most) ?? lengths[2];
    const bytes = Buffer.allocUnsafe(2 + form.more + length);
    bytes[0] = wholeText;
    bytes[1] = 'code' in form ? form.code : length;
    if (form.more === 2) bytes.writeUInt16BE(length, 2);
    if (form.more === 8) bytes.writeBigUInt64BE(BigInt(length), 2);
    const idAt = 2 + form.more + bytes.write(idKey, 2 + form.more);
    const payloadAt = idAt + idLength + bytes.write(payloadKey, idAt + idLength);
    bytes.write(`${json}}`, payloadAt);
    const frame = { bytes, idAt };
    this.#frames.set(idLength, frame);
    return frame;
  }
}
