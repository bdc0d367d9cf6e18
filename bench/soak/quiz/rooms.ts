import pg from 'pg';
import type { Cluster } from '../cluster.ts';
import type { DurationSummary } from '../durations.ts';
import { Mutations } from '../mutations.ts';
import { makePeople } from '../people.ts';
import { type Breach, breaches, Tally } from '../tally.ts';
import type { AnswerCounts } from './player.ts';
import type { KeyedQuestion, RecordSettings } from './roomRecord.ts';
import { RoomTable } from './roomTable.ts';
import { type Found, judgeRoom, type RoomFacts } from './verdict.ts';

export interface RoomsOptions {
  durationMs: number;
  /** Played at once. */
  rooms: number;
  /** In each, beside the host. */
  players: number;
  /** Of each quiz. */
  questions: number;
}

export interface RoomsReport extends Omit<RoomFacts, 'opened' | 'revealed'> {
  /** What was not as it has to be, in words. */
  failures: string[];
  /** Rooms played to their end. */
  quizzes: number;
  questionsOpened: number;
  questionsClosed: number;
  answers: AnswerCounts;
  answersResent: number;
  deliveries: number;
  cuts: number;
  drops: number;
  resumes: number;
  breaches: Record<Breach, number>;
  /** Milliseconds. */
  live: DurationSummary;
  mutations: DurationSummary;
}

const tokenMarginMs = 3_600_000;
/** Every kind of room in turn. */
const kinds: readonly RecordSettings[] = [
  { advance: 'AUTOMATIC', intermissionSeconds: 1, answerChange: 'FIRST', revealEarly: false, alpha: 1 },
  { advance: 'HOST', intermissionSeconds: 1, answerChange: 'LAST', revealEarly: false, alpha: 0.8 },
  { advance: 'AUTOMATIC', intermissionSeconds: 1, answerChange: 'LAST', revealEarly: true, alpha: 1.5 },
];
const founds: readonly Found[] = ['answer', 'score', 'question'];

/** Quiz rooms that are played during a run: hosts and players with a stream each, a third of which is cut in each question. */
export class Rooms {
  readonly #cluster: Cluster;
  readonly #tally = new Tally();
  readonly #mutations: Mutations;
  readonly #answers: AnswerCounts = { accepted: 0, late: 0, changed: 0, repeated: 0 };
  readonly #tables: RoomTable[];
  readonly #wrong = new Map<Found, { count: number; first: string }>();

  private constructor(cluster: Cluster, tokens: readonly string[], { rooms, players, questions }: RoomsOptions) {
    this.#cluster = cluster;
    const tally = this.#tally;
    const mutations = new Mutations(cluster, tally);
    this.#mutations = mutations;
    this.#tables = Array.from({ length: rooms }, (_, index) => {
      const settings = kinds[index % kinds.length];
      if (!settings) throw new RangeError('There are no kinds of rooms');
      return new RoomTable({
        cluster,
        tally,
        mutations,
        settings,
        counts: this.#answers,
        tokens: tokens.slice(index * (players + 1), (index + 1) * (players + 1)),
        questions: Array.from({ length: questions }, (_ignored, number) => question(number)),
        wrong: (what) => tally.breach('error', what),
      });
    });
  }

  /** Everybody has an account of their own and a token that outlives the run. */
  static async gather(cluster: Cluster, options: RoomsOptions): Promise<Rooms> {
    const { durationMs, rooms, players } = options;
    const count = rooms * (players + 1);
    const tokens = await makePeople(cluster.databaseUrl, count, durationMs + tokenMarginMs, { prefix: 'quizzer' });
    return new Rooms(cluster, tokens, options);
  }

  /** How many rooms have a question open. */
  get asking(): number {
    return this.#tables.filter(({ asking }) => asking).length;
  }

  get size(): number {
    return this.#tables.length;
  }

  /** Plays until told to stop; rejects at once when the server does what it must not. */
  async play(): Promise<void> {
    await Promise.all(this.#tables.map((table) => table.play()));
  }

  /** Every quiz under way is ended by its host, and counts as played. */
  stop(): void {
    for (const table of this.#tables) table.stop();
  }

  end(): void {
    for (const table of this.#tables) table.end();
  }

  /** Holds every room that was played against the log and the tables. */
  async judge(): Promise<RoomsReport> {
    const client = new pg.Client({ connectionString: this.#cluster.databaseUrl });
    await client.connect();
    const tally = this.#tally;
    const played = this.#tables.flatMap((table) => table.played);
    const facts: RoomFacts[] = [];
    try {
      for (const room of played) {
        facts.push(await judgeRoom(client, room, tally, (found, what) => this.#note(found, what)));
      }
    } finally {
      await client.end();
    }
    const sum = (of: (one: RoomFacts) => number) => facts.reduce((total, one) => total + of(one), 0);
    const all = tally.summary().at(-1);
    if (!all) throw new RangeError('A tally sums up something');
    return {
      failures: this.#failures(),
      quizzes: played.length,
      questionsOpened: sum(({ opened }) => opened),
      questionsClosed: sum(({ revealed }) => revealed),
      events: sum(({ events }) => events),
      counted: sum(({ counted }) => counted),
      right: sum(({ right }) => right),
      latestRevealMs: Math.max(0, ...facts.map(({ latestRevealMs }) => latestRevealMs)),
      answers: { ...this.#answers },
      answersResent: this.#mutations.resent,
      deliveries: tally.deliveries,
      cuts: tally.cuts,
      drops: tally.drops,
      resumes: tally.resumes,
      breaches: { ...tally.counts },
      live: all.live,
      mutations: all.mutations,
    };
  }

  #note(found: Found, what: string): void {
    const { count = 0, first = what } = this.#wrong.get(found) ?? {};
    this.#wrong.set(found, { count: count + 1, first });
  }

  #failures(): string[] {
    const { counts, firsts } = this.#tally;
    const streams = breaches
      .filter((what) => counts[what] > 0)
      .map((what) => `quiz rooms, ${what}: ${counts[what]}, the first ${firsts.get(what) ?? ''}`);
    const others = founds.flatMap((found) => {
      const { count, first } = this.#wrong.get(found) ?? {};
      return count === undefined ? [] : [`quiz rooms, ${found}: ${count}, the first ${first}`];
    });
    const stuck = this.#tables.filter(({ playing }) => playing).length;
    return [...streams, ...others, ...(stuck > 0 ? [`${stuck} quiz rooms did not come to their end`] : [])];
  }
}

/** Some have one right option, some two. */
function question(number: number): KeyedQuestion {
  const right = number % 4;
  return {
    body: `Question ${number + 1}`,
    options: ['a', 'b', 'c', 'd'],
    correctOptions: number % 3 === 0 ? [...new Set([0, right])] : [right],
    seconds: 3 + (number % 3) * 1.5,
    points: 1_000,
  };
}
