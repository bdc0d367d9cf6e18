import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { GameTable } from './gameTable.ts';
import { Mutations } from './mutations.ts';
import { makePeople } from './people.ts';
import { Subscriber } from './subscriber.ts';
import type { Tally } from './tally.ts';
import { letVisitorsIn } from './visitors.ts';

export interface CompanyOptions {
  durationMs: number;
  clients: number;
  /** Games played at once; each client follows one table. */
  tables: number;
  /** Between two mutations of a table, about. */
  paceMs: number;
  /** How long a connection lasts, on the average. */
  cutEveryMs: number;
}

const tokenMarginMs = 3_600_000;
/** At the start, clients come over this long. */
const arrivalMs = 3_000;

/** Everybody who uses the cluster during a run: two players at each table, visitors, and those who watch. */
export class Company {
  readonly tables: GameTable[];
  readonly subscribers: Subscriber[];
  readonly #mutations: Mutations;
  readonly #visitorsToken: string;
  readonly #leaving = new AbortController();

  private constructor(cluster: Cluster, tally: Tally, tokens: readonly string[], options: CompanyOptions) {
    const { clients, tables, paceMs, cutEveryMs } = options;
    const mutations = new Mutations(cluster, tally);
    this.#mutations = mutations;
    this.#visitorsToken = tokens.at(-1) ?? '';
    this.tables = Array.from({ length: tables }, (_, index) => {
      const [host = '', guest = ''] = tokens.slice(clients + index * 2);
      return new GameTable(mutations, [host, guest], paceMs);
    });
    this.subscribers = tokens.slice(0, clients).map((token, index) => {
      const table = this.tables[index % tables];
      if (!table) throw new RangeError('A soak needs tables');
      return new Subscriber({ cluster, tally, token, table, cutEveryMs });
    });
  }

  /** Everybody has an account of their own and a token that outlives the run. */
  static async gather(cluster: Cluster, tally: Tally, options: CompanyOptions): Promise<Company> {
    const { clients, tables, durationMs } = options;
    const tokens = await makePeople(cluster.databaseUrl, clients + tables * 2 + 1, durationMs + tokenMarginMs);
    return new Company(cluster, tally, tokens, options);
  }

  /** Plays until told to stop; rejects at once when the server does what it must not. */
  async play(): Promise<void> {
    const visits = letVisitorsIn(this.#mutations, this.#visitorsToken, this.#leaving.signal);
    await Promise.all([visits, ...this.tables.map((table) => table.play())]);
  }

  /** Those who watch connect, one after another; resolves when all have begun. */
  async watch(): Promise<void> {
    await Promise.all(
      this.subscribers.map(async (subscriber) => {
        await sleep(Math.random() * arrivalMs);
        await subscriber.start();
      }),
    );
  }

  /** Nobody plays any more after what they are at, and connections stay. */
  stopPlaying(): void {
    this.#leaving.abort();
    for (const table of this.tables) table.stop();
    for (const subscriber of this.subscribers) subscriber.stopCutting();
  }

  end(): void {
    this.stopPlaying();
    for (const subscriber of this.subscribers) subscriber.end();
  }
}
