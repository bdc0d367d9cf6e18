import { compactVerify, createRemoteJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { request } from './request.ts';

let app: App;
onOneNode({}, (node) => void (app = node));

const readOnly = ['/healthz', '/readyz', '/metrics', '/.well-known/jwks.json'];

describe('addresses beside the API', () => {
  it('/healthz says that the process is up', async () => {
    const { status, body, headers } = await request(app, '/healthz?verbose');
    expect({ status, body }).toEqual({ status: 200, body: { status: 'up' } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('an idle connection is kept for longer than a proxy keeps it', async () => {
    const { headers } = await request(app, '/healthz');
    expect(headers.get('keep-alive')).toBe('timeout=65');
  });

  it('/readyz says what the server needs and has', async () => {
    const { status, body, headers } = await request(app, '/readyz');
    expect(status).toBe(200);
    const redis = expect.stringMatching(/^(none|up)$/);
    expect(body).toEqual({ ready: true, checks: { database: 'up', redis, jobs: 'up' } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('/.well-known/jwks.json publishes the public keys and nothing else of them', async () => {
    const { status, text, headers } = await request(app, '/.well-known/jwks.json');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const { keys }: { keys: Record<string, string>[] } = JSON.parse(text);
    const shown = { kid: expect.any(String), x: expect.any(String) };
    expect(keys.toSorted((a, b) => String(a['use']).localeCompare(String(b['use'])))).toEqual([
      { ...shown, use: 'enc', alg: 'ECDH-ES', kty: 'EC', crv: 'P-256', y: expect.any(String) },
      { ...shown, use: 'sig', alg: 'EdDSA', kty: 'OKP', crv: 'Ed25519' },
    ]);
  });

  it('/.well-known/jwks.json is all that it takes to verify a token', async () => {
    const { token } = await seedPlayer(app);
    const keys = createRemoteJWKSet(new URL(`${app.url}/.well-known/jwks.json`));
    const { protectedHeader } = await compactVerify(token, keys);
    expect(protectedHeader.typ).toBe('at+jwt');
  });

  it('/ leads to the API', async () => {
    const { status, headers } = await request(app, '/');
    expect({ status, location: headers.get('location') }).toEqual({ status: 302, location: '/graphql' });
  });

  it.each(readOnly)('%s answers HEAD without a body, and nothing but GET and HEAD', async (path) => {
    const head = await request(app, path, { method: 'HEAD' });
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers, body } = await request(app, path, { method });
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' });
      expect(body).toEqual({ error: expect.stringContaining('GET') });
    }
  });

  it.each(['/nope', '/graphql/', '/graphql/nope', '/GRAPHQL', '/healthz/', '//', '/.env', '/%00'])(
    '%s is nowhere, whatever the method',
    async (path) => {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status, body } = await request(app, path, { method });
        expect({ status, body }).toEqual({ status: 404, body: { error: 'Nothing is here. The API is at /graphql.' } });
      }
    },
  );
});

describe('x-request-id', () => {
  const idOf = async (given?: string, path = '/healthz') => {
    const { headers } = await request(app, path, given === undefined ? {} : { headers: { 'x-request-id': given } });
    return headers.get('x-request-id');
  };

  it.each(['a', '0190c3e4-1111-7222-8333-444455556666', 'trace:1.2_3-4', 'x'.repeat(64)])('%j is kept', async (id) => {
    for (const path of ['/healthz', '/graphql?query={__typename}', '/nope']) expect(await idOf(id, path)).toBe(id);
  });

  it.each(['', 'x'.repeat(65), 'a b', 'a"b', '<script>', 'é', 'a,b', '{}'])('%j is replaced', async (id) => {
    const ids = [await idOf(id), await idOf(id), await idOf()];
    for (const made of ids) expect(made).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('GraphiQL', () => {
  const html = () => request(app, '/graphql', { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });

  it('is what a browser gets', async () => {
    const { status, headers, text } = await html();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toContain('<title>Cupbearer</title>');
    expect(text).toContain('mutation CreateGame');
  });

  it('loads without the internet: nothing in it is fetched from elsewhere', async () => {
    const { text } = await html();
    // What a page loads is named by its tags; text in its scripts is not loaded.
    const tags =
      text.replaceAll(/(<(?:script|style)\b[^>]*>)[\s\S]*?(?=<\/(?:script|style)>)/g, '$1').match(/<[^>]+>/g) ?? [];
    const loaded = tags.flatMap((tag) => tag.match(/\b(?:src|href|srcset|data|action)\s*=\s*["']?[^"'\s>]*/gi) ?? []);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((reference) => /=\s*["']?(?:https?:)?\/\//i.test(reference))).toEqual([]);
    const styles = text.match(/<style\b[^>]*>[\s\S]*?<\/style>/g)?.join('') ?? '';
    expect(styles.match(/(?:@import\s+|url\(\s*)["']?(?:https?:)?\/\/[^"')\s]*/g) ?? []).toEqual([]);
    for (const network of ['unpkg.com', 'jsdelivr.net', 'cdnjs.cloudflare.com', 'esm.sh', 'fonts.googleapis.com']) {
      expect(loaded.join(' ')).not.toContain(network);
    }
    expect(text).not.toMatch(/\bimport\s*\(\s*["'](?:https?:)?\/\//);
  });

  it('is for those who ask for HTML: others get JSON', async () => {
    const { headers, body } = await request(app, '/graphql?query={__typename}');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toEqual({ data: { __typename: 'Query' } });
  });
});
