import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuizRoomState } from './quizState.ts';
import { roomIdleMs } from './roomSettings.ts';
import { at, does, due, type Kept, type Played } from './testMoves.ts';
import { play } from './testRoom.ts';
import { always, goesOn, stories, type Story, twice } from './testStory.ts';
import { deadlineOf } from './windows.ts';

const roomsOf = ({ opening, turns }: Story) => [opening.room, ...turns.map(({ after }) => after.room)];

/** A room as events tell it. */
interface Told {
  phase: string;
  index: number | null;
  endsAt: number | null;
  pausedFrom: string | null;
  remainingMs: number | null;
}

const legal: Partial<Record<QuizRoomEvent['type'], string[]>> = {
  QuestionOpened: ['LOBBY', 'REVEAL'],
  QuestionRevealed: ['QUESTION', 'PAUSED QUESTION'],
  QuizPaused: ['QUESTION', 'REVEAL'],
  QuizResumed: ['PAUSED QUESTION', 'PAUSED REVEAL'],
  QuizEnded: ['LOBBY', 'REVEAL', 'PAUSED REVEAL'],
};

/** What an event makes of a room. Throws where it may not come. */
function follow(told: Told, event: QuizRoomEvent): Told {
  const now = told.pausedFrom ? `${told.phase} ${told.pausedFrom}` : told.phase;
  expect(told.phase).not.toBe('ENDED');
  expect(legal[event.type] ?? [now]).toContain(now);
  switch (event.type) {
    case 'QuestionOpened':
      expect(event.questionIndex).toBe((told.index ?? -1) + 1);
      return { ...told, phase: 'QUESTION', index: event.questionIndex, endsAt: event.deadline };
    case 'QuestionRevealed':
      expect(event.questionIndex).toBe(told.index);
      return { ...told, phase: 'REVEAL', endsAt: event.deadline, pausedFrom: null, remainingMs: null };
    case 'QuizPaused':
      expect([event.pausedFrom, event.questionIndex]).toEqual([told.phase, told.index]);
      return { ...told, phase: 'PAUSED', pausedFrom: told.phase, remainingMs: event.remainingMs, endsAt: null };
    case 'QuizResumed':
      expect([event.phase, event.questionIndex]).toEqual([told.pausedFrom, told.index]);
      return { ...told, phase: event.phase, endsAt: event.deadline, pausedFrom: null, remainingMs: null };
    case 'QuizEnded':
      return { ...told, phase: 'ENDED', endsAt: null, pausedFrom: null, remainingMs: null };
    default:
      return told;
  }
}

function toldOf({ phase, questionIndex, endsAt, pausedFrom, remainingMs }: QuizRoomState): Told {
  return { phase, index: questionIndex, endsAt, pausedFrom, remainingMs };
}

/** Everyone in a room as events tell them. */
function followMembers(events: readonly QuizRoomEvent[]) {
  const inside = new Map<string, { name: string; online: boolean; score: number; streak: number }>();
  let hosts: string[] = [];
  for (const event of events) {
    if (event.type === 'MemberJoined') {
      for (const { person, role, online, score, streak } of event.members) {
        inside.set(person.id, { name: person.displayName, online, score, streak });
        if (role === 'HOST') hosts = [person.id];
      }
      expect(event.memberCount).toBe(inside.size);
    }
    if (event.type === 'MemberLeft' || event.type === 'MemberKicked') {
      inside.delete(event.person.id);
      hosts = hosts.filter((id) => id !== event.person.id);
      expect(event.memberCount).toBe(inside.size);
    }
    if (event.type === 'PresenceChanged') {
      for (const { person, online } of event.members) Object.assign(inside.get(person.id) ?? {}, { online });
      expect(event.onlineCount).toBe([...inside.values()].filter(({ online }) => online).length);
    }
    if (event.type === 'HostChanged') hosts = [event.host, ...event.cohosts].map(({ id }) => id);
    if (event.type === 'QuestionRevealed') {
      for (const { userId, score, streak } of event.results) Object.assign(inside.get(userId) ?? {}, { score, streak });
    }
  }
  return { inside: Object.fromEntries(inside), hosts };
}

describe('whatever happens in a room', () => {
  it('random stories reach every phase, event, refusal and deadline', () => {
    const told = fc.sample(stories, { numRuns: 600, seed: 1 });
    const turns = told.flatMap((story) => story.turns);
    const rooms = told.flatMap(roomsOf);
    expect(new Set(rooms.map(({ phase }) => phase)).size).toBe(5);
    const distinct = (values: string[]) => [...new Set(values)].sort().join(' ');
    const said = told.flatMap(({ events }) => events.map(({ event }) => event));
    expect(distinct(said.map(({ type }) => type))).toBe(
      'AnswerCounted HostChanged MemberJoined MemberKicked MemberLeft PresenceChanged QuestionOpened ' +
        'QuestionRevealed QuizEnded QuizPaused QuizResumed',
    );
    expect(distinct(said.flatMap((event) => ('because' in event ? event.because : [])))).toBe(
      'COHOST_ADDED FINISHED HANDED_OVER HOST HOST_GONE IDLE LEFT OPERATOR RETURNED STOPPED TRANSFERRED',
    );
    expect(distinct(turns.flatMap(({ after }) => after.refusal?.refused ?? []))).toBe(
      'BANNED LATE_JOIN_CLOSED NAME_TAKEN NAME_UNFIT NOT_HOST NOT_KICKABLE NOT_MEMBER ROOM_FULL WRONG_PHASE',
    );
    expect(distinct(turns.flatMap(({ after }) => refusedOf(after.answered)))).toBe(
      'ALREADY_ANSWERED BANNED NOT_MEMBER NOT_PLAYING OPTIONS_UNFIT QUESTION_CLOSED WRONG_PHASE',
    );
    const deadlines = rooms.flatMap((room) => deadlineOf(room)?.kind ?? []);
    expect(distinct(deadlines)).toBe('HOST_GONE INTERMISSION QUESTION ROOM_IDLE');
    expect(turns.filter(({ after }) => after.scored.some(({ bonus }) => bonus > 0)).length).toBeGreaterThan(20);
  });

  it('phases follow each other as they may, and the events alone tell phase, members and deadlines', () => {
    always((story) => {
      let told = toldOf(story.opening.room);
      for (const { after } of story.turns) {
        told = after.events.reduce(follow, told);
        expect(told).toEqual(toldOf(after.room));
      }
      // Who has just joined is told by what comes next.
      const { room, events } = play(story.ending, due(story.turns.at(-1)?.ms ?? 0));
      const { inside, hosts } = followMembers([...story.events.map(({ event }) => event), ...events]);
      const present = room.members.filter(({ status }) => status === 'IN');
      expect(inside).toEqual(
        Object.fromEntries(
          present.map(({ person, online, score, streak }) => [
            person.id,
            { name: person.displayName, online, score, streak },
          ]),
        ),
      );
      expect(hosts).toEqual([room.hostId, ...room.cohostIds]);
    });
  });

  it('there is one host, who is in, as are the cohosts; names differ; the room holds no more than it may', () => {
    always((story) => {
      for (const { hostId, heldFor, cohostIds, members, settings } of roomsOf(story)) {
        const present = members.filter(({ status }) => status === 'IN').map(({ person }) => person.id);
        expect(present).toEqual(expect.arrayContaining([hostId, ...cohostIds]));
        expect(twice([hostId, ...cohostIds])).toEqual([]);
        expect(heldFor === null || cohostIds.includes(heldFor)).toBe(true);
        expect(twice(members.map(({ nameKey }) => nameKey))).toEqual([]);
        expect(twice(members.map(({ seat }) => seat))).toEqual([]);
        expect(present.length).toBeLessThanOrEqual(settings.maxMembers);
        expect(members.filter(({ status, online }) => online && status !== 'IN')).toEqual([]);
      }
    });
  });

  it('a room that is over changes no more', () => {
    always(({ turns }) => {
      for (const { before, after } of turns.filter((turn) => turn.before.room.phase === 'ENDED')) {
        expect(after).toMatchObject({ events: [], scored: [] });
        expect(after.room).toBe(before.room);
        expect(after.answers).toEqual(before.answers);
      }
    });
  });

  it('there is always a way forward: a host can bring any quiz to its podium', () => {
    always(({ ending, turns }) => {
      let [kept, ms]: [Kept, number] = [ending, turns.at(-1)?.ms ?? 0];
      const finished = () => kept.room.phase === 'ENDED';
      for (let moves = 0; moves < 3 * 5 + 2 && !finished(); moves += 1) {
        ms += 1;
        kept = play(kept, does({ type: 'DUE' }, ms));
        if (finished()) break;
        const { refusal, ...after } = play(kept, goesOn(kept.room, ms));
        expect(refusal).toBeUndefined();
        expect(after.room).not.toBe(kept.room);
        kept = after;
      }
      expect(finished()).toBe(true);
    });
  });

  it('a room that everybody left alone ends by its deadlines, one after another', () => {
    always(({ ending, turns }) => {
      const ms = turns.at(-1)?.ms ?? 0;
      const changes = ending.room.members.map(({ person }) => ({ userId: person.id, online: false }));
      let kept: Kept = play(ending, does({ type: 'PRESENCE', changes }, ms));
      for (let fired = 0; fired < 20; fired += 1) {
        const deadline = deadlineOf(kept.room);
        if (!deadline) break;
        expect(deadline.dueAt).toBeLessThanOrEqual(at(ms + roomIdleMs));
        const after = play(kept, does({ type: 'DUE' }, deadline.dueAt - at(0)));
        expect(after.room).not.toBe(kept.room);
        kept = after;
      }
      expect(kept.room.phase).toBe('ENDED');
    });
  });
});

function refusedOf(answered: Played['answered']): string[] {
  return answered && 'refusal' in answered ? [answered.refusal.refused] : [];
}
