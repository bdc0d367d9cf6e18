import { describe, expect, it } from 'vitest';
import type { GameRead, Person, TableEvent } from './tableModel.ts';
import { applyToTable, tableOf } from './tableState.ts';

const person = (id: string): Person => ({ id, handle: id, displayName: id.toUpperCase() });
const [ann, bob, cyd] = [person('ann'), person('bob'), person('cyd')];
const time = '2026-11-22T10:00:00.000Z';
const later = '2026-11-22T10:00:06.000Z';

const seatOf = (user: Person, seat: number): GameRead['players'][number] => ({
  user,
  seat,
  score: 0,
  challengesLeft: 3,
  sittingOutUntil: null,
  leftAt: null,
  cups: [0, 1, 2].map((position) => ({ id: `${user.id}${position}`, position, standing: true })),
});

const read = (more: Partial<GameRead> = {}): GameRead => ({
  id: 'game',
  cursor: 'c',
  status: 'ACTIVE',
  createdAt: time,
  startedAt: time,
  finishedAt: null,
  host: { id: 'ann' },
  winner: null,
  settings: { maxPlayers: 3, cupsPerPlayer: 3, challengesPerPlayer: 3, challengeSeconds: 6, answerSeconds: 6 },
  players: [seatOf(ann, 0), seatOf(bob, 1)],
  throws: { edges: [] },
  events: { edges: [] },
  ...more,
});

type Body<Name extends TableEvent['__typename']> = Omit<
  Extract<TableEvent, { __typename: Name }>,
  '__typename' | 'seq' | 'cursor' | 'at'
>;
let last = 0;
function event<Name extends TableEvent['__typename']>(name: Name, body: Body<Name>): TableEvent {
  last += 1;
  return { __typename: name, seq: last, cursor: `c${last}`, at: time, ...body } as unknown as TableEvent;
}
const events = {
  joined: event('PlayerJoined', { player: cyd, seat: 2 }),
  left: event('PlayerLeft', { player: ann, host: bob, forfeited: false }),
  forfeited: event('PlayerLeft', { player: ann, host: bob, forfeited: true }),
  started: event('GameStarted', { startedAt: time }),
  thrown: event('BallThrown', { throwId: 't', thrower: ann, cupId: 'bob1', cupOwner: bob, challengeBy: later }),
  rejected: event('ThrowRejected', { throwId: 'r', thrower: ann, rejectedFor: 'CUP_TAKEN' }),
  rejectedAgain: event('ThrowRejected', { throwId: 'r2', thrower: ann, rejectedFor: 'CUP_TAKEN' }),
  challenged: event('ThrowChallenged', {
    throwId: 't',
    thrower: ann,
    challenger: bob,
    answerBy: later,
    challengesLeft: 2,
  }),
  answered: event('ChallengeAnswered', { throwId: 't', thrower: ann, upheld: false }),
  landed: event('ThrowSettled', {
    throwId: 't',
    status: 'LANDED',
    cupId: 'bob1',
    cupStanding: false,
    thrower: ann,
    throwerScore: 15,
    challengerScore: 0,
    settledAt: later,
    voidReason: null,
  }),
  lapsed: event('ThrowSettled', {
    throwId: 't',
    status: 'LAPSED',
    cupId: 'bob1',
    cupStanding: true,
    thrower: ann,
    throwerScore: 0,
    challengerScore: 5,
    settledAt: later,
    voidReason: null,
  }),
  penalised: event('PlayerPenalised', {
    player: ann,
    points: -10,
    score: -10,
    sittingOutUntil: later,
    because: 'LAPSED',
  }),
  finished: event('GameFinished', {
    winner: ann,
    finishedAt: later,
    scores: [
      { player: ann, score: 15 },
      { player: bob, score: 1 },
    ],
  }),
  abandoned: event('GameAbandoned', { finishedAt: later }),
  gap: event('StreamGap', { reason: 'TRIMMED', missedFrom: 1, missedTo: 2 }),
} satisfies Record<string, TableEvent>;

const play = (game: GameRead, ...happened: TableEvent[]) => happened.reduce(applyToTable, tableOf(game));
const lobby = read({ status: 'LOBBY', startedAt: null });

describe('the table after an event', () => {
  it('someone sits down, once, at a lobby', () => {
    const { seats } = play(lobby, events.joined);
    expect(seats[2]).toMatchObject({ person: cyd, seat: 2, challengesLeft: 3, cups: [] });
    expect(play(read(), events.joined).seats).toHaveLength(2);
  });

  it('someone leaves the lobby, and the host’s role passes on', () => {
    const { seats, hostId } = play(lobby, events.left);
    expect(seats.map((seat) => seat.person)).toEqual([bob]);
    expect(hostId).toBe('bob');
  });

  it('someone gives up, and all their cups are down', () => {
    const { seats, hostId } = play(read(), events.forfeited);
    expect(seats[0]).toMatchObject({
      leftAt: time,
      cups: [{ standing: false }, { standing: false }, { standing: false }],
    });
    expect(hostId).toBe('bob');
  });

  it('the game begins, ends, or is given up', () => {
    expect(play(lobby, events.started).status).toBe('ACTIVE');
    expect(play(read(), events.finished)).toMatchObject({
      status: 'FINISHED',
      winner: ann,
      seats: [{ score: 15 }, { score: 1 }],
    });
    expect(play(lobby, events.abandoned).status).toBe('ABANDONED');
    expect(play(read(), events.finished, events.started).status).toBe('FINISHED');
  });

  it('a ball flies, is challenged, answered, and lands', () => {
    const flying = play(read(), events.thrown);
    expect(flying.balls).toEqual([
      expect.objectContaining({ id: 't', cupId: 'bob1', ownerId: 'bob', status: 'IN_FLIGHT', old: false }),
    ]);
    const challenged = [events.challenged, events.answered].reduce(applyToTable, flying);
    expect(challenged.balls[0]).toMatchObject({ status: 'CHALLENGED', answerBy: later, challenger: bob });
    expect(challenged.seats[1]?.challengesLeft).toBe(2);
    const landed = applyToTable(challenged, events.landed);
    expect(landed.balls[0]?.status).toBe('LANDED');
    expect(landed.seats.map(({ score }) => score)).toEqual([15, 0]);
    expect(landed.seats[1]?.cups.map(({ standing }) => standing)).toEqual([true, false, true]);
    expect(landed.log.map(({ what }) => what).slice(-4)).toEqual(['thrown', 'challenged', 'answered', 'fooled']);
  });

  it('a challenge lapses: the cup stands, the challenger gains, the thrower pays and sits out', () => {
    const { seats, balls } = play(read(), events.thrown, events.challenged, events.lapsed, events.penalised);
    expect(balls[0]?.status).toBe('LAPSED');
    expect(seats.map(({ score }) => score)).toEqual([-10, 5]);
    expect(seats[0]?.sittingOutUntil).toBe(later);
    expect(seats[1]?.cups.every(({ standing }) => standing)).toBe(true);
  });

  it('throws refused for the same again and again are one line', () => {
    const { log } = play(read(), events.rejected, events.rejectedAgain, events.rejectedAgain);
    expect(log.at(-1)).toMatchObject({ what: 'rejected', why: 'CUP_TAKEN', times: 2 });
  });

  it.each(Object.entries(events))('is the same when %s is applied twice', (_name, again) => {
    for (const before of [tableOf(lobby), play(read(), events.thrown, events.challenged)]) {
      const once = applyToTable(before, again);
      expect(applyToTable(once, again)).toEqual(once);
    }
  });

  it('changes by nothing it doesn’t know', () => {
    const before = tableOf(read());
    const { seats, balls, log } = applyToTable(before, {
      ...events.started,
      __typename: 'CupPolished',
    } as unknown as TableEvent);
    expect({ seats, balls, log }).toEqual({ seats: before.seats, balls: before.balls, log: before.log });
  });

  it('never takes back what it knew: an older event than the state', () => {
    const over = play(read(), events.thrown, events.challenged, events.landed);
    const { balls, seats } = [events.thrown, events.challenged].reduce(applyToTable, over);
    expect(balls).toEqual(over.balls);
    expect(seats[1]?.cups).toEqual(over.seats[1]?.cups);
  });

  it('leaves what it doesn’t concern as the very same objects', () => {
    const before = play(read(), events.thrown);
    const after = applyToTable(before, events.landed);
    expect(after.seats[1]?.cups[0]).toBe(before.seats[1]?.cups[0]);
    const rejected = applyToTable(before, events.rejected);
    expect(rejected.seats).toBe(before.seats);
    expect(rejected.balls).toBe(before.balls);
  });

  it('keeps all that fly, but not all that ever flew, nor every line', () => {
    const many = Array.from({ length: 200 }, (_, index) => {
      const throwId = `m${index}`;
      const body = { throwId, thrower: ann, cupId: 'bob1', cupOwner: bob, challengeBy: later };
      const { __typename, ...settled } = events.lapsed;
      return [event('BallThrown', body), event('ThrowSettled', { ...(settled as Body<'ThrowSettled'>), throwId })];
    }).flat();
    // The body copied from another event brings that one's place along.
    many.forEach((one, index) => Object.assign(one, { seq: 1_000 + index }));
    const { balls, log } = play(
      read(),
      event('BallThrown', { throwId: 'up', thrower: bob, cupId: 'ann1', cupOwner: ann, challengeBy: later }),
      ...many,
    );
    expect(balls[0]?.id).toBe('up');
    expect(balls.length).toBeLessThan(30);
    expect(log.length).toBeLessThanOrEqual(40);
  });
});

it('a game that is read under way tells what it was read with, and no ball of it flies again', () => {
  const node = { thrower: ann, thrownAt: time, rejectedFor: null, cup: { id: 'bob1', owner: { id: 'bob' } } };
  const throws = {
    edges: [
      { node: { ...node, id: 'over', status: 'LANDED', challengeBy: time, settledAt: time, challenge: null } },
      { node: { ...node, id: 'refused', status: 'REJECTED', challengeBy: null, settledAt: time, challenge: null } },
      {
        node: {
          ...node,
          id: 'up',
          status: 'CHALLENGED',
          challengeBy: time,
          settledAt: null,
          challenge: { answerBy: later, challenger: bob },
        },
      },
    ],
  } satisfies GameRead['throws'];
  const { balls, log } = tableOf(read({ throws }));
  expect(balls.map(({ id, old, answerBy }) => [id, old, answerBy])).toEqual([
    ['over', true, null],
    ['up', false, later],
  ]);
  expect(log.map(({ what }) => what)).toEqual(['joined', 'joined', 'started', 'landed', 'thrown']);
});

describe('a table that is opened late', () => {
  const whole = [
    events.thrown,
    events.challenged,
    events.answered,
    events.landed,
    events.rejected,
    events.rejectedAgain,
    events.penalised,
    events.finished,
  ].map((one, index) => ({ ...one, seq: index + 1 }));
  const node = { thrower: ann, thrownAt: time, rejectedFor: null, cup: { id: 'bob1', owner: { id: 'bob' } } };
  const thrownAs = (status: 'CHALLENGED' | 'IN_FLIGHT' | 'LANDED'): GameRead['throws'] => {
    const challenge = status === 'IN_FLIGHT' ? null : { answerBy: later, challenger: bob };
    return { edges: [{ node: { ...node, id: 't', status, challengeBy: later, settledAt: null, challenge } }] };
  };
  /** As it is read when so many events happened. */
  const readAfter = (count: number) => {
    const throws = thrownAs(count > 3 ? 'LANDED' : count > 1 ? 'CHALLENGED' : 'IN_FLIGHT');
    return tableOf(read({ throws, events: { edges: whole.slice(0, count).map((one) => ({ node: one })) } }));
  };
  const watched = whole.reduce(applyToTable, tableOf(read()));
  const told = watched.log.filter(({ what }) => what !== 'joined' && what !== 'started');

  it('tells the same as one that was open all along', () => {
    expect(told.map(({ what }) => what)).toEqual([
      'thrown',
      'challenged',
      'answered',
      'fooled',
      'rejected',
      'penalised',
      'finished',
    ]);
    expect(readAfter(whole.length).log).toEqual(told);
  });

  it('goes on with what follows, and tells nothing twice that its stream replays', () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const late = whole.slice(count - 1).reduce(applyToTable, readAfter(count));
      expect(late.log).toEqual(told);
    }
  });
});
