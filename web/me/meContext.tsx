import { createContext, useContext, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { type Live, useLive } from '../api/useLive.ts';
import { MeDocument, MyEventsDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';
import { afterMyEvent, type MeState, type MyEvent } from './meState.ts';

const Context = createContext<Live<MeState>>({ kind: 'loading' });

/** Who plays here, as they stand now. */
export function useMe(): Live<MeState> {
  return useContext(Context);
}

/** Follows what concerns whoever plays here, wherever they are on the page, and tells them of it. */
export function MeProvider({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const live = useLive({
    query: MeDocument,
    variables: {},
    stateOf: ({ me }) => me && { state: me, cursor: me.cursor },
    subscription: MyEventsDocument,
    apply: afterMyEvent,
    onEvent(event) {
      const news = newsOf(event, path);
      if (news) say(news, event.__typename === 'LevelUp' || event.__typename === 'RewardPaid' ? 'good' : 'plain');
    },
  });
  return <Context value={live}>{children}</Context>;
}

/** What is worth a word, where the screen does not show it anyway. */
function newsOf(event: MyEvent, path: string): string | null {
  const t = en.news;
  switch (event.__typename) {
    case 'ThrowAgainstYou':
      return path === `/tables/${event.gameId}` ? null : t.throwAgainst(event.thrower.displayName);
    case 'ChallengeAgainstYou':
      return path === `/tables/${event.gameId}` ? null : t.challenged(event.challenger.displayName);
    case 'LevelUp':
      return t.levelUp(event.newLevel, event.coinsEarned);
    case 'RewardPaid':
      return t.reward(event.rewardCoins, event.rank);
    case 'InvitationReceived':
      return t.invited(event.by.displayName, event.groupName);
    case 'BattleStarting':
      return path === `/battles/${event.battleId}` ? null : t.battle(event.title);
    default:
      return null;
  }
}
