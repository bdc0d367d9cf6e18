import { expect } from 'vitest';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { loggedOf } from './testLog.ts';

export interface TopLevelError {
  message: string;
  path?: (string | number)[];
  extensions: Record<string, unknown> & { code: string };
}

export interface Answer<Data> {
  status: number;
  data: Data | null;
  errors: TopLevelError[];
}

export interface Target {
  url: string;
  /** What it logged of errors, if that is known. */
  errorLines?: readonly string[];
}

/** Sends one operation over HTTP, as any client would. */
export async function send<Data, Variables>(
  { url }: Target,
  token: string | null,
  document: TypedDocumentString<Data, Variables> | string,
  variables?: Variables,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as { data?: Data; errors?: TopLevelError[] };
  return { status: response.status, data, errors };
}

/** As `send`, for operations that answer without top-level errors. */
export async function execute<Data, Variables>(
  target: Target,
  token: string | null,
  document: TypedDocumentString<Data, Variables> | string,
  variables?: Variables,
): Promise<Data> {
  const { data, errors } = await send(target, token, document, variables);
  if (!data || errors.length > 0) {
    throw new Error(`Unexpected errors: ${JSON.stringify(errors)}\n${loggedOf(target, errors)}`);
  }
  return data;
}

type Member = { __typename: string };
type PayloadOf<Result extends Member> = Extract<Result, { __typename: `${string}Payload` }>;

/** The payload of a mutation's result; fails with what came instead. */
export function expectPayload<Result extends Member>(result: Result): PayloadOf<Result> {
  if (!result.__typename.endsWith('Payload')) throw new Error(`Expected a payload, got ${JSON.stringify(result)}`);
  return result as PayloadOf<Result>;
}

/** The error of that name that a mutation's result is; fails with what came instead. */
export function expectError<Result extends Member, Name extends Result['__typename']>(
  result: Result,
  name: Name,
): Extract<Result, { __typename: Name }> {
  expect(result.__typename, JSON.stringify(result)).toBe(name);
  return result as Extract<Result, { __typename: Name }>;
}
