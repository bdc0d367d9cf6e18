import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a browser may keep the answer to a preflight, in seconds. */
const preflightSeconds = 600;

/**
 * Which web pages may call this server from a browser: its own, and those named. Requests that bring no Origin come from
 * no page and are nobody's business here.
 */
export class Origins {
  readonly #allowed: ReadonlySet<string>;

  /** `*` among them allows every page. */
  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed);
  }

  allows({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || this.#allowed.has('*') || this.#allowed.has(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  /** Answers a preflight, or marks the answer to come as readable; true when the request is dealt with. */
  handle(req: IncomingMessage, res: ServerResponse): boolean {
    const { origin } = req.headers;
    if (origin === undefined) return false;
    res.setHeader('vary', 'Origin');
    if (!this.allows(req)) {
      res.statusCode = 403;
      res.setHeader('content-type', 'application/json; charset=utf-8');
      res.end(
        JSON.stringify({
          errors: [
            {
              message: `Pages of ${origin} may not call this server; see CORS_ORIGINS.`,
              extensions: { code: 'FORBIDDEN' },
            },
          ],
        }),
      );
      return true;
    }
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
    if (req.method !== 'OPTIONS' || !req.headers['access-control-request-method']) return false;
    res.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
    res.setHeader('access-control-allow-headers', 'authorization, content-type, accept, x-request-id');
    res.setHeader('access-control-max-age', preflightSeconds);
    res.statusCode = 204;
    res.end();
    return true;
  }
}
