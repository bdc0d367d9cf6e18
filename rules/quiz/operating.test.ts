import { describe, expect, it } from 'vitest';
import { appoints, joins, kicks } from './testMembership.ts';
import { answers, at, does, presence, runs, type Move } from './testMoves.ts';
import { cora, host, paul, quinn, rosa } from './testPeople.ts';
import { lastOf, lobby, memberOf, play, refusal, running, scoreOfMember, typesOf } from './testRoom.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';

const closes = (ms: number, reason = 'A bad place.'): Move => does({ type: 'CLOSE', reason }, ms);
const expels = (target: PersonRef, ms: number, reason = 'Bad words.'): Move =>
  does({ type: 'EXPEL', targetId: target.id, reason }, ms);

describe('an operator who closes a room', () => {
  it('ends it, with the answers there are, and says why', () => {
    const kept = play(running(), answers(paul, 0, [0], 1_000), closes(2_000));
    expect(typesOf(kept.events)).toEqual(['QuestionRevealed', 'QuizEnded']);
    expect(lastOf(kept.events, 'QuizEnded')).toMatchObject({ because: 'OPERATOR', by: null, reason: 'A bad place.' });
    expect(kept.room).toMatchObject({ phase: 'ENDED', endedAt: at(2_000) });
    expect(kept.deadline).toBeNull();
    expect(scoreOfMember(kept, paul)).toBeGreaterThan(0);
  });

  it('does so in any phase, and nothing where it has ended', () => {
    expect(typesOf(play(lobby(), closes(1_000)).events)).toEqual(['QuizEnded']);
    expect(typesOf(play(running(), runs('PAUSE', 1_000), closes(2_000)).events).at(-1)).toBe('QuizEnded');
    const ended = play(running(), closes(1_000));
    const again = play(ended, closes(2_000, 'Again.'));
    expect([again.events, again.room, again.refusal]).toEqual([[], ended.room, undefined]);
  });

  it('comes after what was due: a question past its time has closed, an idle room has ended', () => {
    const late = play(running(), closes(10_000));
    expect(typesOf(late.events)).toEqual(['QuestionRevealed', 'QuizEnded']);
    const idle = play(lobby(), closes(7_200_000));
    expect(lastOf(idle.events, 'QuizEnded')).toMatchObject({ because: 'IDLE' });
    expect(idle.events).toHaveLength(1);
  });
});

describe('an operator who kicks', () => {
  it('does as a host, and is nobody in the room', () => {
    const kept = play(running(), expels(paul, 1_000));
    const kicked = { type: 'MemberKicked', person: paul, by: null, reason: 'Bad words.', memberCount: 3 };
    expect(kept.events).toEqual([kicked]);
    expect(memberOf(kept.room, paul)).toMatchObject({
      status: 'KICKED',
      online: false,
      kick: { byId: null, reason: 'Bad words.', at: at(1_000) },
    });
    expect(refusal(kept, joins(paul, 2_000))).toEqual({ refused: 'BANNED', reason: 'Bad words.' });
  });

  it('keeps what a host or operator said first', () => {
    const byHost = play(running(), kicks(host, paul, 1_000, 'first'));
    expect(play(byHost, expels(paul, 2_000)).room).toEqual(byHost.room);
    const byOperator = play(running(), expels(paul, 1_000));
    expect(play(byOperator, expels(paul, 2_000, 'Again.')).room).toEqual(byOperator.room);
  });

  it('takes a cohost’s place from them', () => {
    const kept = play(running(), expels(cora, 1_000));
    expect(kept.room.cohostIds).toEqual([]);
  });

  it('takes a host where a cohost follows, the first online before the others', () => {
    const two = play(running(), appoints(host, quinn, 100), does({ type: 'PRESENCE', changes: away(cora) }, 200));
    const kept = play(two, expels(host, 1_000));
    expect(typesOf(kept.events)).toEqual(['HostChanged', 'MemberKicked']);
    expect(kept.room).toMatchObject({ hostId: quinn.id, cohostIds: [cora.id], hostGoneBy: null });
    expect(memberOf(kept.room, host)?.status).toBe('KICKED');
  });

  it('cannot take a host whom nobody follows, strangers, nor anybody at the end', () => {
    const alone = lobby();
    expect(refusal(alone, expels(host, 1_000))).toEqual({ refused: 'NOT_KICKABLE', because: 'HOST' });
    expect(play(alone, expels(host, 1_000)).room).toEqual(alone.room);
    expect(refusal(alone, expels(rosa, 1_000))).toEqual({ refused: 'NOT_MEMBER', userId: rosa.id });
    expect(refusal(running(), closes(500), expels(paul, 1_000))?.refused).toBe('WRONG_PHASE');
  });

  it('of whom the quiz waited for reveals early, where that is the setting', () => {
    const all = [answers(host, 0, [0], 1_000), answers(cora, 0, [0], 1_000), answers(quinn, 0, [0], 1_000)];
    const kept = play(running({ revealEarly: true, hostPlays: true }), presence(0, paul), ...all, expels(paul, 2_000));
    expect(typesOf(kept.events)).toContain('QuestionRevealed');
  });
});

function away(...people: PersonRef[]) {
  return people.map(({ id }) => ({ userId: id, online: false }));
}
