import { describe, expect, it } from 'vitest';
import type { RoomMemberFragment, RoomPartsFragment } from '../gql/graphql.ts';
import { announcement } from './announcement.ts';
import { applyRoomEvent, recall } from './applyRoomEvent.ts';
import { mayRun, roomOf, shownPhase, type PastEvent, type RoomEvent, type RoomState } from './room.ts';

const person = (id: string) => ({ id, handle: id, displayName: id.toUpperCase() });

const member = (id: string, given: Partial<RoomMemberFragment> = {}): RoomMemberFragment => ({
  displayName: id.toUpperCase(),
  role: 'PLAYER',
  plays: true,
  online: true,
  score: 0,
  streak: 0,
  user: { id, handle: id },
  ...given,
});

const question = {
  index: 0,
  body: 'Of France?',
  options: ['Lyon', 'Paris'],
  seconds: 20,
  points: 1_000,
  pictureUrl: null,
  correctOptions: null,
  explanation: null,
};

function read(given: Partial<RoomPartsFragment> = {}): RoomState {
  const node = (id: string, of?: Partial<RoomMemberFragment>) => ({ node: member(id, of) });
  return roomOf({
    id: 'room',
    cursor: 'c1',
    title: 'Capitals',
    questionCount: 2,
    phase: 'LOBBY',
    pausedFrom: null,
    remainingMs: null,
    questionIndex: null,
    deadline: null,
    pin: '123456',
    inviteCode: null,
    answered: 0,
    memberCount: 3,
    onlineCount: 3,
    settings: { advance: 'HOST', intermissionSeconds: 5, answerChange: 'FIRST', hostPlays: false },
    host: person('host'),
    cohosts: [],
    me: member('ann'),
    question: null,
    myAnswer: null,
    members: { edges: [node('host', { role: 'HOST', plays: false }), node('ann'), node('ben')] },
    ranking: { edges: [node('ann'), node('ben')] },
    ...given,
  });
}

let seq = 0;
const told = () => ({ seq: (seq += 1), cursor: `c${seq}` });

const opened = (questionIndex = 0): RoomEvent => ({
  __typename: 'QuestionOpened',
  ...told(),
  questionIndex,
  questionCount: 2,
  body: 'Of France?',
  options: ['Lyon', 'Paris'],
  seconds: 20,
  points: 1_000,
  pictureUrl: null,
  deadline: '2030-01-01T00:00:20Z',
});
const places = (...ids: string[]) => ids.map((id, at) => ({ rank: at + 1, score: 900 - at * 100, person: person(id) }));
const result = { options: [1], correct: true, points: 900, bonus: 0, streak: 1, score: 900, rank: 1 };
const revealed = (questionIndex = 0) =>
  ({
    __typename: 'QuestionRevealed',
    ...told(),
    questionIndex,
    correctOptions: [1],
    explanation: 'The seat of government.',
    distribution: [1, 1],
    answered: 2,
    deadline: null,
    standings: places('ann', 'ben'),
    myResult: result,
  }) satisfies RoomEvent;
const paused = {
  __typename: 'QuizPaused',
  ...told(),
  pausedFrom: 'QUESTION',
  questionIndex: 0,
  remainingMs: 7_000,
  pauseReason: 'HOST_GONE',
} satisfies RoomEvent;
const ended = {
  __typename: 'QuizEnded',
  ...told(),
  endReason: 'FINISHED',
  closeReason: null,
  questionsRevealed: 2,
  podium: places('ben', 'ann'),
} satisfies RoomEvent;

const after = (room: RoomState, ...events: RoomEvent[]) => events.reduce(applyRoomEvent, room);
const playing = () => after(read(), opened());

/** Every kind of event, each with a room that it makes sense in and what must hold then. */
const kinds: [name: string, room: () => RoomState, event: RoomEvent, holds: Partial<RoomState>][] = [
  [
    'MemberJoined',
    read,
    {
      __typename: 'MemberJoined',
      ...told(),
      memberCount: 4,
      members: [{ person: person('cyd'), role: 'PLAYER', plays: true, online: true, score: 300, streak: 2 }],
    },
    { memberCount: 4 },
  ],
  [
    'MemberLeft',
    read,
    { __typename: 'MemberLeft', ...told(), memberCount: 2, person: person('ben') },
    { memberCount: 2 },
  ],
  [
    'MemberKicked',
    () => after(playing(), revealed()),
    {
      __typename: 'MemberKicked',
      ...told(),
      memberCount: 2,
      kickReason: 'Spam',
      person: person('ann'),
      by: person('host'),
    },
    {
      memberCount: 2,
      me: null,
      kicked: { reason: 'Spam', by: 'HOST' },
      standings: [{ rank: 1, score: 800, person: person('ben') }],
    },
  ],
  [
    'PresenceChanged',
    read,
    { __typename: 'PresenceChanged', ...told(), onlineCount: 2, members: [{ online: false, person: person('ben') }] },
    { onlineCount: 2 },
  ],
  [
    'HostChanged',
    read,
    { __typename: 'HostChanged', ...told(), hostChange: 'TRANSFERRED', host: person('ann'), cohosts: [person('host')] },
    { host: person('ann'), cohosts: [person('host')] },
  ],
  [
    'QuestionOpened',
    read,
    opened(),
    { phase: 'QUESTION', deadline: '2030-01-01T00:00:20Z', answered: 0, myAnswer: null, reveal: null },
  ],
  [
    'AnswerCounted',
    playing,
    { __typename: 'AnswerCounted', ...told(), questionIndex: 0, answered: 1, playerCount: 2 },
    { answered: 1, playerCount: 2 },
  ],
  [
    'QuestionRevealed',
    playing,
    revealed(),
    {
      phase: 'REVEAL',
      deadline: null,
      answered: 2,
      myAnswer: [1],
      standings: places('ann', 'ben'),
      reveal: { correctOptions: [1], explanation: 'The seat of government.', distribution: [1, 1], result },
    },
  ],
  [
    'QuizPaused',
    playing,
    paused,
    { phase: 'PAUSED', pausedFrom: 'QUESTION', remainingMs: 7_000, pauseReason: 'HOST_GONE', deadline: null },
  ],
  [
    'QuizResumed',
    () => after(playing(), paused),
    { __typename: 'QuizResumed', ...told(), phase: 'QUESTION', questionIndex: 0, deadline: '2030-01-01T00:01:00Z' },
    { phase: 'QUESTION', pausedFrom: null, remainingMs: null, pauseReason: null, deadline: '2030-01-01T00:01:00Z' },
  ],
  [
    'QuizEnded',
    () => after(playing(), revealed()),
    ended,
    { phase: 'ENDED', pin: null, podium: places('ben', 'ann'), end: { reason: 'FINISHED', closeReason: null } },
  ],
];

describe('applyRoomEvent', () => {
  it.each(kinds)('%s: what it brings is there, and twice is once', (_name, room, event, holds) => {
    const once = applyRoomEvent(room(), event);
    expect(once).toMatchObject(holds);
    expect(applyRoomEvent(once, event)).toEqual(once);
  });

  it('ignores what it does not know', () => {
    const room = playing();
    expect(applyRoomEvent(room, { __typename: 'SomethingNew' } as unknown as RoomEvent)).toBe(room);
    expect(applyRoomEvent(room, { __typename: 'StreamGap', ...told(), reason: 'TRIMMED' })).toBe(room);
  });

  it('keeps members as they come, go and are away', () => {
    const room = after(...([read(), ...kinds.slice(0, 2).map(([, , event]) => event)] as [RoomState, ...RoomEvent[]]));
    expect([...room.members.keys()]).toEqual(['host', 'ann', 'cyd']);
    expect(after(read(), kinds[3]?.[2] as RoomEvent).members.get('ben')?.online).toBe(false);
  });

  it('gives everyone the role that a change of hosts gave them', () => {
    const room = after(read(), kinds[4]?.[2] as RoomEvent);
    expect([...room.members.values()].map(({ role }) => role)).toEqual(['COHOST', 'HOST', 'PLAYER']);
    expect(mayRun(room)).toBe(true);
  });

  it('forgets the last question with the next, and remembers how people stood before it', () => {
    const next = after(playing(), revealed(), opened(1));
    expect(next).toMatchObject({ answered: 0, myAnswer: null, reveal: null, phase: 'QUESTION' });
    expect(next.standingsBefore).toEqual(places('ann', 'ben'));
    expect(next.me).toMatchObject({ score: 900, streak: 1, rank: 1 });
  });

  it('keeps an answer when its question is told of again', () => {
    const room = read({ phase: 'QUESTION', question, questionIndex: 0, myAnswer: { questionIndex: 0, options: [1] } });
    expect(after(room, opened()).myAnswer).toEqual([1]);
  });

  it('does not count answers to another question', () => {
    const late: RoomEvent = { __typename: 'AnswerCounted', ...told(), questionIndex: 0, answered: 2, playerCount: 2 };
    expect(after(playing(), revealed(), opened(1), late).answered).toBe(0);
  });

  it('is left when the viewer leaves', () => {
    const room = after(read(), { __typename: 'MemberLeft', ...told(), memberCount: 2, person: person('ann') });
    expect(room.me).toBeNull();
    expect(room.kicked).toBeNull();
  });
});

describe('recall', () => {
  const past = (event: RoomEvent) => event as PastEvent;

  it('fills in how the question went that was revealed before', () => {
    const room = read({ phase: 'REVEAL', questionIndex: 0, question: { ...question, correctOptions: [1] } });
    expect(room.reveal?.distribution).toBeNull();
    const whole = recall(room, [past(revealed())]);
    expect(whole.reveal).toMatchObject({ distribution: [1, 1], result });
    expect(whole.me?.rank).toBe(1);
    expect(recall(whole, [past(revealed())])).toEqual(whole);
  });

  it('tells why the quiz stands still, and why it ended', () => {
    const still = read({ phase: 'PAUSED', pausedFrom: 'QUESTION', questionIndex: 0, question });
    expect(recall(still, [past(paused)]).pauseReason).toBe('HOST_GONE');
    const over = read({ phase: 'ENDED' });
    expect(recall(over, [past(ended)])).toMatchObject({ end: { reason: 'FINISHED' }, podium: places('ben', 'ann') });
  });

  it('leaves alone what is newer than it', () => {
    const room = after(playing(), revealed(), opened(1));
    expect(recall(room, [past(revealed()), past(paused)])).toEqual(room);
  });
});

describe('announcement', () => {
  it('says what changed', () => {
    expect(announcement(read())).toBe('');
    expect(announcement(playing())).toBe('Question 1: Of France?');
    expect(announcement(after(playing(), paused))).toContain('host is gone');
    expect(announcement(after(playing(), revealed()))).toBe('Right! +900. Place 1. Right: Paris.');
    expect(announcement(after(playing(), revealed(), ended))).toContain('BEN wins!');
  });
});

it('shows what was on while it is paused', () => {
  expect(shownPhase(after(playing(), paused))).toBe('QUESTION');
  expect(shownPhase(playing())).toBe('QUESTION');
});
