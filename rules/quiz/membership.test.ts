import { describe, expect, it } from 'vitest';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { defaultRoomSettings, roomIdleMs } from './roomSettings.ts';
import { openRoom } from './quizRoom.ts';
import { appoints, joins, kicks, leaves, transfers } from './testMembership.ts';
import { absence, at, due, type Kept, type Move, presence, runs } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { lastOf, lobby, memberOf, play, refusal, running, testQuestions, typesOf } from './testRoom.ts';

const expectNothing = (kept: Kept, move: Move) => {
  const { events, refusal, room } = play(kept, move);
  expect({ events, refusal }).toEqual({ events: [] });
  expect(room).toBe(kept.room);
};

describe('opening', () => {
  it('seats a host who does not play, unless that is the setting', () => {
    const open = (who: PersonRef, hostPlays = false) => {
      const settings = { ...defaultRoomSettings, hostPlays };
      return openRoom({ id: 'room', settings, questions: testQuestions, host: who }, at(0));
    };
    const seen = { person: host, role: 'HOST', online: false, score: 0, streak: 0 };
    expect(open(host).events).toEqual([{ type: 'MemberJoined', members: [{ ...seen, plays: false }], memberCount: 1 }]);
    expect(open(host, true).state.members[0]?.plays).toBe(true);
    const long = { ...host, displayName: 'The long-named host of this evening' };
    expect(open(long).state.members[0]?.person.displayName).toBe('host');
  });
});

describe('joining', () => {
  it('seats a newcomer under the name they give, or their own', () => {
    const { room } = play(lobby(), joins(rosa, 1_000, '  Ｒｏｓａ  L. '));
    const person = { ...rosa, displayName: 'Rosa L.' };
    expect(memberOf(room, rosa)).toMatchObject({ person, seat: 4, joinedAt: at(1_000), status: 'IN' });
    expect(memberOf(play(lobby(), joins(rosa, 1_000)).room, rosa)?.person).toEqual(rosa);
  });

  const seen = { role: 'PLAYER', plays: true, online: false, score: 0, streak: 0 };

  it('is told of everyone who came, at once, before whatever comes next', () => {
    const two = play(lobby({}, [cora]), joins(paul, 1_000), joins(rosa, 1_100));
    expect(two.events).toEqual([]);
    const members = [paul, rosa].map((person) => ({ person, ...seen }));
    const joined = { type: 'MemberJoined', members, memberCount: 4 };
    expect(play(two, due(1_200)).events).toEqual([joined]);
    expect(play(two, runs('START', 1_200)).events[0]).toEqual(joined);
    // What comes to nothing tells of nobody.
    expect(play(two, runs('START', 1_200, rosa))).toMatchObject({ events: [], refusal: { refused: 'NOT_HOST' } });
    expect(play(two, runs('RESUME', 1_200))).toMatchObject({ events: [], refusal: { refused: 'WRONG_PHASE' } });
    expect(play(two, runs('START', 1_200, rosa), due(1_300)).events).toEqual([joined]);
    const appointed = play(two, appoints(host, rosa, 1_200), due(1_300));
    expect(appointed.events[0]).toEqual(joined);
    expect(typesOf(appointed.events)).toEqual(['MemberJoined', 'HostChanged']);
  });

  it('is told before they go again', () => {
    const came = play(lobby(), joins(rosa, 1_000));
    expect(typesOf(play(came, leaves(rosa, 1_100)).events)).toEqual(['MemberJoined', 'MemberLeft']);
    expect(typesOf(play(came, kicks(host, rosa, 1_100)).events)).toEqual(['MemberJoined', 'MemberKicked']);
    const back = play(running(), leaves(paul, 1_000), joins(paul, 2_000), leaves(paul, 3_000), joins(paul, 4_000));
    expect(typesOf(back.events)).toEqual(['MemberLeft', 'MemberJoined', 'MemberLeft']);
    expect(typesOf(play(back, runs('END', 5_000)).events)).toEqual(['MemberJoined', 'QuestionRevealed', 'QuizEnded']);
  });

  it('is told before what was due, when that comes with another join', () => {
    const came = play(running({ advance: 'AUTOMATIC' }), leaves(quinn, 1_000), joins(rosa, 2_000));
    const closed = play(came, joins(quinn, 10_000));
    expect(typesOf(closed.events)).toEqual(['MemberJoined', 'QuestionRevealed']);
    expect(closed.events[0]).toMatchObject({ members: [{ person: rosa }] });
    const opened = play(closed, joins(cora, 15_000));
    expect(typesOf(opened.events)).toEqual(['MemberJoined', 'QuestionOpened']);
    expect(opened.events[0]).toMatchObject({ members: [{ person: quinn }] });
    const idle = play(lobby(), joins(rosa, 1_000), joins(paul, 1_000 + roomIdleMs));
    expect(typesOf(idle.events)).toEqual(['MemberJoined', 'QuizEnded']);
  });

  it('twice is a no-op, at the end too', () => {
    const kept = running();
    expectNothing(kept, joins(paul, 1_000, 'Other'));
    const ended = play(kept, runs('END', 1_000));
    expectNothing(ended, joins(paul, 2_000));
    expect(refusal(ended, joins(rosa, 2_000))).toEqual({ refused: 'WRONG_PHASE', phase: 'ENDED' });
  });

  it('needs a name that is one, and nobody else’s', () => {
    expect(refusal(lobby(), joins(rosa, 1_000, 'ro\u202esa'))).toMatchObject({ refused: 'NAME_UNFIT' });
    expect(refusal(lobby(), joins(rosa, 1_000, ' '))).toMatchObject({ refused: 'NAME_UNFIT' });
    const taken = { refused: 'NAME_TAKEN', displayName: 'The PÁUL' };
    expect(refusal(lobby(), joins(rosa, 1_000, 'The PÁUL'))).toEqual(taken);
    expect(refusal(lobby(), joins(rosa, 1_000, 'The host'))).toMatchObject({ refused: 'NAME_TAKEN' });
  });

  it('late is by setting, returning is not', () => {
    const strict = running({ lateJoin: false });
    expect(refusal(strict, joins(rosa, 1_000))).toEqual({ refused: 'LATE_JOIN_CLOSED' });
    expect(refusal(strict, leaves(paul, 1_000), joins(paul, 2_000))).toBeUndefined();
    expect(refusal(running(), joins(rosa, 1_000))).toBeUndefined();
  });

  it('stops where the room is full', () => {
    const full = lobby({ maxMembers: 4 });
    expect(refusal(full, joins(rosa, 1_000))).toEqual({ refused: 'ROOM_FULL', maxMembers: 4 });
    expect(refusal(full, leaves(paul, 1_000), joins(rosa, 2_000))).toBeUndefined();
    expect(refusal(full, leaves(paul, 1_000), joins(rosa, 2_000), joins(paul, 3_000))?.refused).toBe('ROOM_FULL');
  });
});

describe('leaving', () => {
  it('frees name and seat in the lobby, and keeps both later', () => {
    const left = play(lobby(), leaves(paul, 1_000));
    expect(left.events).toEqual([{ type: 'MemberLeft', person: paul, memberCount: 3 }]);
    expect(memberOf(left.room, paul)).toBeUndefined();
    expect(refusal(left, joins(rosa, 2_000, 'The paul'))).toBeUndefined();
    const later = play(running(), leaves(paul, 1_000));
    expect(memberOf(later.room, paul)).toMatchObject({ status: 'LEFT', online: false });
    expect(refusal(later, joins(rosa, 2_000, 'The paul'))?.refused).toBe('NAME_TAKEN');
    const back = play(later, joins(paul, 2_000, 'Somebody else'));
    expect(memberOf(back.room, paul)).toMatchObject({ status: 'IN', seat: 2, person: paul });
  });

  it('is a no-op for who is not in, and at the end', () => {
    const kept = running();
    expectNothing(kept, leaves(rosa, 1_000));
    const ended = play(kept, runs('END', 1_000));
    expectNothing(ended, leaves(paul, 2_000));
  });

  it('of a host makes a cohost who is online the host, for good', () => {
    const two = play(running(), appoints(host, paul, 100), absence(200, cora), leaves(host, 1_000));
    expect(typesOf(two.events).slice(-2)).toEqual(['HostChanged', 'MemberLeft']);
    expect(lastOf(two.events, 'HostChanged')).toMatchObject({ host: paul, cohosts: [cora], because: 'LEFT' });
    const back = play(two, joins(host, 2_000), presence(2_100, host));
    expect(back.room).toMatchObject({ hostId: paul.id, cohostIds: [cora.id] });
  });

  it('of a host whom nobody can succeed only pauses the quiz', () => {
    const alone = play(running(), kicks(host, cora, 100), leaves(host, 4_000));
    expect(typesOf(alone.events)).toEqual(['MemberKicked', 'PresenceChanged', 'QuizPaused']);
    expect(lastOf(alone.events, 'QuizPaused')).toMatchObject({ because: 'HOST_GONE', by: null, remainingMs: 6_000 });
    expect(play(alone, presence(9_000, host), runs('RESUME', 9_000)).deadline?.dueAt).toBe(at(15_000));
  });
});

describe('a kick', () => {
  it('keeps who, why and when, and bans for as long as the room lasts', () => {
    const kept = play(running(), kicks(cora, paul, 1_000, 'shouting'));
    const memberKicked = { type: 'MemberKicked', person: paul, by: cora, reason: 'shouting', memberCount: 3 };
    expect(kept.events).toEqual([memberKicked]);
    expect(memberOf(kept.room, paul)).toMatchObject({
      status: 'KICKED',
      online: false,
      kick: { byId: cora.id, reason: 'shouting', at: at(1_000) },
    });
    expect(refusal(kept, joins(paul, 2_000))).toEqual({ refused: 'BANNED', reason: 'shouting' });
    expect(refusal(kept, runs('END', 2_000), joins(paul, 3_000))?.refused).toBe('BANNED');
    expectNothing(kept, kicks(host, paul, 2_000, 'again'));
    expect(refusal(lobby(), kicks(host, paul, 1_000), joins(paul, 2_000))?.refused).toBe('BANNED');
  });

  it('reaches those who left too', () => {
    const gone = play(running(), leaves(paul, 1_000), kicks(host, paul, 2_000));
    expect(refusal(gone, joins(paul, 3_000))?.refused).toBe('BANNED');
  });

  it('is not for players, nor for strangers, nor at the end', () => {
    expect(refusal(running(), kicks(paul, quinn, 1_000))).toEqual({ refused: 'NOT_HOST', host, cohostsMay: true });
    expect(refusal(running(), kicks(rosa, quinn, 1_000))).toEqual({ refused: 'NOT_HOST', host, cohostsMay: true });
    expect(refusal(running(), kicks(host, rosa, 1_000))).toEqual({ refused: 'NOT_MEMBER', userId: rosa.id });
    expect(refusal(running(), runs('END', 500), kicks(host, paul, 1_000))?.refused).toBe('WRONG_PHASE');
  });

  it('spares oneself, hosts, and cohosts from each other', () => {
    const two = play(running(), appoints(host, paul, 100));
    const spared = (who: PersonRef, target: PersonRef) => refusal(two, kicks(who, target, 1_000));
    expect(spared(host, host)).toEqual({ refused: 'NOT_KICKABLE', because: 'SELF' });
    expect(spared(cora, cora)).toEqual({ refused: 'NOT_KICKABLE', because: 'SELF' });
    expect(spared(cora, host)).toEqual({ refused: 'NOT_KICKABLE', because: 'HOST' });
    expect(spared(cora, paul)).toEqual({ refused: 'NOT_KICKABLE', because: 'COHOST' });
    expect(spared(host, cora)).toBeUndefined();
    expect(play(two, kicks(host, cora, 1_000)).room.cohostIds).toEqual([paul.id]);
    const substitute = play(running({ whenHostGone: 'HAND_OVER' }), absence(0, host), due(20_000));
    expect(substitute.room.hostId).toBe(cora.id);
    expect(refusal(substitute, kicks(cora, host, 21_000))).toEqual({ refused: 'NOT_KICKABLE', because: 'HOST' });
    const given = play(running(), transfers(host, paul, 1_000));
    expect(refusal(given, kicks(paul, host, 2_000))).toBeUndefined();
  });
});
