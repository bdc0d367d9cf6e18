/** Where the page was reloaded for, until that screen is there. */
const key = 'cupbearer.reloadedFor';
const patienceMs = 5_000;

/** Whether the server would give the page, and not the browser its own word on why there is none. */
async function pageIsThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const asked = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patienceMs) } as const;
  return fetch('/', asked).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Reloads the page, unless there would be none. */
export async function reload(): Promise<boolean> {
  const there = await pageIsThere();
  if (there) location.reload();
  return there;
}

/**
 * Reloads the page for the screen of `path`, as the server may have another version of it by now; once, until that screen
 * was there or the network was away. False: not this time.
 */
export async function reloadFor(path: string): Promise<boolean> {
  if (location.pathname !== path || sessionStorage.getItem(key) === path) return false;
  if (!(await pageIsThere()) || location.pathname !== path) return false;
  sessionStorage.setItem(key, path);
  location.reload();
  return true;
}

/** The next reload for a screen is no loop. */
export function reloadedWell(): void {
  sessionStorage.removeItem(key);
}
