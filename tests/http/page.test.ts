import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageOf } from '../../server/http/page.ts';
import { request } from './request.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<title>The page</title>');
writeFileSync(join(folder, 'assets', 'lobby-1.js'), 'export {}');

const page = pageOf(folder);
const server = createServer((req, res) => {
  if (!page?.(req, res)) res.writeHead(404).end();
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const read = async (path: string, accept = 'text/html,*/*') => {
  const { port } = server.address() as AddressInfo;
  const answer = await request({ url: `http://127.0.0.1:${port}` }, path, { headers: { accept } });
  return { status: answer.status, type: answer.headers.get('content-type'), text: answer.text };
};

it.each(['/', '/rooms/7', '/boards/Game:throws'])('a browser gets the document at %s', async (path) => {
  expect(await read(path)).toEqual({ status: 200, type: 'text/html;charset=utf-8', text: '<title>The page</title>' });
});

it('a file is served as it is', async () => {
  expect(await read('/assets/lobby-1.js')).toMatchObject({ status: 200, type: 'text/javascript', text: 'export {}' });
});

it.each(['/assets/lobby-0.js', '/assets/', '/assets/none/deep.css?v=1'])(
  'a file that is not there is not a document: %s',
  async (path) => {
    expect(await read(path)).toMatchObject({ status: 404 });
    expect(await read(path, '*/*')).toMatchObject({ status: 404 });
  },
);
