import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';

const program = fileURLToPath(new URL('../web/house/main.ts', import.meta.url));
/** A house that ended by itself is opened again after a while: longer each time, up to a minute. */
const againMs = 2_000;
const mostMs = 60_000;
const graceMs = 6_000;

/**
 * The house players, in a process of their own beside the server: whatever becomes of it, the server goes on. It ends with
 * the server, also with one that is killed, as the channel between them closes then.
 */
export function openHouse(url: string, { dataDir }: Pick<Config, 'dataDir'>, log: Logger): { stop(): Promise<void> } {
  if (!existsSync(program)) {
    log.warn('there are no house players here: the image has none; see docs/operations.md');
    return { stop: () => Promise.resolve() };
  }
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = againMs;
  let stopping = false;
  const open = () => {
    const house = spawn(process.execPath, [program], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { HOUSE_URL: url, DATA_DIR: dataDir },
    });
    child = house;
    house.on('error', (error) => {
      child = undefined;
      log.warn({ err: error }, 'the house players could not be started');
    });
    house.on('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      log.warn({ code, signal, waitMs }, 'the house players ended by themselves; they come again');
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(mostMs, waitMs * 2);
    });
  };
  open();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const house = child;
      if (!house) return;
      const ended = once(house, 'exit');
      const force = setTimeout(() => house.kill('SIGKILL'), graceMs);
      house.kill('SIGTERM');
      await ended;
      clearTimeout(force);
    },
  };
}
