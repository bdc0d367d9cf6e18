import { inject, onTestFinished } from 'vitest';
import type { ResumableOptions } from '../../client/options.ts';
import { resumable, type ResumableStream } from '../../client/resumable.ts';
import type { GameEventsSubscription } from '../gql/graphql.ts';
import { type App, countOf, startApp } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { seedGame, throwAt, type TestGame } from '../harness/seed.ts';
import { startProxy, type TcpProxy } from './tcpProxy.ts';

export type GameEvent = GameEventsSubscription['gameEvents'];
type PolledData = { game: { events: { edges: { node: GameEvent }[]; pageInfo: { hasNextPage: boolean } } } };

export interface Watched {
  app: App;
  proxy: TcpProxy;
  game: TestGame;
}

/** A game of this server, or of one of its own, that is reached through a network of the test's own. */
export async function watchedGame(shared?: App): Promise<Watched> {
  const proxy = await startProxy();
  const app = shared ?? (await startApp());
  proxy.target = () => app.url;
  return { app, proxy, game: await seedGame(app) };
}

/** Makes events, one each, cheaply: nobody may throw at a cup of their own. */
export async function makeEvents(app: App, { id, players: [ada] }: TestGame, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await throwAt(app, ada.token, id, ada.cups[0] ?? '');
}

export interface Watching {
  stream: ResumableStream<GameEvent>;
  /** Each state it was in, and why. */
  states: string[];
  /** Reads `count` more, within ten seconds. */
  take(count: number): Promise<GameEvent[]>;
  /** Resolves once it is in this state. */
  reaches(state: string): Promise<void>;
}

/** Watches a game through the network, as an integrator would, only less patiently. */
export function watch(
  { proxy, game }: Pick<Watched, 'proxy' | 'game'>,
  more: Partial<ResumableOptions<GameEvent>> = {},
): Watching {
  const states: string[] = [];
  const stream = resumable<GameEvent>({
    url: `${proxy.url}/graphql`,
    query: documents.gameEvents.toString(),
    variables: { gameId: game.id },
    token: () => game.players[1].token,
    poll: {
      query: documents.polledEvents.toString(),
      variables: { id: game.id, first: 7 },
      pageOf: (data) => {
        const { edges, pageInfo } = (data as PolledData).game.events;
        return { events: edges.map(({ node }) => node), hasNextPage: pageInfo.hasNextPage };
      },
      everyMs: 20,
    },
    backoff: { baseMs: 20, capMs: 200 },
    // What is cut as it opens is waited for; three nodes take longer to answer.
    patience: { openMs: inject('cluster') ? 3_000 : 1_000, silenceMs: 5_000 },
    tries: 2,
    climbMs: 200,
    onState: (state, why) => states.push(`${state}: ${why}`),
    ...more,
  });
  onTestFinished(() => void stream.return());
  const take = async (count: number) => {
    const taken: GameEvent[] = [];
    while (taken.length < count) {
      const { value, done } = await stream.next();
      if (done) throw new Error('The stream is over');
      taken.push(value);
    }
    return taken;
  };
  return {
    stream,
    states,
    take: (count) => within(10_000, `${count} events (${states.join('; ')})`, take(count)),
    reaches: async (state) => {
      await eventually(
        state,
        () => states.at(-1) ?? '',
        (last) => last.startsWith(`${state}:`),
      );
    },
  };
}

/** Ends streams, and makes sure that nothing of them is left, here or on the server. */
export async function endsCleanly({ app, proxy }: Watched, ...watching: Watching[]): Promise<void> {
  await Promise.all(watching.map(({ stream }) => stream.return()));
  for (const metric of ['cupbearer_sockets', 'cupbearer_subscriptions'])
    await eventually(
      metric,
      () => countOf(app, metric, {}),
      (open) => open === 0,
    );
  proxy.cut();
}

export const seqsOf = (events: GameEvent[]) => events.map(({ seq }) => seq);

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
