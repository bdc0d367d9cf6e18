import { startTransition, useEffect, useRef, useState } from 'react';

/** A value that changes at most every `everyMs`: for what is read at leisure beside something that is watched. */
export function useCalm<Value>(value: Value, everyMs: number): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const stale = shown !== value;
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    if (!stale) return undefined;
    const timer = setTimeout(() => startTransition(() => setShown(latest.current)), everyMs);
    return () => clearTimeout(timer);
  }, [stale, everyMs]);
  return shown;
}
