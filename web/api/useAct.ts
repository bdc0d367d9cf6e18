import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';

interface Member {
  __typename: string;
}
type ResultOf<Data> = Exclude<Data[Exclude<keyof Data, '__typename'>], undefined | null>;
export type PayloadOf<Result> = Extract<Result, { __typename: `${string}Payload` }>;
export type RefusalOf<Result> = Exclude<Result, { __typename: `${string}Payload` }>;

export interface Act<Variables, Result> {
  /** The payload, or null when it was refused: then that has been said on the screen. Once at a time. */
  run(variables: Variables): Promise<PayloadOf<Result> | null>;
  busy: boolean;
  /** What the last one was refused for. */
  refusal: RefusalOf<Result> | null;
}

/** Errors whose messages are for people; others are about the request, which was not theirs to write. */
const forPeople = new Set<unknown>(['FORBIDDEN', 'RATE_LIMITED', 'UNAUTHENTICATED']);

function wordsOf(error: CombinedError | undefined): string {
  const [first] = error?.graphQLErrors ?? [];
  if (!first) return en.common.noAnswer;
  return forPeople.has(first.extensions['code']) ? first.message : en.common.notDone;
}

/**
 * A mutation with one root field whose result is a union of a payload and errors. `quiet`: the caller shows refusals
 * itself, by `refusal`.
 */
export function useAct<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { quiet = false }: { quiet?: boolean } = {},
): Act<Variables, ResultOf<Data>> {
  const client = useClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalOf<ResultOf<Data>> | null>(null);
  const run = async (variables: Variables) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const { data, error } = await client.mutation(document, variables).toPromise();
      if (!data) {
        say(wordsOf(error), 'bad');
        return null;
      }
      const result = Object.entries(data).find(([name]) => name !== '__typename')?.[1] as Member & {
        message?: string;
      };
      if (result.__typename.endsWith('Payload')) return result as PayloadOf<ResultOf<Data>>;
      setRefusal(result as RefusalOf<ResultOf<Data>>);
      if (!quiet) say(result.message ?? en.common.noAnswer, 'bad');
      return null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, refusal };
}
