import { stringifyDocument, type TypedDocumentNode } from '@urql/core';

/** Where the API is; the page is served by the same server. */
export const endpoint = '/graphql';

/** One operation of nobody's, past the cache: renewing a session, the server's time. Throws what went wrong. */
export async function post<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: stringifyDocument(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.map(({ message }) => message).join(' ') ?? response.statusText);
  return data;
}
