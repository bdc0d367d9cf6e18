import { z } from 'zod';
import { cancelReasons } from '../../entities/battle.ts';
import { throwStatuses } from '../../entities/throw.ts';
import { boardViews, signUpWays } from '../../resolvers/productObserver.ts';
import { quizEndReasons } from '../../subscriptions/quizRoomEvent.ts';

/** Raised when a field goes or comes to mean something else. New kinds, and new props, come without. */
export const eventsVersion = 1;

export const sessionEnds = ['IDLE', 'SIGNED_OUT'] as const;

const id = (of: string) => z.uuid().describe(of);
const count = (of: string) => z.int().min(0).describe(of);
const points = (of: string) => z.int().describe(of);
const milliseconds = (of: string) => z.int().min(0).describe(`${of}, in milliseconds`);

const game = id('the game');
const battle = id('the battle');
const room = id('the quiz room');
const group = id('the group');
const tournament = id('the tournament');
const session = id('the session');
const fighters = count('how many are in it');
const players = count('how many play');

/** One kind of event: what happened, whose doing it is (nobody’s: it has no user), and what is said of it. */
interface Kind {
  says: string;
  /** Who `user` is; null: there is none. */
  user: string | null;
  props: z.ZodObject;
}

/** Everything that is recorded. The docs’ table and JSON Schema are printed from this. */
export const kinds = {
  signed_up: {
    says: 'An account was made, a guest’s too.',
    user: 'whose it is',
    props: z.strictObject({
      how: z.enum(signUpWays).describe('by a password, as a guest, by an integrator’s service, through another issuer'),
    }),
  },
  session_started: {
    says: 'Somebody came, for the first time in half an hour.',
    user: 'who',
    props: z.strictObject({ session }),
  },
  session_ended: {
    says: 'They signed out, or nothing came of them for half an hour. `at` is when they were last there.',
    user: 'who',
    props: z.strictObject({
      session,
      durationMs: milliseconds('from its start to `at`'),
      because: z.enum(sessionEnds).describe('which of the two'),
    }),
  },
  game_joined: {
    says: 'A seat was taken; the host’s with the game itself.',
    user: 'who sits',
    props: z.strictObject({ game, seat: count('from 0') }),
  },
  game_left: {
    says: 'A seat was left.',
    user: 'who left',
    props: z.strictObject({ game, forfeited: z.boolean().describe('whether the game was on') }),
  },
  game_started: { says: 'A game began.', user: null, props: z.strictObject({ game, players }) },
  game_finished: {
    says: 'A game was played to its end.',
    user: null,
    props: z.strictObject({
      game,
      players,
      durationMs: milliseconds('from its beginning'),
      winner: z.uuid().nullable().describe('who won, if anybody'),
    }),
  },
  game_played: {
    says: 'What came of it for each player.',
    user: 'the player',
    props: z.strictObject({ game, score: points('what they have'), won: z.boolean().describe('whether they won') }),
  },
  game_abandoned: {
    says: 'A lobby ended without a game.',
    user: null,
    props: z.strictObject({ game, players: count('who waited in it') }),
  },
  throw_settled: {
    says: 'A throw came to its end.',
    user: 'who threw',
    props: z.strictObject({
      game,
      throw: id('the throw'),
      status: z.enum(throwStatuses).describe('what became of it'),
      challenged: z.boolean().describe('whether somebody doubted it'),
    }),
  },
  battle_joined: { says: 'Somebody came into a battle.', user: 'who', props: z.strictObject({ battle, fighters }) },
  battle_left: { says: 'Somebody left before it began.', user: 'who', props: z.strictObject({ battle, fighters }) },
  battle_started: {
    says: 'A battle began.',
    user: null,
    props: z.strictObject({ battle, fighters, seconds: count('how long it runs') }),
  },
  battle_finished: {
    says: 'A battle was fought to its end.',
    user: null,
    props: z.strictObject({ battle, fighters, winner: z.uuid().nullable().describe('who won, if anybody scored') }),
  },
  battle_fought: {
    says: 'What came of it for each fighter.',
    user: 'the fighter',
    props: z.strictObject({
      battle,
      rank: z.int().min(1).describe('from 1'),
      score: points('what they scored'),
      won: z.boolean().describe('whether they won'),
    }),
  },
  battle_cancelled: {
    says: 'A battle came to nothing.',
    user: null,
    props: z.strictObject({ battle, fighters, because: z.enum(cancelReasons).describe('why') }),
  },
  quiz_joined: {
    says: 'Somebody came into a quiz room.',
    user: 'who',
    props: z.strictObject({ room, plays: z.boolean().describe('whether they answer') }),
  },
  quiz_started: {
    says: 'The first question was asked.',
    user: null,
    props: z.strictObject({ room, players, questions: count('how many there are') }),
  },
  quiz_question_closed: {
    says: 'A question was over.',
    user: null,
    props: z.strictObject({ room, question: count('its index, from 0'), answered: count('who answered'), players }),
  },
  quiz_finished: {
    says: 'A quiz that had started ended.',
    user: null,
    props: z.strictObject({
      room,
      players,
      questions: count('how many were played'),
      durationMs: milliseconds('from its start'),
      because: z.enum(quizEndReasons).describe('why'),
    }),
  },
  quiz_played: {
    says: 'What came of it for each player.',
    user: 'the player',
    props: z.strictObject({ room, score: points('what they have') }),
  },
  tournament_entered: {
    says: 'A seat in a tournament was taken.',
    user: 'who entered',
    props: z.strictObject({ tournament, group: id('of the tournament'), fee: count('in coins') }),
  },
  tournament_finished: { says: 'A tournament ended.', user: null, props: z.strictObject({ tournament }) },
  reward_paid: {
    says: 'A reward was paid: claimed, or unclaimed for too long.',
    user: 'who earned it',
    props: z.strictObject({ tournament, rank: z.int().min(1).describe('in their group'), coins: count('what it was') }),
  },
  level_up: {
    says: 'Somebody rose.',
    user: 'who',
    props: z.strictObject({
      from: count('the level before'),
      to: count('the level since'),
      by: z
        .string()
        .regex(/^[A-Z][A-Za-z]*$/)
        .describe('what it was gained by: `Game`, `Battle`, or `Progress` for what an integrator recorded'),
    }),
  },
  group_joined: {
    says: 'Somebody came into a group, or made it.',
    user: 'who',
    props: z.strictObject({ group, founded: z.boolean().describe('whether they made it') }),
  },
  group_left: {
    says: 'Somebody is in a group no more.',
    user: 'who',
    props: z.strictObject({ group, because: z.enum(['LEFT', 'KICKED', 'BANNED']).describe('why') }),
  },
  leaderboard_view: {
    says: 'Somebody looked at a board: noted every five minutes at most, of each person, board and node.',
    user: 'who',
    props: z.strictObject({
      board: id('the scoreboard; of games, rooms, battles and groups their own id'),
      how: z.enum(boardViews).describe('a page from the top, neighbours, or the top as it changes'),
    }),
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export type Props<Name extends KindName> = z.infer<(typeof kinds)[Name]['props']>;

const [first, ...others] = Object.entries<Kind>(kinds).map(([type, { says, user, props }]) =>
  z
    .strictObject({
      id: z.uuid().describe('the event’s own: the same again is the same event'),
      type: z.literal(type),
      v: z.literal(eventsVersion).describe('of this schema'),
      at: z.int().describe('when it happened, Unix time in milliseconds'),
      user: (user === null ? z.null() : z.uuid()).describe(user ?? 'nobody in particular'),
      props,
    })
    .describe(says),
);
if (!first) throw new RangeError('There are no kinds of events');

/** An event as consumers have it once `props` is parsed, `v` and `at` are numbers, and an empty `user` is null. */
export const productEvent = z.discriminatedUnion('type', [first, ...others]);
