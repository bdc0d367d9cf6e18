import { randomUUID } from 'node:crypto';
import { defaultSettings } from '../../rules/gameSettings.ts';
import type { Answer } from './connection.ts';

/** What is asked, in this order. */
export const operations = ['trivial', 'game', 'throwBall'] as const;
export type Operation = (typeof operations)[number];

export const documents: Record<Operation, string> = {
  trivial: '{ __typename }',
  game: `query Game($id: ID!) { game(id: $id) { id status players { seat score user { id handle displayName }
    cups { id position standing } } } }`,
  throwBall: `mutation Throw($input: ThrowBallInput!) { throwBall(input: $input) { __typename
    ... on ThrowBallPayload { answerKey throw { id status challengeBy rejectedFor } } ... on Error { message } } }`,
};

/** A ball that can be thrown once. */
export interface Shot {
  token: string;
  gameId: string;
  cupId: string;
}

export function variablesOf({ gameId, cupId }: Shot): object {
  return { input: { gameId, cupId, nonce: randomUUID(), thrownAt: new Date() } };
}

/** What stands in every right answer, and in no other. */
export function markOf(operation: Operation, gameId: string): string {
  const marks = {
    trivial: '{"data":{"__typename":"Query"}}',
    game: `{"data":{"game":{"id":"${gameId}","status":"ACTIVE","players":[{`,
    throwBall: '"status":"IN_FLIGHT"',
  };
  return marks[operation];
}

interface Data {
  __typename?: string;
  game?: { players: { user: { handle: string }; cups: { standing: boolean }[] }[] };
  throwBall?: { answerKey: string; throw: { id: string; challengeBy: string } };
}

/** Throws when an answer does not hold all that was asked for. */
export function checkWhole(operation: Operation, { status, body }: Answer): void {
  const { data, errors } = JSON.parse(body) as { data?: Data; errors?: unknown };
  const whole = {
    trivial: () => data?.__typename === 'Query',
    game: () => {
      const players = data?.game?.players ?? [];
      const { maxPlayers, cupsPerPlayer } = defaultSettings;
      return (
        players.length === maxPlayers && players.every(({ user, cups }) => user.handle && cups.length === cupsPerPlayer)
      );
    },
    throwBall: () => Boolean(data?.throwBall?.answerKey && data.throwBall.throw.challengeBy),
  };
  if (status !== 200 || errors !== undefined || !whole[operation]()) {
    throw new Error(`${operation} was answered with ${status}: ${body.slice(0, 500)}`);
  }
}
