import { describe, expect, it } from 'vitest';
import { topics, newEntry, type TopicEvents, type TopicName } from './topics.ts';
import { webhookEventNames, webhookEvents, webhookMessage, type WebhookEventName } from './webhookEvent.ts';

const at = Date.UTC(2026, 10, 21, 12);
const iso = '2026-11-21T12:00:00.000Z';
const ada = { id: 'a', handle: 'ada', displayName: 'Ada' };
const seenAda = { id: 'User:a', handle: 'ada', displayName: 'Ada' };
const hops = [{ name: 'RECEIVED', outcome: 'PASSED', at, elapsedMs: 0, detail: 'hidden from others' }] as never;

type Any = { [Name in TopicName]: [Name, TopicEvents[Name]] }[TopicName];
const cases: { [Name in WebhookEventName]: [Any, object] } = {
  'game.started': [['Game', { type: 'GameStarted', startedAt: at }], { gameId: 'Game:x', startedAt: iso }],
  'game.finished': [
    [
      'Game',
      {
        type: 'GameFinished',
        winner: ada,
        finishedAt: at,
        scores: [{ player: ada, score: 3, cupsStanding: 1 }],
      },
    ],
    {
      gameId: 'Game:x',
      finishedAt: iso,
      winner: seenAda,
      scores: [{ player: seenAda, score: 3, cupsStanding: 1 }],
    },
  ],
  'game.abandoned': [['Game', { type: 'GameAbandoned', finishedAt: at }], { gameId: 'Game:x', finishedAt: iso }],
  'throw.settled': [
    [
      'Game',
      {
        type: 'ThrowSettled',
        throwId: 't',
        status: 'OVERTURNED',
        cupId: 'c',
        cupStanding: true,
        thrower: ada,
        throwerScore: -10,
        challenger: { player: ada, score: 5 },
        settledAt: at,
        hops,
      },
    ],
    {
      gameId: 'Game:x',
      throwId: 'Throw:t',
      status: 'OVERTURNED',
      cupId: 'Cup:c',
      cupStanding: true,
      thrower: seenAda,
      throwerScore: -10,
      challenger: { player: seenAda, score: 5 },
      settledAt: iso,
    },
  ],
  'battle.started': [
    ['Battle', { type: 'BattleBegan', beganAt: at, endsAt: at, fighterCount: 2 }],
    { battleId: 'Battle:x', beganAt: iso, endsAt: iso, fighterCount: 2 },
  ],
  'battle.finished': [
    [
      'Battle',
      {
        type: 'BattleFinished',
        finishedAt: at,
        ranking: [{ person: ada, rank: 1, score: 9 }],
        winner: null,
        fighterCount: 2,
      },
    ],
    {
      battleId: 'Battle:x',
      finishedAt: iso,
      winner: null,
      ranking: [{ person: seenAda, rank: 1, score: 9 }],
      fighterCount: 2,
    },
  ],
  'battle.cancelled': [
    ['Battle', { type: 'BattleCancelled', because: 'HOST', by: ada, fighterCount: 2 }],
    { battleId: 'Battle:x', because: 'HOST', fighterCount: 2 },
  ],
  'quiz_room.started': [
    [
      'QuizRoom',
      {
        type: 'QuestionOpened',
        deadline: at,
        questionIndex: 0,
        questionCount: 4,
        body: 'hidden from others',
        options: ['hidden from others'],
        seconds: 20,
        points: 1_000,
        pictureUrl: null,
      },
    ],
    { roomId: 'QuizRoom:x', questionCount: 4 },
  ],
  'quiz_room.ended': [
    [
      'QuizRoom',
      {
        type: 'QuizEnded',
        because: 'FINISHED',
        by: ada,
        questionsRevealed: 4,
        podium: [{ person: ada, rank: 1, score: 4_000 }],
      },
    ],
    {
      roomId: 'QuizRoom:x',
      because: 'FINISHED',
      questionsRevealed: 4,
      podium: [{ person: seenAda, rank: 1, score: 4_000 }],
    },
  ],
  'tournament.opened': [
    ['Tournament', { type: 'TournamentOpened', entryClosesAt: at, endsAt: at }],
    { tournamentId: 'Tournament:x', entryClosesAt: iso, endsAt: iso },
  ],
  'tournament.entry_closed': [
    ['Tournament', { type: 'EntryClosed', participantCount: 7, groupCount: 2 }],
    { tournamentId: 'Tournament:x', participantCount: 7, groupCount: 2 },
  ],
  'tournament.finished': [
    ['Tournament', { type: 'TournamentFinished', finishedAt: at, participantCount: 7 }],
    { tournamentId: 'Tournament:x', finishedAt: iso, participantCount: 7 },
  ],
  'user.level_up': [
    ['User', { type: 'LevelUp', oldLevel: 1, newLevel: 3, coinsEarned: 200 }],
    { userId: 'User:x', oldLevel: 1, newLevel: 3, coinsEarned: 200 },
  ],
  'user.reward_paid': [
    ['User', { type: 'RewardPaid', tournamentId: 't', rank: 2, coins: 50 }],
    { userId: 'User:x', tournamentId: 'Tournament:t', rank: 2, coins: 50 },
  ],
};

describe('a message', () => {
  it.each(Object.entries(cases))('of %s says what there is to say, and no more', (name, [[topic, event], data]) => {
    const { version, payload } = newEntry(topic, event as never);
    const text = webhookMessage(name, `${topic}:x`, { seq: 5, version, payload, at });
    expect(JSON.parse(text ?? '')).toEqual({ type: name, timestamp: iso, data: { ...data, seq: 5 } });
    expect(text).not.toContain('hidden');
    expect(text).toBe(webhookMessage(name, `${topic}:x`, { seq: 5, version, payload: structuredClone(payload), at }));
  });

  it('is none of what this node can’t read', () => {
    const payload = { startedAt: at };
    const version = topics.Game.version + 1;
    expect(webhookMessage('game.started', 'Game:x', { seq: 1, version, payload, at })).toBeUndefined();
    expect(webhookMessage('game.restarted', 'Game:x', { seq: 1, version: 1, payload, at })).toBeUndefined();
    expect(webhookMessage('game.started', 'Game:x', { seq: 1, version: 1, payload: {}, at })).toBeUndefined();
  });

  it('is of one log event each', () => {
    const sources = webhookEventNames.map((name) => webhookEvents[name].source);
    expect(new Set(sources).size).toBe(sources.length);
  });
});
