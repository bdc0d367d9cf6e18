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

export interface NodeProcessOptions {
  /** The `server/main.ts` of this version when left out. */
  program?: string;
  /** Hears what it writes, a line at a time. */
  wrote?(line: string): void;
  /** Hears of an end that nobody asked for, and how it came. */
  died?(how: string): void;
  /** Whether signals of the terminal pass it by. */
  apart?: boolean;
}

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
  readonly #settings: NodeJS.ProcessEnv;
  readonly #options: NodeProcessOptions;
  #child: ChildProcess | undefined;

  /** `settings` as the environment has them. */
  constructor(name: string, port: number, settings: NodeJS.ProcessEnv, options: NodeProcessOptions = {}) {
    this.#options = options;
    this.name = name;
    this.url = `http://127.0.0.1:${port}`;
    this.client = new GraphQLClient(this.url);
    this.#settings = {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PAGE: 'false',
      ...settings,
      HOST: '127.0.0.1',
      PORT: `${port}`,
    };
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const { program = main, wrote, died, apart = false } = this.#options;
    const child = spawn(process.execPath, [program], {
      env: this.#settings,
      stdio: ['ignore', wrote ? 'pipe' : 'ignore', 'pipe'],
      detached: apart,
    });
    this.#child = child;
    if (wrote && child.stdout) createInterface({ input: child.stdout }).on('line', wrote);
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        wrote?.(line);
        this.lines.push(line);
        if (this.lines.length > keptLines) this.lines.shift();
      });
    }
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return;
      this.live = false;
      this.crashes += 1;
      died?.(signal ?? `exit code ${code}`);
    });
    const end = performance.now() + startMs;
    while ((await this.redis()) === undefined) {
      if (child.exitCode !== null || child.signalCode !== null || performance.now() > end) {
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
