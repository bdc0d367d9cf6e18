import type { TypedDocumentString } from '../gql/graphql.ts';
import { send, type Target } from './execute.ts';

/** The codes of the top-level errors that an operation is answered with: none when nothing refuses it. */
export async function errorCodes<Data, Variables>(
  target: Target,
  token: string | null,
  document: TypedDocumentString<Data, Variables> | string,
  variables?: Variables,
): Promise<string[]> {
  const { errors } = await send(target, token, document, variables);
  return errors.map(({ extensions }) => extensions.code);
}
