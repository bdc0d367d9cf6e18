import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** pgbench's own five-statement transaction (TPC-B-like, prepared), as a measure of what this PostgreSQL can do here. */
export class Pgbench {
  readonly #program: string;
  readonly #url: string;

  private constructor(program: string, url: string) {
    this.#program = program;
    this.#url = url;
  }

  /** Undefined where there is no pgbench: it comes with PostgreSQL's own packages (Debian: postgresql-contrib). */
  static async on(url: string): Promise<Pgbench | undefined> {
    const paths = (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/pgbench`);
    const program = [...paths, ...globSync('/usr/lib/postgresql/*/bin/pgbench')].find((path) => existsSync(path));
    if (!program) return undefined;
    await run(program, ['-i', '-s', '10', '-q', url]);
    return new Pgbench(program, url);
  }

  async transactionsPerSecond(clients: number, seconds: number): Promise<number> {
    const { stdout } = await run(this.#program, [
      '-c',
      `${clients}`,
      '-j',
      '1',
      '-T',
      `${seconds}`,
      '-M',
      'prepared',
      this.#url,
    ]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  }
}
