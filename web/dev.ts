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
const page = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) });
await page.listen();
page.printUrls();

const stop = async () => {
  await page.close();
  server.kill();
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
const [code] = (await once(server, 'exit')) as [number | null];
await page.close();
process.exit(code ?? 0);
