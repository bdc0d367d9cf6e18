/** What the apps that are open now consist of. */
const open = new Set<{ layout: string }>();

/** Notes that an app is open, and what it consists of. Returns how to take that back. */
export function opened(layout: string): () => void {
  const one = { layout };
  open.add(one);
  return () => void open.delete(one);
}

/** What the app consists of that was opened first. */
export function layoutNow(): string {
  return [...open][0]?.layout ?? 'no node, or processes of the test’s own';
}
