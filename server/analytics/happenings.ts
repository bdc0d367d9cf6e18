import type { BattleState, Ranked } from '../../rules/battleState.ts';
import type { GameState } from '../../rules/gameState.ts';
import type { QuizMemberState, QuizRoomState } from '../../rules/quiz/quizState.ts';
import type { BattleEvent } from '../../subscriptions/battleEvent.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import type { KindName } from './kinds.ts';
import type { ProductEvent } from './productEvent.ts';

/** Any of them, each with the props of its own kind. */
export type AnyProductEvent = { [Name in KindName]: ProductEvent<Name> }[KindName];

/** What an event of a game's stream means to whoever looks at the product. `state` is the game after it. */
export function ofGame(state: GameState, event: GameEvent, now: number): AnyProductEvent[] {
  const game = state.id;
  const players = state.players.length;
  switch (event.type) {
    case 'PlayerJoined':
      return [{ type: 'game_joined', at: now, user: event.player.id, props: { game, seat: event.seat } }];
    case 'PlayerLeft':
      return [{ type: 'game_left', at: now, user: event.player.id, props: { game, forfeited: event.forfeited } }];
    case 'GameStarted':
      return [{ type: 'game_started', at: event.startedAt, user: null, props: { game, players }, once: game }];
    case 'GameAbandoned':
      return [{ type: 'game_abandoned', at: event.finishedAt, user: null, props: { game, players }, once: game }];
    case 'ThrowSettled': {
      const { throwId, status, thrower, challenger, settledAt } = event;
      const props = { game, throw: throwId, status, challenged: challenger !== null };
      return [{ type: 'throw_settled', at: settledAt, user: thrower.id, props, once: throwId }];
    }
    case 'GameFinished': {
      const { finishedAt: at, winner, scores } = event;
      const durationMs = Math.max(0, at - (state.startedAt ?? at));
      const finished = { game, players, durationMs, winner: winner?.id ?? null };
      return [
        { type: 'game_finished', at, user: null, props: finished, once: game },
        ...scores.map(({ player, score }): AnyProductEvent => {
          const props = { game, score, won: player.id === winner?.id };
          return { type: 'game_played', at, user: player.id, props, once: game };
        }),
      ];
    }
    default:
      return [];
  }
}

/** As `ofGame`. `ranking` has everyone, where `BattleFinished` names the first of many. */
export function ofBattle(
  state: BattleState,
  event: BattleEvent,
  now: number,
  ranking: readonly Ranked[] = [],
): AnyProductEvent[] {
  const battle = state.id;
  switch (event.type) {
    case 'BattleJoined': {
      const props = { battle, fighters: event.fighterCount };
      const cameAt = new Map(state.fighters.map(({ person, joinedAt }) => [person.id, joinedAt]));
      return event.fighters.map(({ id }) => ({ type: 'battle_joined', at: cameAt.get(id) ?? now, user: id, props }));
    }
    case 'BattleLeft': {
      const props = { battle, fighters: event.fighterCount };
      return [{ type: 'battle_left', at: now, user: event.person.id, props }];
    }
    case 'BattleBegan': {
      const props = { battle, fighters: event.fighterCount, seconds: state.seconds };
      return [{ type: 'battle_started', at: event.beganAt, user: null, props, once: battle }];
    }
    case 'BattleCancelled': {
      const props = { battle, fighters: event.fighterCount, because: event.because };
      return [{ type: 'battle_cancelled', at: now, user: null, props, once: battle }];
    }
    case 'BattleFinished': {
      const { finishedAt: at, fighterCount: fighters, winner } = event;
      const finished = { battle, fighters, winner: winner?.id ?? null };
      return [
        { type: 'battle_finished', at, user: null, props: finished, once: battle },
        ...ranking.map(({ person, rank, score }): AnyProductEvent => {
          const props = { battle, rank, score, won: person.id === winner?.id };
          return { type: 'battle_fought', at, user: person.id, props, once: battle };
        }),
      ];
    }
    default:
      return [];
  }
}

/** As `ofGame`. A quiz begins with its first question; a room that was only waited in is none. */
export function ofRoom(state: QuizRoomState, event: QuizRoomEvent, now: number): AnyProductEvent[] {
  const { id: room, startedAt } = state;
  switch (event.type) {
    case 'MemberJoined':
      return event.members.map(({ person, plays }) => {
        return { type: 'quiz_joined', at: now, user: person.id, props: { room, plays } };
      });
    case 'QuestionOpened': {
      if (event.questionIndex > 0) return [];
      const props = { room, players: playersOf(state).length, questions: event.questionCount };
      return [{ type: 'quiz_started', at: startedAt ?? now, user: null, props, once: room }];
    }
    case 'QuestionRevealed': {
      const { questionIndex: question, answered } = event;
      const props = { room, question, answered, players: playersOf(state).length };
      return [{ type: 'quiz_question_closed', at: now, user: null, props, once: `${room}/${question}` }];
    }
    case 'QuizEnded': {
      if (startedAt === null) return [];
      const at = state.endedAt ?? now;
      const players = playersOf(state);
      const { because, questionsRevealed: questions } = event;
      const durationMs = Math.max(0, at - startedAt);
      const finished = { room, players: players.length, questions, durationMs, because };
      return [
        { type: 'quiz_finished', at, user: null, props: finished, once: room },
        ...players.map(({ person, score }): AnyProductEvent => {
          return { type: 'quiz_played', at, user: person.id, props: { room, score }, once: room };
        }),
      ];
    }
    default:
      return [];
  }
}

function playersOf({ members }: QuizRoomState): QuizMemberState[] {
  return members.filter(({ plays, status }) => plays && status === 'IN');
}
