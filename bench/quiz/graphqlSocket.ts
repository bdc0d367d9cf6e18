import { ProtocolSocket } from '../protocolSocket.ts';

export interface SocketOptions {
  port: number;
  token: string;
  /** An event of the subscription, as it came. */
  heard(text: string): void;
  /** Once it is gone, and was not closed from here. */
  lost(why: string): void;
}

/** The socket went before the answer came; it may have been done or not. */
export class LostSocketError extends Error {}

const subscriptionId = 'e';
const eventsBegin = `{"id":"${subscriptionId}","type":"next"`;

/** A member's WebSocket, by graphql-transport-ws: one subscription, and operations beside it. */
export class GraphQLSocket {
  readonly #options: SocketOptions;
  readonly #socket: ProtocolSocket;
  readonly #asked = new Map<string, PromiseWithResolvers<unknown>>();
  #operations = 0;

  constructor(options: SocketOptions) {
    const { port, token } = options;
    this.#options = options;
    this.#socket = new ProtocolSocket({
      port,
      token,
      isEvent: (text) => text.startsWith(eventsBegin),
      heard: (text) => this.#hear(text),
      lost: (why) => this.#lost(why),
    });
  }

  /** Resolves once the server has let it in. */
  async open(): Promise<void> {
    try {
      await this.#socket.connect();
    } catch (error) {
      throw new LostSocketError(error instanceof Error ? error.message : '');
    }
  }

  /** The operation's data. Rejects on errors, and with LostSocketError when the socket goes first. */
  ask<Data>(query: string, variables: object): Promise<Data> {
    if (!this.#socket.open) return Promise.reject(new LostSocketError('The socket is gone'));
    this.#operations += 1;
    const id = `${this.#operations}`;
    const asked = Promise.withResolvers<unknown>();
    this.#asked.set(id, asked);
    this.#socket.say({ id, type: 'subscribe', payload: { query, variables } });
    return asked.promise as Promise<Data>;
  }

  subscribe(query: string, variables: object): void {
    this.#socket.say({ id: subscriptionId, type: 'subscribe', payload: { query, variables } });
  }

  close(): void {
    this.#socket.close();
  }

  #hear(text: string): void {
    if (text.startsWith(eventsBegin)) return this.#options.heard(text);
    const { id = '', type, payload } = JSON.parse(text) as Message;
    if (id === subscriptionId) return this.#socket.lose(`The subscription ended: ${text.slice(0, 300)}`);
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (type === 'next' && !payload?.errors) asked?.resolve(payload?.data);
    else asked?.reject(new Error(text.slice(0, 300)));
  }

  #lost(why: string): void {
    for (const { reject } of this.#asked.values()) reject(new LostSocketError(why));
    this.#asked.clear();
    this.#options.lost(why);
  }
}

interface Message {
  id?: string;
  type: string;
  payload?: { data?: unknown; errors?: unknown };
}
