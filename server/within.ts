/** What `value` comes to within so many milliseconds; `fallback` when it fails or takes longer. */
export async function within<Value, Fallback>(
  ms: number,
  value: Promise<Value>,
  fallback: Fallback,
): Promise<Value | Fallback> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Fallback>((resolve) => {
    timer = setTimeout(resolve, ms, fallback);
  });
  return Promise.race([value.catch(() => fallback), late]).finally(() => clearTimeout(timer));
}
