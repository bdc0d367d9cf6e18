import { afterAll, beforeAll } from 'vitest';
import { openApp, type App } from './app.ts';

/** Two nodes on one database, from before all tests of a file until after them. */
export function onTwoNodes(env: Record<string, string>, opened: (app: App, other: App) => void): void {
  const nodes: Awaited<ReturnType<typeof openApp>>[] = [];
  beforeAll(async () => {
    const app = await openApp({ env });
    const other = await openApp({ env, beside: app });
    nodes.push(other, app);
    opened(app, other);
  });
  afterAll(async () => {
    for (const node of nodes) await node.close();
  });
}
