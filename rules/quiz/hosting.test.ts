import { describe, expect, it } from 'vitest';
import { batchEvents } from './batchEvents.ts';
import { appoints, joins, leaves, transfers } from './testMembership.ts';
import { absence, at, does, due, type Move, presence, runs } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { lastOf, lobby, memberOf, play, refusal, running, typesOf } from './testRoom.ts';

const gone = { kind: 'HOST_GONE', dueAt: at(22_000) };

describe('appointing', () => {
  it('is the host’s: cohosts run the quiz, they give nothing away', () => {
    for (const who of [cora, paul, rosa]) {
      expect(refusal(running(), transfers(who, quinn, 1_000))).toEqual({
        refused: 'NOT_HOST',
        host,
        cohostsMay: false,
      });
      expect(refusal(running(), appoints(who, quinn, 1_000))).toEqual({ refused: 'NOT_HOST', host, cohostsMay: false });
    }
  });

  it('makes a member a cohost, once', () => {
    const kept = play(running(), appoints(host, paul, 1_000));
    expect(kept.events).toEqual([{ type: 'HostChanged', host, cohosts: [cora, paul], because: 'COHOST_ADDED' }]);
    expect(play(kept, appoints(host, paul, 2_000)).room).toBe(kept.room);
    expect(play(kept, appoints(host, host, 2_000)).room).toBe(kept.room);
  });

  it('gives the room to a member, once; who gave it is a cohost then', () => {
    const kept = play(running(), transfers(host, paul, 1_000));
    expect(kept.events).toEqual([{ type: 'HostChanged', host: paul, cohosts: [cora, host], because: 'TRANSFERRED' }]);
    expect(play(kept, transfers(host, paul, 2_000)).room).toBe(kept.room);
    expect(refusal(kept, transfers(host, paul, 2_000))).toBeUndefined();
    expect(refusal(kept, transfers(host, quinn, 2_000))?.refused).toBe('NOT_HOST');
    expect(play(kept, absence(2_000, host), presence(3_000, host)).room.hostId).toBe(paul.id);
  });

  it('is of members, before the end', () => {
    const stranger = { refused: 'NOT_MEMBER', userId: rosa.id };
    expect(refusal(running(), transfers(host, rosa, 1_000))).toEqual(stranger);
    expect(refusal(running(), appoints(host, rosa, 1_000))).toEqual(stranger);
    expect(refusal(running(), leaves(paul, 500), transfers(host, paul, 1_000))?.refused).toBe('NOT_MEMBER');
    expect(refusal(running(), runs('END', 500), transfers(host, paul, 1_000))?.refused).toBe('WRONG_PHASE');
    expect(refusal(running(), runs('END', 500), appoints(host, paul, 1_000))?.refused).toBe('WRONG_PHASE');
  });

  it('of somebody who is not there waits 20 seconds for them', () => {
    const kept = play(running(), runs('REVEAL', 500), absence(1_000, paul), transfers(host, paul, 2_000));
    expect(kept.deadline).toEqual(gone);
    expect(play(kept, presence(3_000, paul)).deadline).toBeNull();
  });
});

describe('a host who is gone', () => {
  const away = (changes = {}, ...moves: Move[]) =>
    play(running(changes), runs('REVEAL', 500), ...moves, absence(2_000, host));

  it('has 20 seconds to return', () => {
    expect(away().deadline).toEqual(gone);
    expect(play(away(), due(21_999)).room.phase).toBe('REVEAL');
    expect(play(away(), presence(21_999, host)).deadline).toBeNull();
    expect(play(away(), runs('NEXT', 10_000)).deadline).toEqual({ kind: 'QUESTION', dueAt: at(30_000) });
    const acted = play(away(), runs('NEXT', 10_000), runs('REVEAL', 12_000));
    expect(acted.deadline).toEqual({ kind: 'HOST_GONE', dueAt: at(32_000) });
  });

  it('pauses the quiz, which waits until somebody resumes it', () => {
    const paused = play(away(), due(22_000));
    expect(paused.events).toMatchObject([{ type: 'QuizPaused', because: 'HOST_GONE', by: null, pausedFrom: 'REVEAL' }]);
    expect(paused.deadline).toBeNull();
    const back = play(paused, presence(60_000, host));
    expect(back.room.phase).toBe('PAUSED');
    expect(play(back, runs('RESUME', 61_000)).room.phase).toBe('REVEAL');
  });

  it('does not pause again what a cohost resumed, until gone again', () => {
    const resumed = play(away(), due(22_000), runs('RESUME', 30_000, cora));
    expect(resumed).toMatchObject({ room: { phase: 'REVEAL' }, deadline: null });
    const again = play(resumed, presence(40_000, host), absence(50_000, host));
    expect(again.deadline).toEqual({ kind: 'HOST_GONE', dueAt: at(70_000) });
    const lobbied = play(lobby(), presence(0, host, cora), appoints(host, cora, 0), absence(1_000, host));
    expect(lobbied.deadline).toBeNull();
    expect(play(lobbied, runs('START', 60_000, cora)).deadline).toEqual({ kind: 'QUESTION', dueAt: at(70_000) });
  });

  it('hands over to the first cohost online, where that is the setting, and gets the room back', () => {
    const handed = play(away({ whenHostGone: 'HAND_OVER' }, appoints(host, paul, 600)), due(22_000));
    expect(handed.events).toEqual([{ type: 'HostChanged', host: cora, cohosts: [paul, host], because: 'HANDED_OVER' }]);
    expect(handed.room).toMatchObject({ phase: 'REVEAL', hostId: cora.id, heldFor: host.id });
    const back = play(handed, presence(60_000, host));
    expect(typesOf(back.events)).toEqual(['PresenceChanged', 'HostChanged']);
    expect(lastOf(back.events, 'HostChanged')).toMatchObject({ host, cohosts: [cora, paul], because: 'RETURNED' });
    expect(back.room.heldFor).toBeNull();
  });

  it('gets it back through any number of hands', () => {
    const twice = play(
      away({ whenHostGone: 'HAND_OVER' }, appoints(host, paul, 600)),
      due(22_000),
      absence(30_000, cora),
      due(50_000),
    );
    expect(twice.room).toMatchObject({ hostId: paul.id, heldFor: host.id, cohostIds: [host.id, cora.id] });
    expect(play(twice, presence(60_000, cora)).room.hostId).toBe(paul.id);
    expect(play(twice, presence(60_000, host)).room.hostId).toBe(host.id);
    const passed = play(twice, transfers(paul, quinn, 55_000));
    expect(play(passed, presence(60_000, host)).room).toMatchObject({ hostId: host.id, heldFor: null });
  });

  it('hands over in the lobby and in a pause too, as soon as there is somebody', () => {
    const waiting = play(lobby({ whenHostGone: 'HAND_OVER' }), presence(0, host, paul), appoints(host, cora, 0));
    const alone = play(waiting, absence(2_000, host), due(22_000));
    expect(alone).toMatchObject({ room: { phase: 'LOBBY', hostId: host.id }, deadline: null });
    expect(play(alone, presence(30_000, cora)).room.hostId).toBe(cora.id);
    const paused = play(away({ whenHostGone: 'HAND_OVER' }), runs('PAUSE', 3_000, cora));
    expect(play(paused, due(22_000)).room).toMatchObject({ phase: 'PAUSED', hostId: cora.id });
  });

  it('pauses where the setting is to hand over and no cohost is there', () => {
    const nobody = play(away({ whenHostGone: 'HAND_OVER' }), absence(3_000, cora), due(22_000));
    expect(nobody).toMatchObject({ room: { phase: 'PAUSED', hostId: host.id }, deadline: null });
    const came = play(nobody, presence(60_000, cora));
    expect(lastOf(came.events, 'HostChanged')).toMatchObject({ host: cora, because: 'HANDED_OVER' });
    expect(play(came, presence(70_000, host)).room).toMatchObject({ hostId: host.id, heldFor: null });
    const unseen = play(nobody, runs('RESUME', 60_000, cora));
    expect(unseen).toMatchObject({ room: { phase: 'REVEAL', hostId: host.id }, deadline: null });
  });

  it('stops an automatic quiz before it moves on, and after what was due closed', () => {
    const automatic = play(running({ advance: 'AUTOMATIC' }), absence(0, host));
    const late = play(automatic, due(60_000));
    expect(typesOf(late.events)).toEqual(['QuestionRevealed', 'QuizPaused']);
    expect(late.room).toMatchObject({ pausedFrom: 'REVEAL', remainingMs: 5_000 });
    const moved = play(running({ advance: 'AUTOMATIC' }), due(10_000), absence(0, host), due(60_000));
    expect(moved.room).toMatchObject({ phase: 'PAUSED', pausedFrom: 'REVEAL', questionIndex: 0, remainingMs: 0 });
    expect(play(moved, runs('RESUME', 61_000)).room).toMatchObject({ phase: 'QUESTION', questionIndex: 1 });
  });
});

describe('presence', () => {
  it('is told of those who are in and changed, in one event', () => {
    const changes = [cora, paul, rosa].map(({ id }) => ({ userId: id, online: false }));
    const kept = play(running(), absence(1_000, paul), does({ type: 'PRESENCE', changes }, 2_000));
    expect(kept.events[1]).toEqual({
      type: 'PresenceChanged',
      members: [{ person: cora, online: false }],
      onlineCount: 2,
    });
    expect(memberOf(kept.room, cora)?.online).toBe(false);
  });

  it('changes nothing when nothing changed, nor at the end', () => {
    const kept = running();
    expect(play(kept, presence(1_000, paul)).room).toBe(kept.room);
    const ended = play(kept, runs('END', 1_000));
    expect(play(ended, absence(2_000, paul)).room).toBe(ended.room);
  });
});

it('neighbouring joins, presence and counts make one event each, the later winning', () => {
  const came = play(lobby({}, []), joins(paul, 0), due(0), joins(quinn, 0), presence(0, paul), presence(0, quinn));
  const { events: went } = play(came, absence(0, paul), leaves(quinn, 0), joins(quinn, 0), due(0));
  const events = [...came.events, ...went];
  const batched = batchEvents(events);
  expect(typesOf(batched)).toEqual(['MemberJoined', 'PresenceChanged', 'MemberLeft', 'MemberJoined']);
  expect(batched[0]).toMatchObject({ members: [{ person: paul }, { person: quinn }], memberCount: 3 });
  expect(batched[1]).toMatchObject({
    members: [
      { person: paul, online: false },
      { person: quinn, online: true },
    ],
    onlineCount: 1,
  });
  const count = (questionIndex: number, answered: number) =>
    ({ type: 'AnswerCounted', questionIndex, answered, playerCount: 9 }) as const;
  expect(batchEvents([count(0, 1), count(0, 2), count(1, 1)])).toEqual([count(0, 2), count(1, 1)]);
});
