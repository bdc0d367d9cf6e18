import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../server/embedded/freePort.ts';

const startMs = 10_000;

/** A Redis of our own, on 127.0.0.1 and one port for its whole life, that keeps nothing: to be stopped, hung and started. */
export class RedisProcess {
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  readonly #apart: boolean;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string, apart: boolean) {
    this.#apart = apart;
    this.#port = port;
    this.#folder = folder;
    this.url = `redis://127.0.0.1:${port}`;
  }

  /** Started, and answering. Throws when there is no `redis-server` on the path. `apart`: terminals' signals pass it by. */
  static async open(folder: string, apart = false): Promise<RedisProcess> {
    const redis = new RedisProcess(await findFreePort(), folder, apart);
    await redis.start();
    return redis;
  }

  async start(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--port', `${this.#port}`, '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', [...settings, '--dir', this.#folder], {
      stdio: 'ignore',
      detached: this.#apart,
    });
    this.#child = child;
    await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => missing(error))]);
    const end = performance.now() + startMs;
    while (!(await answers(this.#port))) {
      if (child.exitCode !== null || performance.now() > end) throw new Error('redis-server did not start.');
      await sleep(20);
    }
  }

  /** Ends it, in order (SIGTERM) or not (SIGKILL). */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    // A hung one does not even hear SIGTERM.
    child.kill('SIGCONT');
    await exited;
  }

  /** Keeps its connections open, takes new ones, and answers nothing. */
  hang(): void {
    this.#child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child?.kill('SIGCONT');
  }
}

function missing(error: unknown): never {
  throw new Error('This needs redis-server on the path: apt-get install redis-server, or brew install redis.', {
    cause: error,
  });
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
