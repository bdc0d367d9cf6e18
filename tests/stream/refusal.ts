import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from '../gql/graphql.ts';

/** What an operation over a client is refused with: the codes of its errors, or the code its socket was closed with. */
export async function refusal<Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables?: Variables,
): Promise<unknown[]> {
  const request = { query: document.toString(), ...(variables && { variables }) };
  try {
    const { value } = await client.iterate(request).next();
    return codesOf(value?.errors ?? []);
  } catch (error) {
    return codesOf(error);
  }
}

/** The codes of GraphQL errors, or of whatever closed a socket. */
export function codesOf(errors: unknown): unknown[] {
  if (!Array.isArray(errors)) return [(errors as { code?: unknown }).code];
  return errors.map(({ extensions }: { extensions?: { code?: unknown } }) => extensions?.code);
}
