import type { Socket } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import type { ExecutionResult } from 'graphql';

/** A message of one frame: FIN, RSV1 where it is compressed, and the opcode of text (RFC 6455 5.2, RFC 7692 6). */
const wholeText = 0x81;
const wholeCompressedText = 0xc1;
const idKey = Buffer.from('{"id":');
const payloadKey = Buffer.from(',"type":"next","payload":');
/** What the end of a flushed block looks like; a compressed message goes without it (RFC 7692 7.2.1). */
const flushMark = 4;
/** Shorter payloads are not worth compressing, in bytes. */
const leastCompressed = 512;
/** A block of a compressed message that is not itself compressed can be so long, in bytes. */
const mostStored = 0xffff;
/** Ids are as short as this, in bytes of JSON. Frames for longer ones are not kept: answers are, and lengths are many. */
const usualId = 64;

/** So many frames of an answer are kept, for ids of so many lengths. */
const keptFrames = 4;
/** Twice the text, the frames, and a result that takes some times as much as its text. */
const sizePerCharacter = 12;

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
  #deflated: Buffer | undefined;
  /** Ready to be sent but for the id of the operation, by the id's length: as they are, and compressed. */
  readonly #frames = [new Map<number, Frame>(), new Map<number, Frame>()] as const;

  constructor(result: ExecutionResult) {
    this.result = { ...result, stringify: () => (this.#text ??= JSON.stringify(result)) };
  }

  /** Bytes, all told: its text, the result it was made of, and the frames that are kept. */
  get size(): number {
    return this.result.stringify().length * sizePerCharacter;
  }

  /**
   * Sends it as the next message of an operation, whose id comes as JSON: a whole WebSocket frame in one `write`. Returns
   * what that does. `compressed` takes a socket that agreed to permessage-deflate.
   */
  sendTo(socket: Socket, id: Buffer, compressed = false): boolean {
    const frames = this.#frames[compressed ? 1 : 0];
    const frame = frames.get(id.length) ?? this.#framed(id.length, compressed);
    frame.bytes.set(id, frame.idAt);
    const more = socket.write(frame.bytes);
    // Usually the system has taken all of it, and the bytes are free for the next id. If not, they are the socket's now.
    if (socket.writableLength > 0) frames.delete(id.length);
    else if (id.length <= usualId && frames.size < keptFrames) frames.set(id.length, frame);
    return more;
  }

  #framed(idLength: number, compressed: boolean): Frame {
    const rest = `${this.result.stringify()}}`;
    const opening = idKey.length + idLength + payloadKey.length;
    if (!compressed || rest.length < leastCompressed || opening > mostStored) {
      return framed(wholeText, idKey, idLength, [payloadKey, Buffer.from(rest)]);
    }
    this.#deflated ??= deflateRawSync(rest, { finishFlush: constants.Z_SYNC_FLUSH });
    const before = Buffer.concat([storedBlock(opening), idKey]);
    return framed(wholeCompressedText, before, idLength, [payloadKey, this.#deflated.subarray(0, -flushMark)]);
  }
}

/** Begins a block of so many bytes that are not compressed (RFC 1951 3.2.4): the id differs, what follows it does not. */
function storedBlock(length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(0xffff - length, 3);
  return head;
}

function framed(first: number, before: Buffer, idLength: number, after: readonly Buffer[]): Frame {
  const length = before.length + idLength + after.reduce((sum, part) => sum + part.length, 0);
  const head = frameHead(first, length);
  const bytes = Buffer.concat([head, before, Buffer.alloc(idLength), ...after]);
  return { bytes, idAt: head.length + before.length };
}

function frameHead(first: number, length: number): Buffer {
  if (length <= 125) return Buffer.from([first, length]);
  if (length > 0xffff) {
    const head = Buffer.from([first, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
    head.writeBigUInt64BE(BigInt(length), 2);
    return head;
  }
  return Buffer.from([first, 126, length >> 8, length & 0xff]);
}
