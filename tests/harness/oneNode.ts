import { afterAll, beforeAll } from 'vitest';
import { openApp, type App, type AppOptions } from './app.ts';

/**
 * A node on a database of its own, from before all tests of a file (or of a `describe`) until after them; then it is
 * closed with every check of `startApp`. For tests that would not notice each other.
 */
export function onOneNode(options: AppOptions, opened: (app: App) => void | Promise<void>): void {
  let node: Awaited<ReturnType<typeof openApp>> | undefined;
  beforeAll(async () => {
    node = await openApp(options);
    await opened(node);
  });
  afterAll(() => node?.close());
}
