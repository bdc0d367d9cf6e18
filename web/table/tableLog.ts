import type { Ball, GameRead, Line, TableEvent, TableState } from './tableModel.ts';

const keptLines = 40;

/** What of a table its lines are made from. */
export type LogParts = Pick<TableState, 'seats' | 'balls' | 'log'>;

const endOf = { LANDED: 'landed', OVERTURNED: 'overturned', LAPSED: 'lapsed', VOIDED: 'voided' } as const;
const isEnd = (status: string): status is keyof typeof endOf => status in endOf;

/** What happened before a game was looked at, as whoever saw it happen was told. */
export function linesOf(game: GameRead, state: LogParts): readonly Line[] {
  const past = game.events.edges.map(({ node }) => node);
  if (past.length === 0) return linesOfState(game, state.balls);
  return past.reduce<readonly Line[]>((log, event) => withLine({ ...state, log }, event), []);
}

/** What a game says of itself when its events are past retention. */
function linesOfState(game: GameRead, balls: readonly Ball[]): Line[] {
  const people = new Map(game.players.map(({ user }) => [user.id, user]));
  const lines: Line[] = game.players.map(({ user }) => ({ key: `joined ${user.id}`, what: 'joined', who: user }));
  if (game.startedAt) lines.push({ key: 'started', what: 'started' });
  for (const { id, status, thrower: who, ownerId, challenger } of balls) {
    const whom = people.get(ownerId) ?? null;
    const about = { throwId: id, who, whom };
    if (!isEnd(status)) lines.push({ key: `${id} thrown`, what: 'thrown', ...about });
    else lines.push({ key: `${id} end`, what: status === 'LANDED' && challenger ? 'fooled' : endOf[status], ...about });
  }
  if (game.status === 'FINISHED') lines.push({ key: 'over', what: 'finished', who: game.winner });
  if (game.status === 'ABANDONED') lines.push({ key: 'over', what: 'abandoned' });
  return lines.slice(-keptLines);
}

/** The log with what an event adds, before the event is applied to the state. */
export function withLine(state: LogParts, event: TableEvent): readonly Line[] {
  const { log } = state;
  const line = lineOf(state, event);
  const last = log.at(-1);
  if (!line || log.some(({ key }) => key === line.key)) return log;
  if (line.what === 'rejected' && last?.what === 'rejected' && last.who.id === line.who.id && last.why === line.why)
    return [...log.slice(0, -1), { ...last, times: last.times + 1 }];
  return [...log, line].slice(-keptLines);
}

function lineOf({ balls, seats }: LogParts, event: TableEvent): Line | undefined {
  switch (event.__typename) {
    case 'PlayerJoined':
      return { key: `joined ${event.player.id}`, what: 'joined', who: event.player };
    case 'PlayerLeft':
      return { key: `left ${event.seq}`, what: event.forfeited ? 'forfeited' : 'left', who: event.player };
    case 'GameStarted':
      return { key: 'started', what: 'started' };
    case 'GameFinished':
      return { key: 'over', what: 'finished', who: event.winner };
    case 'GameAbandoned':
      return { key: 'over', what: 'abandoned' };
    case 'BallThrown': {
      const { throwId, thrower: who, cupOwner: whom } = event;
      return { key: `${throwId} thrown`, throwId, what: 'thrown', who, whom };
    }
    case 'ThrowRejected': {
      const { throwId, thrower: who, rejectedFor: why } = event;
      return { key: `${throwId} end`, throwId, what: 'rejected', who, why, times: 1 };
    }
    case 'ThrowChallenged': {
      const { throwId, challenger: who, thrower: whom } = event;
      return { key: `${throwId} challenged`, throwId, what: 'challenged', who, whom };
    }
    case 'ChallengeAnswered': {
      const { throwId, thrower: who, upheld } = event;
      return { key: `${throwId} answered`, throwId, what: upheld ? 'answeredWrong' : 'answered', who };
    }
    case 'ThrowSettled': {
      const { throwId, status, thrower: who } = event;
      if (!isEnd(status)) return undefined;
      const ball = balls.find(({ id }) => id === throwId);
      const whom = seats.find(({ person }) => person.id === ball?.ownerId)?.person ?? null;
      const what = status === 'LANDED' && ball?.challenger ? 'fooled' : endOf[status];
      return { key: `${throwId} end`, throwId, what, who, whom };
    }
    case 'PlayerPenalised': {
      const { player: who, because: why, points } = event;
      return { key: `penalty ${event.seq}`, what: 'penalised', who, why, points };
    }
    default:
      return undefined;
  }
}
