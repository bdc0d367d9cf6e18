import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SharedAnswer } from './sharedAnswer.ts';

/** Both ends of a WebSocket: the client reads it with ws's own receiver. */
async function makePair(compressed = false) {
  const http = createServer();
  const wss = new WebSocketServer({ server: http, perMessageDeflate: compressed });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const connected = once(wss, 'connection') as Promise<[WebSocket, { socket: Socket }]>;
  const { port } = http.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: compressed });
  const messages: string[] = [];
  let wanted = { count: 0, come: () => undefined as void };
  client.on('message', (data: Buffer) => {
    messages.push(data.toString());
    if (messages.length >= wanted.count) wanted.come();
  });
  const failed = once(client, 'close').then(([code]) => {
    throw new Error(`The client closed with ${String(code)}`);
  });
  failed.catch(() => undefined);
  const [, { socket }] = await connected;
  onTestFinished(async () => {
    client.terminate();
    socket.destroy();
    http.close();
    await once(http, 'close');
  });
  return {
    client,
    socket,
    /** The first `count` messages, once they have come. */
    async received(count: number): Promise<string[]> {
      const { promise, resolve } = Promise.withResolvers<void>();
      wanted = { count, come: resolve };
      if (messages.length < count) await Promise.race([promise, failed]);
      return messages;
    },
  };
}

/** Takes only what it is let; the rest it holds by reference, as sockets do. */
class FakeSocket extends Socket {
  readonly taken: Buffer[] = [];
  #held: Buffer[] = [];
  stuck = false;

  constructor() {
    super();
    const held = () => this.#held.reduce((sum, { length }) => sum + length, 0);
    Object.defineProperty(this, 'writableLength', { get: held });
  }

  override write(bytes: Uint8Array | string): boolean {
    if (this.stuck) this.#held.push(bytes as Buffer);
    else this.taken.push(Buffer.from(bytes as Buffer));
    return !this.stuck;
  }

  flush(): void {
    this.stuck = false;
    for (const bytes of this.#held.splice(0)) this.taken.push(Buffer.from(bytes));
  }
}

const idOf = (id: string) => Buffer.from(JSON.stringify(id));
const messageOf = (id: string, result: object) =>
  `{"id":${JSON.stringify(id)},"type":"next","payload":${JSON.stringify(result)}}`;

/** An answer whose message to `id` is as many bytes long. */
function answerOf(bytes: number, id: string) {
  const text = bytes - Buffer.byteLength(messageOf(id, { data: { text: '' } }));
  const result = { data: { text: 'x'.repeat(text) } };
  return { result, answer: new SharedAnswer(result) };
}

const shortest = Buffer.byteLength(messageOf('1', { data: { text: '' } }));
const sizes = [125, 65_535]
  .flatMap((bound) => Array.from({ length: 12 }, (_, index) => bound - 6 + index))
  .concat(shortest, 70_000, 1_000_000);
const ids = {
  nothing: '',
  'a digit': '7',
  'a uuid': '0190c3e4-0000-7000-8000-000000000001',
  'quotes and backslashes': '"\\"\\\\"}',
  'control characters': '\n\r\t\u0000\u001f\u2028',
  'letters beyond ASCII': 'äß€ Ω',
  'letters beyond the first plane': '🎈🏓',
  'half a letter': 'a\uD83Cb',
  'a thousand letters': 'é'.repeat(1_000),
  'as many as a compressed block holds, and more': 'y'.repeat(65_600),
  'almost as many as a message may have': 'z'.repeat(262_000),
};
const results = {
  'no data': { data: null },
  'letters beyond ASCII': { data: { text: 'Zoë wins — 10 € 🎉', more: '\u2028"\\\n\u0000\uD83C' } },
  errors: { errors: [{ message: 'Nein', path: ['gameEvents', 'ä'] }], data: null } as never,
  'much that repeats': { data: { text: 'naïve '.repeat(20_000) } },
  'much that does not': { data: { text: Array.from({ length: 40_000 }, (_, index) => index * 7919).join() } },
};

describe.each([
  ['as they are', false],
  ['compressed', true],
])('frames, %s', (_, compressed) => {
  it('of every length are whole messages', async () => {
    const { socket, received } = await makePair(compressed);
    const sent = sizes.map((bytes) => {
      const { result, answer } = answerOf(bytes, '1');
      expect(Buffer.byteLength(messageOf('1', result))).toBe(bytes);
      answer.sendTo(socket, idOf('1'), compressed);
      return messageOf('1', result);
    });
    const messages = await received(sent.length);
    // Not compared at once: a difference of a megabyte takes long to print.
    for (const [index, message] of sent.entries()) expect(messages[index] === message, `${message.length}`).toBe(true);
    expect(messages.length).toBe(sent.length);
  });

  it.each(Object.entries(results))('with %s go to every id', async (_what, result) => {
    const { socket, received } = await makePair(compressed);
    const answer = new SharedAnswer(result);
    // Twice, and in another order: frames are used again.
    const order = [...Object.values(ids), ...Object.values(ids).toReversed()];
    for (const id of order) answer.sendTo(socket, idOf(id), compressed);
    const messages = await received(order.length);
    for (const [index, id] of order.entries()) {
      expect(messages[index] === messageOf(id, result), `message ${index}, to ${id.slice(0, 10)}`).toBe(true);
      const { id: read, payload } = JSON.parse(messages[index] ?? '') as { id: string; payload: object };
      expect(read === id).toBe(true);
      expect(payload).toEqual(result);
    }
  });

  it('that wait for a reader keep their own id and bytes while the answer goes on to others', async () => {
    const [slow, quick] = [await makePair(compressed), await makePair(compressed)];
    slow.client.pause();
    // Does not get smaller.
    const noise = Array.from({ length: 20_000 }, (_unused, index) => (index * 48_271) % 2_147_483_647).join();
    const sent: { slow: string; quick: string }[] = [];
    let waited = 0;
    for (let round = 0; round < 60; round += 1) {
      const result = { data: { round, noise } };
      const answer = new SharedAnswer(result);
      const [before, between, after] = [`a${round}`.padEnd(4), `b${round}`.padEnd(4), `c${round}`.padEnd(4)];
      answer.sendTo(quick.socket, idOf(before), compressed);
      answer.sendTo(slow.socket, idOf(between), compressed);
      if (slow.socket.writableLength > 0) waited += 1;
      answer.sendTo(quick.socket, idOf(after), compressed);
      sent.push({ slow: messageOf(between, result), quick: messageOf(before, result) + messageOf(after, result) });
    }
    expect(waited).toBeGreaterThan(10);
    const others = await quick.received(2 * sent.length);
    slow.client.resume();
    const messages = await slow.received(sent.length);
    for (const [index, wanted] of sent.entries()) {
      expect(messages[index] === wanted.slow, `slow ${index}`).toBe(true);
      expect(`${others[2 * index]}${others[2 * index + 1]}` === wanted.quick, `quick ${index}`).toBe(true);
    }
  });
});

describe('a frame', () => {
  it.each([
    ['125', 125, 2],
    ['126', 126, 4],
    ['65,535', 65_535, 4],
    ['65,536', 65_536, 10],
  ])('of %s bytes says so in the shortest way', (_, bytes, head) => {
    const socket = new FakeSocket();
    answerOf(bytes, 'id').answer.sendTo(socket, idOf('id'));
    expect(socket.taken.map(({ length }) => length)).toEqual([head + bytes]);
  });

  it('is written out once for all ids of a length, and its text once for all', () => {
    let written = 0;
    const result = { data: { toJSON: () => (written += 1) } } as never;
    const answer = new SharedAnswer(result);
    const sockets = Array.from({ length: 4 }, () => new FakeSocket());
    const buffers = new Set<unknown>();
    for (const [index, socket] of sockets.entries()) {
      const write = socket.write.bind(socket);
      socket.write = (bytes: Uint8Array | string) => {
        buffers.add(bytes);
        return write(bytes);
      };
      answer.sendTo(socket, idOf(`id${index}`));
      answer.sendTo(socket, idOf(`another${index}`));
    }
    answer.result.stringify();
    expect([written, buffers.size]).toEqual([1, 2]);
  });

  it('for an id of an unusual length is not kept', () => {
    const answer = new SharedAnswer({ data: { seq: 1 } });
    const socket = new FakeSocket();
    const kept: (Uint8Array | string)[] = [];
    socket.write = (bytes: Uint8Array | string) => kept.push(bytes) > 0;
    for (const id of ['a'.repeat(100), 'b'.repeat(100), 'c'.repeat(40), 'd'.repeat(40)])
      answer.sendTo(socket, idOf(id));
    const [one, two, three, four] = kept;
    expect([one === two, three === four]).toEqual([false, true]);
  });

  it('is the socket’s own from when it is not taken at once', () => {
    const result = { data: { seq: 1 } };
    const answer = new SharedAnswer(result);
    const sockets = Array.from({ length: 5 }, () => new FakeSocket());
    for (const [index, socket] of sockets.entries()) {
      socket.stuck = index % 2 === 1;
      expect(answer.sendTo(socket, idOf(`id${index}`))).toBe(index % 2 === 0);
    }
    for (const [index, socket] of sockets.entries()) {
      socket.flush();
      expect(Buffer.concat(socket.taken).subarray(2).toString()).toBe(messageOf(`id${index}`, result));
    }
  });
});
