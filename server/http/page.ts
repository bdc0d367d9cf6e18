import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Answers a GET or HEAD that is for the page; false: it is not. */
export type PageHandler = (req: IncomingMessage, res: ServerResponse) => boolean;

/** Nothing but what this server serves; pictures of questions may come from anywhere by HTTPS. */
const policy = [
  "default-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const yearSeconds = 31_536_000;
const assets = '/assets/';

/** Serves the built page of `folder`: its files, and its one document wherever a browser goes. Null: it is not built. */
export function pageOf(folder: string): PageHandler | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const serve = sirv(folder, {
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders(res, path) {
      // Files are named by what is in them.
      const forever = path.startsWith(assets);
      res.setHeader('cache-control', forever ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      res.setHeader('content-security-policy', policy);
      res.setHeader('x-content-type-options', 'nosniff');
      res.setHeader('referrer-policy', 'same-origin');
    },
  });
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    let served = true;
    serve(req, res, () => void (served = false));
    // A file that is gone is not a place: whoever asks for it is to learn that.
    const place = req.headers.accept?.includes('text/html') && !req.url?.startsWith(assets);
    if (served || !place) return served;
    req.url = '/';
    served = true;
    serve(req, res, () => void (served = false));
    return served;
  };
}
