/** Fails instead of hanging. The label says what never came. */
export async function within<Value>(ms: number, label: string, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${label} did not come within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks again until the answer passes; for state that no event announces. */
export async function eventually<Value>(
  label: string,
  ask: () => Promise<Value> | Value,
  passes: (value: Value) => boolean,
  ms = 10_000,
): Promise<Value> {
  const end = performance.now() + ms;
  for (;;) {
    const value = await ask();
    if (passes(value)) return value;
    if (performance.now() > end)
      throw new Error(`${label} did not come true within ${ms} ms; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
