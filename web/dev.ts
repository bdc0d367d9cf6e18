import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `npm run dev`: the server, started again when it changes, and the page with hot reload before it. */
const root = fileURLToPath(new URL('..', import.meta.url));
const server = spawn(
  process.execPath,
  [
    '--watch-path=server',
    '--watch-path=schema',
    '--watch-path=resolvers',
    '--watch-path=rules',
    '--watch-path=subscriptions',
    '--watch-path=entities',
    '--watch-path=jobs',
    'server/main.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PAGE: 'false' },
  },
);
const ended = once(server, 'exit') as Promise<[number | null]>;
// Vite ends the process by itself once its own part is closed: the server is told first, and whatever ends this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => server.kill());
process.once('exit', () => server.kill());

const target = `http://localhost:${process.env['PORT'] ?? 4000}`;
const page = await createServer({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  server: { proxy: { '/graphql': { target, ws: true }, '/.well-known': target, '/quiz-rooms': target } },
});
await page.listen();
page.printUrls();

const [code] = await ended;
await page.close();
process.exit(code ?? 0);
