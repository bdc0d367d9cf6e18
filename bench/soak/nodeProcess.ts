import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLClient } from '../graphqlClient.ts';

const main = join(import.meta.dirname, '../../server/main.ts');
const startMs = 30_000;
const stopMs = 20_000;
const keptLines = 30;

/** What `/readyz` says of Redis; `undefined` while the node is not ready. */
export type RedisAsSeen = 'up' | 'down' | 'none' | undefined;

/** A node of the product, in a process of its own, on one port for all its lives. */
export class NodeProcess {
  readonly name: string;
  readonly url: string;
  readonly client: GraphQLClient;
  /** Ready, and not being ended. */
  live = false;
  /** Lives that ended though nobody ended them. */
  crashes = 0;
  /** The last of what it logged, warnings and worse. */
  readonly lines: string[] = [];
  readonly #settings: Record<string, string>;
  readonly #program: string;
  #child: ChildProcess | undefined;

  /** `program`: the `server/main.ts` of this version when left out. */
  constructor(name: string, port: number, settings: Record<string, string>, program = main) {
    this.#program = program;
    this.name = name;
    this.url = `http://127.0.0.1:${port}`;
    this.client = new GraphQLClient(this.url);
    this.#settings = { ...settings, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: `${port}`, LOG_LEVEL: 'warn' };
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#program], {
      env: this.#settings,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => {
      this.lines.push(line);
      if (this.lines.length > keptLines) this.lines.shift();
    });
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.live = false;
      this.crashes += 1;
    });
    const end = performance.now() + startMs;
    while ((await this.redis()) === undefined) {
      if (child.exitCode !== null || performance.now() > end) {
        throw new Error(`${this.name} did not become ready:\n${this.lines.join('\n')}`);
      }
      await sleep(50);
    }
    this.live = true;
  }

  /** Ends it, without notice (SIGKILL) or in order (SIGTERM; after a while without notice). Its exit code, if it had one. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.live = false;
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    const lastResort = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await exited;
    clearTimeout(lastResort);
    return child.exitCode;
  }

  async redis(): Promise<RedisAsSeen> {
    try {
      const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3_000) });
      const { ready, checks } = (await response.json()) as { ready: boolean; checks: { redis: RedisAsSeen } };
      return ready ? checks.redis : undefined;
    } catch {
      return undefined;
    }
  }

  /** What one of its counters has come to in this life, over all labels that `having` is among. */
  async counter(name: string, having = ''): Promise<number> {
    const response = await fetch(`${this.url}/metrics`, { signal: AbortSignal.timeout(3_000) });
    const lines = (await response.text()).split('\n');
    const wanted = lines.filter((line) => line.startsWith(name) && line.includes(having));
    return wanted.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }
}
