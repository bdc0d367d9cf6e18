import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { LobbyDocument, SitDownDocument } from '../gql/graphql.ts';
import { HouseApi } from './api.ts';
import { playGame } from './playGame.ts';
import { Waiting, whoSits, type HousePlayer, type OpenTable } from './seating.ts';
import { humanPace, temperNames, type Pace } from './temper.ts';

export interface HouseOptions {
  /** Of the server, without a path. */
  url: string;
  /** Where the accounts are kept. */
  dataDir: string;
  pace?: Pace;
  /** From 0 to 1. */
  chance?: () => number;
  say?: (line: string) => void;
}

export interface House {
  /** Leaves the games as they are; whoever opens the house next plays on. */
  stop(): Promise<void>;
}

/** Games that one house player is in at a time, at most. */
const mostGames = 8;
/** While the server is away it is asked this much less often. */
const calmer = 3;

/** The house players, from now on: they sit down where people wait, and play on what they were playing before. */
export function openHouse(options: HouseOptions): House {
  const { url, dataDir, pace = humanPace, chance = Math.random, say = () => undefined } = options;
  const over = new AbortController();
  const { signal } = over;
  // Each game listens.
  setMaxListeners(0, signal);
  const members = temperNames.map((temper) => ({
    api: new HouseApi(url, join(dataDir, 'house'), temper),
    games: new Map<string, Promise<void>>(),
  }));
  const waiting = new Waiting(pace);
  type Member = (typeof members)[number];

  const play = ({ api, games }: Member, id: string) => {
    if (games.has(id)) return;
    const playing = playGame(id, { api, pace, chance, signal, say }).finally(() => games.delete(id));
    games.set(id, playing);
  };

  /** One look: what is one's own is played, and whoever waits gets company, one a look. */
  const look = async () => {
    const looks = await Promise.all(
      members.map(async (member) => ({
        member,
        id: await member.api.userId(),
        seen: await member.api.ask(LobbyDocument, {}),
      })),
    );
    for (const { member, id, seen } of looks) {
      for (const { node: table } of seen.myGames.edges) {
        if (isOn(table, id)) play(member, table.id);
      }
    }
    const free = looks.filter(({ member }) => member.games.size < mostGames);
    const house = free.map(({ member, id }): HousePlayer => ({ id, temper: member.api.temper }));
    const tables = looks[0]?.seen.openGames.edges.map(({ node }) => node) ?? [];
    const patience = waiting.see(tables, performance.now());
    for (const table of tables) {
      const next = whoSits(table, house, patience.get(table.id) ?? 'FRESH');
      const sitter = free.find(({ id }) => id === next?.id)?.member;
      if (!sitter) continue;
      const { joinGame } = await sitter.api.ask(SitDownDocument, { gameId: table.id });
      if (joinGame.__typename === 'JoinGamePayload') play(sitter, table.id);
    }
  };

  const run = async () => {
    let away = false;
    while (!signal.aborted) {
      try {
        await look();
        if (away) say('the server is back');
        away = false;
      } catch (error) {
        if (!away) say(`waiting for the server: ${error instanceof Error ? error.message : String(error)}`);
        away = true;
      }
      await pause(away ? pace.lookMs * calmer : pace.lookMs, signal);
    }
  };
  const running = run();
  return {
    async stop() {
      over.abort();
      await running;
      await Promise.all(members.flatMap(({ games }) => [...games.values()]));
    },
  };
}

const isOn = ({ status, players }: OpenTable, id: string) =>
  status === 'ACTIVE' || (status === 'LOBBY' && players.some(({ user }) => user.id === id));

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
