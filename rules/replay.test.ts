import { describe, expect, it } from 'vitest';
import { gameEvent, type GameEvent, type PersonRef } from '../subscriptions/gameEvent.ts';
import type { GameSettings, GameState, PlayerState } from './gameState.ts';
import { cup } from './testGame.ts';
import { always } from './testStory.ts';

describe('the events of a game', () => {
  it('replayed give the state', () => {
    always(({ ending, events }) => {
      expect(replay(events, ending.settings)).toEqual(visibleIn(ending));
    });
  });

  it('replayed twice, each, give the state as well', () => {
    always(({ ending, events }) => {
      const doubled = events.flatMap((event) => [event, event]);
      expect(replay(doubled, ending.settings)).toEqual(visibleIn(ending));
    });
  });

  it('survive being written and read', () => {
    always(({ events }) => {
      for (const event of events) expect(gameEvent.parse(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
    });
  });
});

/** What someone knows of a game who follows its events. */
interface Visible extends Pick<GameState, 'status' | 'hostId' | 'winnerId' | 'startedAt' | 'finishedAt'> {
  players: Map<string, Pick<PlayerState, 'seat' | 'score' | 'challengesLeft' | 'sittingOutUntil'>>;
  /** Whether each cup stands. */
  cups: Map<string, boolean>;
  /** The status of each throw. */
  balls: Map<string, string>;
}

function visibleIn({ players, cups, throws, ...game }: GameState): Visible {
  const { status, hostId, winnerId, startedAt, finishedAt } = game;
  // The last to leave a lobby keeps the seat, so that the game keeps its host.
  const seated = players.filter(({ leftAt }) => leftAt === null || startedAt !== null);
  const owners = new Set(seated.map(({ person }) => person.id));
  return {
    status,
    hostId,
    winnerId,
    startedAt,
    finishedAt,
    players: new Map(
      seated.map(({ person, seat, score, challengesLeft, sittingOutUntil }) => [
        person.id,
        { seat, score, challengesLeft, sittingOutUntil },
      ]),
    ),
    cups: new Map(cups.filter(({ ownerId }) => owners.has(ownerId)).map(({ id, standing }) => [id, standing])),
    balls: new Map(throws.map(({ id, status: ended }) => [id, ended])),
  };
}

/** Takes over, event by event, the values it says. */
function replay(events: readonly GameEvent[], settings: GameSettings): Visible {
  const seen: Visible = {
    status: 'LOBBY',
    hostId: '',
    winnerId: null,
    startedAt: null,
    finishedAt: null,
    players: new Map(),
    cups: new Map(),
    balls: new Map(),
  };
  for (const event of events) follow(seen, event, settings);
  return seen;
}

function follow(seen: Visible, event: GameEvent, { cupsPerPlayer, challengesPerPlayer }: GameSettings): void {
  const cupsOf = (owner: PersonRef) => Array.from({ length: cupsPerPlayer }, (_, position) => cup(owner, position));
  const learn = ({ id }: PersonRef, changes: Partial<PlayerState>) => {
    const known = seen.players.get(id);
    if (!known) throw new Error(`${event.type} of ${id}, who never joined`);
    seen.players.set(id, { ...known, ...changes });
  };
  switch (event.type) {
    case 'PlayerJoined': {
      if (seen.players.size === 0) seen.hostId = event.player.id;
      const { seat } = event;
      seen.players.set(event.player.id, { seat, score: 0, challengesLeft: challengesPerPlayer, sittingOutUntil: null });
      for (const id of cupsOf(event.player)) seen.cups.set(id, true);
      return;
    }
    case 'PlayerLeft':
      seen.hostId = event.host.id;
      if (event.forfeited) return cupsOf(event.player).forEach((id) => seen.cups.set(id, false));
      seen.players.delete(event.player.id);
      return cupsOf(event.player).forEach((id) => seen.cups.delete(id));
    case 'GameStarted':
      seen.status = 'ACTIVE';
      seen.startedAt = event.startedAt;
      return;
    case 'GameFinished':
      seen.status = 'FINISHED';
      seen.finishedAt = event.finishedAt;
      seen.winnerId = event.winner?.id ?? null;
      // It says once more what the others said already.
      for (const { player, score, cupsStanding } of event.scores) {
        expect(score).toBe(seen.players.get(player.id)?.score);
        expect(cupsStanding).toBe(cupsOf(player).filter((id) => seen.cups.get(id)).length);
      }
      return;
    case 'GameAbandoned':
      seen.status = 'ABANDONED';
      seen.finishedAt = event.finishedAt;
      return;
    case 'BallThrown':
      seen.balls.set(event.throwId, 'IN_FLIGHT');
      return;
    case 'ThrowRejected':
      seen.balls.set(event.throwId, 'REJECTED');
      return;
    case 'ThrowChallenged':
      seen.balls.set(event.throwId, 'CHALLENGED');
      return learn(event.challenger, { challengesLeft: event.challengesLeft });
    case 'ChallengeAnswered':
      return;
    case 'ThrowSettled':
      seen.balls.set(event.throwId, event.status);
      seen.cups.set(event.cupId, event.cupStanding);
      learn(event.thrower, { score: event.throwerScore });
      if (event.challenger) learn(event.challenger.player, { score: event.challenger.score });
      return;
    case 'PlayerPenalised':
      return learn(event.player, { score: event.score, sittingOutUntil: event.sittingOutUntil });
  }
}
