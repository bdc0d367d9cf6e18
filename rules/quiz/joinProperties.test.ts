import { describe, expect, it } from 'vitest';
import type { MemberSeen, QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import { roleOf } from './quizDraft.ts';
import type { QuizRoomState } from './quizState.ts';
import { joins } from './testMembership.ts';
import { at, due, type Played } from './testMoves.ts';
import { sara } from './testPeople.ts';
import { play, typesOf } from './testRoom.ts';
import { always, type Turn } from './testStory.ts';
import { deadlineOf } from './windows.ts';

type Joined = Extract<QuizRoomEvent, { type: 'MemberJoined' }>;

const isJoined = (event: QuizRoomEvent): event is Joined => event.type === 'MemberJoined';
const othersOf = ({ events }: Played) => typesOf(events.filter((event) => !isJoined(event)));
const toldBy = (event: QuizRoomEvent) => (isJoined(event) ? event.members.map(({ person }) => person.id) : []);
const isJoin = ({ step, after }: Turn) => step.does === 'JOIN' && after.answered === undefined;
const presentIds = ({ members }: QuizRoomState) =>
  members.filter(({ status }) => status === 'IN').map(({ person }) => person.id);

describe('whoever comes into a room', () => {
  it('is told once each time, before whatever is said next but by a join', () => {
    always(({ opening, turns }) => {
      let waiting: readonly string[] = [];
      for (const turn of turns) {
        const { before, after } = turn;
        const came = newcomers(before.room, after.room);
        if (!isJoin(turn)) expect(came).toEqual([]);
        const toldNow: string[] = [];
        for (const event of after.events) {
          toldNow.push(...toldBy(event));
          const untold = [...waiting, ...came.filter((id) => !wasEverIn(before.room, id))];
          expect(untold.filter((id) => !toldNow.includes(id) && speaksOf(event, id))).toEqual([]);
        }
        expect([...waiting, ...came]).toEqual(expect.arrayContaining(toldNow));
        expect(new Set(toldNow).size).toBe(toldNow.length);
        waiting = [...waiting, ...came].filter((id) => !toldNow.includes(id));
        // Who acts in vain tells of nobody.
        const mayWait = isJoin(turn) || after.answered !== undefined || after.events.length === 0;
        if (!mayWait) expect(waiting).toEqual([]);
        expect(unannounced(after.room)).toEqual(waiting);
      }
      expect(unannounced(opening.room)).toEqual([]);
    });
  });

  it('is told as they are, all in one event', () => {
    always(({ turns }) => {
      for (const turn of turns) {
        const { before, after } = turn;
        const came = newcomers(before.room, after.room);
        const joined = after.events.filter(isJoined);
        if (!isJoin(turn)) expect(joined.length).toBeLessThanOrEqual(1);
        for (const seen of joined.flatMap(({ members }) => members)) {
          expect(seen).toEqual(seenIn(came.includes(seen.person.id) ? after.room : before.room, seen.person.id));
        }
      }
    });
  });

  it('says nothing by it: all that a join tells was due, and those who came before are told first', () => {
    always(({ turns }) => {
      for (const { ms, after } of turns) {
        const deadline = deadlineOf(after.room)?.dueAt ?? at(ms);
        const when = Math.max(ms, deadline - at(0));
        const othersDue = othersOf(play(after, due(when)));
        const joined = play(after, joins(sara, when));
        expect(othersOf(joined)).toEqual(othersDue);
        const [first] = joined.events.map(toldBy);
        if (othersDue.length === 0) expect(joined.events).toEqual([]);
        else expect(first).toEqual(expect.arrayContaining(unannounced(after.room)));
      }
    });
  });
});

function newcomers(before: QuizRoomState, after: QuizRoomState): string[] {
  const inBefore = new Set(presentIds(before));
  return presentIds(after).filter((id) => !inBefore.has(id));
}

function wasEverIn({ members }: QuizRoomState, userId: string): boolean {
  return members.some(({ person }) => person.id === userId);
}

function speaksOf(event: QuizRoomEvent, userId: string): boolean {
  return JSON.stringify(event).includes(`"${userId}"`);
}

/** In the order in which they came. */
function unannounced({ members }: QuizRoomState): string[] {
  return members.filter(({ announced }) => !announced).map(({ person }) => person.id);
}

function seenIn(room: QuizRoomState, userId: string): MemberSeen | undefined {
  const member = room.members.find(({ person }) => person.id === userId);
  if (!member) return undefined;
  const { person, plays, online, score, streak } = member;
  return { person, role: roleOf(room, userId), plays, online, score, streak };
}
