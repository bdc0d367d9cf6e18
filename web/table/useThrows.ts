import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { now } from '../api/serverTime.ts';
import { useAct } from '../api/useAct.ts';
import { AnswerChallengeDocument, ThrowBallDocument, ThrownAtDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';
import { aimAt, inputOf } from './aim.ts';
import { findKept, forgetThrow, keepThrow, type Kept } from './secrets.ts';
import type { Ball } from './tableModel.ts';

const t = en.table;

/** Throws at a cup; what is needed to answer for it is kept before it is sent. */
export function useThrowing(gameId: string, userId: string) {
  const { run, busy } = useAct(ThrowBallDocument);
  const aiming = useRef(false);
  const throwOnce = async (cupId: string) => {
    if (aiming.current) return;
    aiming.current = true;
    try {
      const kept = await aimAt(gameId, cupId);
      keepThrow(kept);
      const payload = await run({ input: await inputOf(kept, userId) });
      if (!payload) return;
      const { id, status, rejectedFor } = payload.throw;
      if (status === 'REJECTED') {
        forgetThrow(kept);
        say((rejectedFor && t.refused[rejectedFor]) ?? en.common.noAnswer, 'bad');
      } else keepThrow({ ...kept, throwId: id, secret: kept.secret ?? payload.answerKey });
    } finally {
      aiming.current = false;
    }
  };
  const latest = useRef(throwOnce);
  useEffect(() => {
    latest.current = throwOnce;
  });
  // The same for as long as the table is, so that racks are not drawn again for it.
  const throwAt = useCallback((cupId: string) => latest.current(cupId), []);
  return { throwAt, busy };
}

export type Answering = 'ready' | 'under way' | 'elsewhere';

const againMs = 700;

/** The secret of a throw of one's own; undefined: it was made on another device. */
function useSecretOf(userId: string) {
  const client = useClient();
  return async (throwId: string): Promise<string | undefined> => {
    let kept: Kept | undefined = findKept(throwId);
    if (!kept) {
      const { data } = await client.query(ThrownAtDocument, { throwId }, { requestPolicy: 'network-only' });
      kept = data?.node && 'thrownAt' in data.node ? findKept(throwId, data.node.thrownAt) : undefined;
    }
    if (!kept) return undefined;
    if (kept.secret === null) {
      // The same throw again is no other throw: the server says its key once more.
      const { data } = await client.mutation(ThrowBallDocument, { input: await inputOf(kept, userId) });
      const again = data?.throwBall;
      if (again?.__typename === 'ThrowBallPayload') kept = { ...kept, secret: again.answerKey ?? null };
    }
    keepThrow({ ...kept, throwId });
    return kept.secret ?? undefined;
  };
}

/** Answers for one challenged throw of one's own: at once and until it is heard when `automatic`, else when told to. */
export function useAnswer(ball: Ball, userId: string, automatic: boolean): { state: Answering; answer(): void } {
  const client = useClient();
  const secretOf = useSecretOf(userId);
  const [state, setState] = useState<Answering>('ready');
  const running = useRef(false);
  const answer = async () => {
    if (running.current) return;
    running.current = true;
    setState('under way');
    const until = Date.parse(ball.answerBy ?? '');
    while (now() < until) {
      const secret = await secretOf(ball.id);
      if (secret === undefined) {
        running.current = false;
        return setState('elsewhere');
      }
      const { data } = await client.mutation(AnswerChallengeDocument, { throwId: ball.id, secret });
      if (data) {
        if ('message' in data.answerChallenge) say(data.answerChallenge.message, 'bad');
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  };
  useEffect(() => {
    if (automatic) void answer();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [automatic, ball.id]);
  return { state, answer: () => void answer() };
}

const byHandKey = 'cupbearer.answerByHand';

/** Whether this device answers challenges by itself; kept. */
export function useAutomatic(): [boolean, (automatic: boolean) => void] {
  const [automatic, setAutomatic] = useState(() => localStorage.getItem(byHandKey) === null);
  return [
    automatic,
    (next) => {
      if (next) localStorage.removeItem(byHandKey);
      else localStorage.setItem(byHandKey, 'true');
      setAutomatic(next);
    },
  ];
}
