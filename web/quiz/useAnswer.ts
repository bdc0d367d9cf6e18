import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { AnswerQuestionDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';
import type { RoomState } from './room.ts';

export interface Answering {
  /** What was chosen for the question that is open, whether or not the server has said yes yet. */
  chosen: readonly number[] | null;
  kept: boolean;
  send(options: readonly number[]): void;
}

interface Sent {
  index: number;
  options: readonly number[];
  kept: boolean;
}

const againMs = 400;

/**
 * Answers the open question. What gets no answer is sent again as it was, which is the same answer, for as long as the
 * question is open; what meets a pause is sent when the quiz goes on.
 */
export function useAnswer(room: RoomState): Answering {
  const client = useClient();
  const [sent, setSent] = useState<Sent | null>(null);
  const latest = useRef<Sent | null>(null);
  const change = (next: Sent | null) => {
    latest.current = next;
    setSent(next);
  };
  const open = room.phase === 'QUESTION' ? room.question?.index : undefined;

  const deliver = async (answer: Sent) => {
    const { index: questionIndex, options } = answer;
    while (latest.current === answer) {
      const variables = { roomId: room.id, questionIndex, options: [...options] };
      const { data, error } = await client.mutation(AnswerQuestionDocument, variables).toPromise();
      if (latest.current !== answer) return;
      const result = data?.answerQuestion;
      if (!result) {
        const refused = error?.graphQLErrors[0];
        if (refused && refused.extensions['code'] !== 'RATE_LIMITED') return drop(refused.message);
        await new Promise((resolve) => setTimeout(resolve, againMs));
        continue;
      }
      if (result.__typename === 'AnswerQuestionPayload') return change({ ...answer, kept: true });
      if (result.__typename === 'AlreadyAnsweredError')
        return change({ index: questionIndex, options: result.options, kept: true });
      // Sent again when the quiz goes on.
      if (result.__typename === 'WrongPhaseError') return undefined;
      return drop(result.message);
    }
    return undefined;
  };
  const drop = (message: string) => {
    change(null);
    say(message || en.common.noAnswer, 'bad');
  };
  const begin = (answer: Sent) => {
    change(answer);
    void deliver(answer);
  };
  const goOn = useEffectEvent((index: number) => {
    const waiting = latest.current;
    if (waiting?.index === index && !waiting.kept) begin({ ...waiting });
  });
  useEffect(() => {
    if (open !== undefined) goOn(open);
  }, [open]);
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );
  const mine = sent && sent.index === room.question?.index ? sent : null;
  return {
    chosen: mine?.options ?? room.myAnswer,
    kept: mine ? mine.kept : room.myAnswer !== null,
    send(options) {
      if (open !== undefined) begin({ index: open, options, kept: false });
    },
  };
}
