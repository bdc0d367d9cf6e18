import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

/** Read into by all sockets, one after another: what is kept of it is copied. */
const readBuffer = Buffer.allocUnsafe(65_536);
const endOfHead = '\r\n\r\n';

/** A request for `/graphql`, ready to be sent. */
export function requestText(token: string, query: string, variables: object = {}): string {
  const body = JSON.stringify({ query, variables });
  return [
    'POST /graphql HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Accept: application/json',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** A connection to a server that is kept alive: one request after another, and as little work as that takes. */
export class Connection {
  readonly #socket: Socket;
  #waiting: PromiseWithResolvers<Answer> | undefined;
  #begun: Buffer | undefined;
  #lost: Error | undefined;

  private constructor(port: number, opened: PromiseWithResolvers<Connection>) {
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (bytes) => this.#read(bytes) },
    });
    this.#socket.once('connect', () => opened.resolve(this));
    this.#socket.once('error', (error) => {
      this.#lose(error);
      opened.reject(error);
    });
    this.#socket.once('close', () => this.#lose(new Error('The server closed a connection')));
  }

  static open(port: number): Promise<Connection> {
    const opened = Promise.withResolvers<Connection>();
    void new Connection(port, opened);
    return opened.promise;
  }

  get lost(): boolean {
    return this.#lost !== undefined;
  }

  /** Rejects when the connection is lost before all of the answer is there. */
  send(request: string): Promise<Answer> {
    if (this.#lost) return Promise.reject(this.#lost);
    this.#waiting = Promise.withResolvers();
    this.#socket.write(request);
    return this.#waiting.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(bytes: number): boolean {
    const piece = readBuffer.subarray(0, bytes);
    const all = this.#begun ? Buffer.concat([this.#begun, piece]) : piece;
    const answer = answerIn(all);
    this.#begun = answer ? undefined : Buffer.from(all);
    if (answer) this.#waiting?.resolve(answer);
    return true;
  }

  #lose(why: Error): void {
    this.#lost ??= why;
    this.#waiting?.reject(this.#lost);
  }
}

/** Undefined while some of it is still to come. */
function answerIn(bytes: Buffer): Answer | undefined {
  const headEnds = bytes.indexOf(endOfHead);
  if (headEnds < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnds);
  const begins = headEnds + endOfHead.length;
  const length = /content-length: *(\d+)/i.exec(head)?.[1];
  const body =
    length === undefined ? chunkedBody(bytes, begins) : bodyOf(bytes, begins, begins + Number.parseInt(length, 10));
  return body === undefined ? undefined : { status: Number(head.slice(9, 12)), body };
}

function bodyOf(bytes: Buffer, begins: number, ends: number): string | undefined {
  return bytes.length < ends ? undefined : bytes.toString('utf8', begins, ends);
}

function chunkedBody(bytes: Buffer, begins: number): string | undefined {
  const chunks: Buffer[] = [];
  for (let at = begins; ;) {
    const lineEnds = bytes.indexOf('\r\n', at);
    if (lineEnds < 0) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnds), 16);
    const ends = lineEnds + 2 + length;
    if (bytes.length < ends + 2) return undefined;
    if (length === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(bytes.subarray(lineEnds + 2, ends));
    at = ends + 2;
  }
}
