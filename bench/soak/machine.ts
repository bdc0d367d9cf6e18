import { cpus } from 'node:os';

/** How busy this machine was with everything on it, as a share of all its cores, from now until asked. */
export function watchMachine(): () => { cores: number; busy: number } {
  const before = cpuTimes();
  return () => {
    const after = cpuTimes();
    const all = after.all - before.all;
    return { cores: cpus().length, busy: all > 0 ? 1 - (after.idle - before.idle) / all : 0 };
  };
}

function cpuTimes(): { all: number; idle: number } {
  let all = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    all += times.user + times.nice + times.sys + times.irq + times.idle;
    idle += times.idle;
  }
  return { all, idle };
}
