import { Connection, type Answer } from '../requests/connection.ts';

/** Servers close a connection that nobody used for some seconds; one that may be about to go is not used again. */
const freshMs = 2_000;

/** As many connections as there are requests under way. */
export class Connections {
  readonly #port: number;
  readonly #free: { connection: Connection; since: number }[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  async send(request: string): Promise<Answer> {
    const connection = this.#fresh() ?? (await Connection.open(this.#port));
    const answer = await connection.send(request);
    this.#free.push({ connection, since: performance.now() });
    return answer;
  }

  #fresh(): Connection | undefined {
    const last = this.#free.pop();
    if (last && !last.connection.lost && performance.now() - last.since < freshMs) return last.connection;
    // Whatever lies below was not used for longer.
    for (const { connection } of [...(last ? [last] : []), ...this.#free.splice(0)]) connection.close();
    return undefined;
  }
}
