import type { Target, TopLevelError } from '../harness/execute.ts';

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Of a JSON answer. */
  body: { data?: unknown; errors?: TopLevelError[]; error?: string } | undefined;
}

/** Sends a request as it is, and reads the answer to its end. */
export async function request({ url }: Target, path: string, init: RequestInit = {}): Promise<RawAnswer> {
  const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
}

/** Posts JSON to /graphql; a text is sent as it stands. */
export function post(target: Target, body: unknown, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return request(target, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export function codesOf({ body }: RawAnswer): string[] | undefined {
  return body?.errors?.map(({ extensions }) => extensions.code);
}
