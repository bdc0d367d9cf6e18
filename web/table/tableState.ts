import { linesOf, withLine } from './tableLog.ts';
import {
  inTheAir,
  type Ball,
  type GameRead,
  type Person,
  type Seat,
  type TableEvent,
  type TableState,
} from './tableModel.ts';

/** Of balls that are over, so many stay. */
const keptBalls = 24;

export function tableOf(game: GameRead): TableState {
  const seats = game.players.map(({ user, ...seat }) => ({ ...seat, person: user }));
  const balls = game.throws.edges.flatMap(({ node }): Ball[] =>
    node.cup && node.challengeBy
      ? [
          {
            id: node.id,
            thrower: node.thrower,
            cupId: node.cup.id,
            ownerId: node.cup.owner.id,
            status: node.status,
            challengeBy: node.challengeBy,
            answerBy: node.challenge?.answerBy ?? null,
            challenger: node.challenge?.challenger ?? null,
            old: !inTheAir(node),
          },
        ]
      : [],
  );
  return {
    id: game.id,
    status: game.status,
    hostId: game.host.id,
    winner: game.winner,
    settings: game.settings,
    seats: seats.toSorted((a, b) => a.seat - b.seat),
    balls: trimmed(balls),
    log: linesOf(game, { seats, balls, log: [] }),
    seq: game.events.edges.at(-1)?.node.seq ?? 0,
  };
}

/**
 * The state after an event. What didn't change is the very same object as before. An event applied again, or one that the
 * state had seen already, does no harm; one of an unknown kind changes nothing.
 */
export function applyToTable(state: TableState, event: TableEvent): TableState {
  const changed = changedBy(state, event);
  const news = event.seq > state.seq;
  if (changed === state && !news) return state;
  return news ? { ...changed, seq: event.seq, log: withLine(state, event) } : changed;
}

function changedBy(state: TableState, event: TableEvent): TableState {
  switch (event.__typename) {
    case 'PlayerJoined':
      return sit(state, event.player, event.seat);
    case 'PlayerLeft': {
      const left = event.forfeited
        ? withSeat(state, event.player.id, (seat) => ({
            ...seat,
            leftAt: seat.leftAt ?? event.at,
            cups: seat.cups.map((cup) => (cup.standing ? { ...cup, standing: false } : cup)),
          }))
        : state.status === 'LOBBY'
          ? { ...state, seats: state.seats.filter(({ person }) => person.id !== event.player.id) }
          : state;
      return { ...left, hostId: event.host.id };
    }
    case 'GameStarted':
      return state.status === 'LOBBY' ? { ...state, status: 'ACTIVE' } : state;
    case 'GameFinished': {
      const scores = new Map(event.scores.map(({ player, score }) => [player.id, score]));
      const seats = state.seats.map((seat) => ({ ...seat, score: scores.get(seat.person.id) ?? seat.score }));
      return { ...state, status: 'FINISHED', winner: event.winner, seats };
    }
    case 'GameAbandoned':
      return { ...state, status: 'ABANDONED' };
    case 'BallThrown':
      return thrown(state, event);
    case 'ThrowChallenged': {
      const { answerBy, challenger, challengesLeft } = event;
      const spent = withSeat(state, challenger.id, (seat) => ({ ...seat, challengesLeft }));
      return withBall(spent, event.throwId, (ball) =>
        inTheAir(ball) ? { ...ball, status: 'CHALLENGED', answerBy, challenger } : ball,
      );
    }
    case 'ThrowSettled':
      return settled(state, event);
    case 'PlayerPenalised': {
      const { score, sittingOutUntil } = event;
      return withSeat(state, event.player.id, (seat) => ({ ...seat, score, sittingOutUntil }));
    }
    default:
      return state;
  }
}

function sit(state: TableState, person: Person, seat: number): TableState {
  if (state.status !== 'LOBBY' || state.seats.some((other) => other.person.id === person.id)) return state;
  const newcomer: Seat = {
    person,
    seat,
    score: 0,
    challengesLeft: state.settings.challengesPerPlayer,
    sittingOutUntil: null,
    leftAt: null,
    cups: [],
  };
  return { ...state, seats: [...state.seats, newcomer].toSorted((a, b) => a.seat - b.seat) };
}

function thrown(state: TableState, event: Extract<TableEvent, { __typename: 'BallThrown' }>): TableState {
  // What is known of it already is as new as this, or newer.
  if (state.balls.some(({ id }) => id === event.throwId)) return state;
  const ball: Ball = {
    id: event.throwId,
    thrower: event.thrower,
    cupId: event.cupId,
    ownerId: event.cupOwner.id,
    status: 'IN_FLIGHT',
    challengeBy: event.challengeBy,
    answerBy: null,
    challenger: null,
    old: false,
  };
  return { ...state, balls: trimmed([...state.balls, ball]) };
}

function settled(state: TableState, event: Extract<TableEvent, { __typename: 'ThrowSettled' }>): TableState {
  const ball = state.balls.find(({ id }) => id === event.throwId);
  const { status, cupId, cupStanding, challengerScore } = event;
  let next = withBall(state, event.throwId, (known) => (inTheAir(known) ? { ...known, status } : known));
  next = withSeat(next, event.thrower.id, (seat) => ({ ...seat, score: event.throwerScore }));
  if (ball?.challenger && challengerScore !== null)
    next = withSeat(next, ball.challenger.id, (seat) => ({ ...seat, score: challengerScore }));
  if (cupStanding) return next;
  const owner = next.seats.find(({ cups }) => cups.some(({ id, standing }) => id === cupId && standing));
  if (!owner) return next;
  return withSeat(next, owner.person.id, (seat) => ({
    ...seat,
    cups: seat.cups.map((cup) => (cup.id === cupId ? { ...cup, standing: false } : cup)),
  }));
}

function withSeat(state: TableState, userId: string, change: (seat: Seat) => Seat): TableState {
  return { ...state, seats: state.seats.map((seat) => (seat.person.id === userId ? change(seat) : seat)) };
}

function withBall(state: TableState, throwId: string, change: (ball: Ball) => Ball): TableState {
  return { ...state, balls: state.balls.map((ball) => (ball.id === throwId ? change(ball) : ball)) };
}

/** Without the oldest of those that are over. */
function trimmed(balls: readonly Ball[]): readonly Ball[] {
  let tooMany = balls.filter((ball) => !inTheAir(ball)).length - keptBalls;
  return tooMany <= 0 ? balls : balls.filter((ball) => inTheAir(ball) || (tooMany -= 1) < 0);
}
