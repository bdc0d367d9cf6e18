import { Agent, request } from 'node:http';

/** A cheap keep-alive client, so that what is measured is the server. One per measurement. */
export class GraphQLClient {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, maxSockets = 256) {
    this.#agent = new Agent({ keepAlive: true, maxSockets, scheduling: 'fifo' });
    this.#url = new URL('/graphql', url);
  }

  /** The answer's data; rejects on any error. */
  send<Data>(token: string, query: string, variables: object = {}): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    return new Promise((resolve, reject) => {
      const req = request(
        this.#url,
        {
          agent: this.#agent,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            accept: 'application/json',
            authorization: `Bearer ${token}`,
          },
        },
        (res) => {
          let text = '';
          res.setEncoding('utf8');
          res.on('data', (chunk: string) => (text += chunk));
          res.on('end', () => {
            const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown };
            if (data && !errors) resolve(data);
            else reject(new Error(`HTTP ${res.statusCode}: ${JSON.stringify(errors)}`));
          });
        },
      );
      req.on('error', reject);
      req.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
