import type { Client, OperationResult } from '@urql/core';
import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { useLive, type Live } from '../api/useLive.ts';
import { RoomDocument, RoomEventsDocument, RoomHistoryDocument, type RoomHistoryQuery } from '../gql/graphql.ts';
import { applyRoomEvent, recall } from './applyRoomEvent.ts';
import { roomOf, type PastEvent, type RoomState } from './room.ts';

/** A room as it goes on. Who follows it is online in it. */
export function useRoom(id: string): Live<RoomState> {
  const live = useLive({
    query: RoomDocument,
    variables: { id },
    stateOf: ({ quizRoom }) => quizRoom && { state: roomOf(quizRoom), cursor: quizRoom.cursor },
    subscription: RoomEventsDocument,
    apply: applyRoomEvent,
  });
  const begun = live.kind === 'live' && live.state.question !== null;
  const past = useHistory(id, begun);
  return useMemo(() => (live.kind === 'live' ? { ...live, state: recall(live.state, past) } : live), [live, past]);
}

const nothing: readonly PastEvent[] = [];

/** What happened before this page was opened, of what a room's state leaves out. */
function useHistory(id: string, begun: boolean): readonly PastEvent[] {
  const client = useClient();
  const [past, setPast] = useState(nothing);
  useEffect(() => {
    if (!begun) return undefined;
    const leaving = new AbortController();
    void readHistory(client, id, leaving.signal).then((found) => leaving.signal.aborted || setPast(found));
    return () => leaving.abort();
  }, [client, id, begun]);
  return past;
}

async function readHistory(client: Client, id: string, signal: AbortSignal): Promise<PastEvent[]> {
  const found: PastEvent[] = [];
  let after: string | null = null;
  do {
    const read: OperationResult<RoomHistoryQuery> = await client
      .query(RoomHistoryDocument, { id, after }, { requestPolicy: 'network-only' })
      .toPromise();
    const events = read.data?.quizRoom?.events;
    found.push(...(events?.edges.map(({ node }) => node) ?? []));
    after = events?.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
  } while (after && !signal.aborted);
  return found.filter(({ __typename }) => kept.has(__typename));
}

const kept = new Set<string>(['QuestionRevealed', 'QuizPaused', 'QuizEnded']);
