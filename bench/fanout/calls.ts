import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

type Calls<Shape> = { [Name in keyof Shape]: (argument: never) => unknown };

interface Question {
  number: number;
  name: string;
  /** What the function of that name takes. */
  argument: never;
}
interface Reply {
  number: number;
  value?: unknown;
  error?: string;
}
interface Note {
  note: number;
}

const endMs = 10_000;

/** A process of ours that answers calls. Numbers can be told both ways, without an answer. */
export class Child<Shape extends Calls<Shape>> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #name: string;
  #calls = 0;
  onNote: (note: number) => void = () => undefined;

  constructor(file: string, { name, env = {} }: { name: string; env?: Record<string, string> }) {
    this.#name = name;
    this.#process = fork(file, {
      env: { NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', (message: Reply | Note) => this.#hear(message));
    this.#process.once('exit', (code, signal) => this.#fail(`${name} ended (${signal ?? code})`));
  }

  call<Name extends keyof Shape & string>(
    name: Name,
    ...[argument]: Parameters<Shape[Name]>
  ): Promise<Awaited<ReturnType<Shape[Name]>>> {
    const waiting = Promise.withResolvers<unknown>();
    this.#calls += 1;
    this.#waiting.set(this.#calls, waiting);
    if (this.#process.connected) this.#process.send({ number: this.#calls, name, argument });
    else this.#fail(`${this.#name} has ended`);
    return waiting.promise as Promise<Awaited<ReturnType<Shape[Name]>>>;
  }

  note(note: number): void {
    if (this.#process.connected) this.#process.send({ note } satisfies Note);
  }

  /** Lets it end by itself, and sees to it that it does. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    if (this.#process.connected) this.#process.disconnect();
    const lastResort = setTimeout(() => this.#process.kill('SIGKILL'), endMs);
    await exited;
    clearTimeout(lastResort);
  }

  #hear(message: Reply | Note): void {
    if ('note' in message) return this.onNote(message.note);
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.error === undefined) waiting?.resolve(message.value);
    else waiting?.reject(new Error(`${this.#name}: ${message.error}`));
  }

  #fail(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}

/** The child's end: answers until whoever forked it lets go; then `ended`, and the process ends. */
export function answerCalls<Shape extends Calls<Shape>>(
  calls: Shape,
  { onNote, ended }: { onNote?: (note: number) => void; ended?: () => Promise<void> } = {},
): void {
  const known = calls as Record<string, (argument: never) => unknown>;
  process.on('message', (message: Question | Note) => {
    if ('note' in message) onNote?.(message.note);
    else void answer(known, message);
  });
  process.once('disconnect', () => void Promise.resolve(ended?.()).finally(() => process.exit()));
}

export function tell(note: number): void {
  process.send?.({ note } satisfies Note);
}

async function answer(calls: Record<string, (argument: never) => unknown>, question: Question): Promise<void> {
  const { number, name, argument } = question;
  const reply: Reply = { number };
  try {
    reply.value = await calls[name]?.(argument);
  } catch (error) {
    reply.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (process.connected) process.send?.(reply);
}
