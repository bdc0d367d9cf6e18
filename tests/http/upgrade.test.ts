import { request } from 'node:http';
import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';

/** Posts a query with these headers beside the usual ones. */
function post(url: string, headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', ...headers };
    const req = request(`${url}/graphql`, { method: 'POST', headers: all }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += String(chunk)));
      res.on('end', () => resolve({ status: res.statusCode, text }));
    });
    req.on('error', reject);
    req.end('{"query":"{ __typename }"}');
  });
}

it('a request that offers another protocol is answered in this one', async () => {
  const { url } = await startApp();
  const offers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' };
  expect(await post(url, offers)).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
});
