/** What a run has opened, to be closed again in the opposite order, however the run ends. */
export interface Lifetimes {
  /** Opens something that is closed at the end. Rejects once the run was interrupted. */
  hold<Thing>(open: () => Thing | Promise<Thing>, close: (thing: Thing) => unknown): Promise<Thing>;
}

/** Nothing takes longer to open. */
const openingMs = 20_000;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Runs `work`; when it is over, fails, or the process is told to stop, whatever it has opened is closed. */
export async function withLifetimes<Result>(work: (lifetimes: Lifetimes) => Promise<Result>): Promise<Result> {
  const closings: (() => unknown)[] = [];
  const interruption = Promise.withResolvers<never>();
  let interrupted: Error | undefined;
  const interrupt = (signal: string) => {
    interrupted = new Error(`Told to stop (${signal})`);
    interruption.reject(interrupted);
  };
  for (const signal of signals) process.once(signal, interrupt);
  const working = work({
    async hold(open, close) {
      if (interrupted) throw interrupted;
      const thing = await open();
      closings.push(() => close(thing));
      if (interrupted) throw interrupted;
      return thing;
    },
  });
  const closeAll = async () => {
    for (let close = closings.pop(); close; close = closings.pop()) await close();
  };
  try {
    return await Promise.race([working, interruption.promise]);
  } finally {
    await closeAll();
    // Whatever was still being opened when the run was interrupted.
    await settledWithin(working, openingMs);
    await closeAll();
    for (const signal of signals) process.off(signal, interrupt);
  }
}

async function settledWithin(work: Promise<unknown>, ms: number): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  await Promise.race([work.catch(() => undefined), late.promise]);
  clearTimeout(timer);
}
