import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.ts';
import type { Mutations, Result } from '../mutations.ts';
import type { Tally } from '../tally.ts';
import { documents, type RoomEvent } from './documents.ts';
import { RoomFollower } from './follower.ts';
import { type AnswerCounts, Player, untilRush } from './player.ts';
import { type KeyedQuestion, type RecordSettings, RoomRecord } from './roomRecord.ts';

/** What every third socket goes through in each question. */
const shareCut = 1 / 3;
const sharePaused = 0.2;
const shareRevealed = 0.3;
const pauseMs = 400;
const revealMs = 700;
/** After the end everybody has to have heard of it within this, and whatever would come twice has come. */
const hearMs = 20_000;
const quietMs = 300;
const lookMs = 50;

export interface RoomTableOptions {
  cluster: Cluster;
  tally: Tally;
  mutations: Mutations;
  counts: AnswerCounts;
  /** The first hosts. */
  tokens: readonly string[];
  questions: readonly KeyedQuestion[];
  settings: RecordSettings;
  /** What the server did that it must not. */
  wrong(what: string): void;
}

/** A room that was played to its end, and what everybody in it got. */
export interface PlayedRoom {
  record: RoomRecord;
  /** By user; the host is none of them. */
  players: Map<string, RoomFollower>;
  followers: readonly RoomFollower[];
}

/** A host and players who play one quiz after another, each in a room of its own. */
export class RoomTable {
  readonly played: PlayedRoom[] = [];
  /** Whether a question is open, as the host knows. */
  asking = false;
  readonly #options: RoomTableOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  #followers: RoomFollower[] = [];
  #roomId: string | undefined;
  #stopping = false;

  /** Whether a quiz is under way, or never came to its end. */
  get playing(): boolean {
    return this.#roomId !== undefined;
  }

  constructor(options: RoomTableOptions) {
    this.#options = options;
  }

  /** Plays until stopped; rejects when the server does what it must not. */
  async play(): Promise<void> {
    const input = { title: 'Soak', questions: this.#options.questions };
    const { quiz } = await this.#host<{ quiz: { id: string } }>('createQuiz', input);
    while (!this.#stopping) await this.#playQuiz(quiz.id);
  }

  /** Ends the quiz under way, wherever it stands. */
  stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    const { wrong } = this.#options;
    if (this.#roomId) void this.#run('endQuiz').catch((error: unknown) => wrong(String(error)));
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const follower of this.#followers) follower.end();
  }

  async #playQuiz(quizId: string): Promise<void> {
    const { cluster, tally, mutations, counts, tokens, questions, settings, wrong } = this.#options;
    type Opened = { room: { id: string; pin: string } };
    const { room } = await this.#host<Opened>('openQuizRoom', { quizId, settings });
    const record = new RoomRecord(room.id, settings, questions);
    const [hostToken = '', ...others] = tokens;
    const people = await Promise.all(
      others.map(async (token, index) => {
        const input = { pin: room.pin, displayName: `Player ${index + 1}` };
        type Joined = { room: { me: { user: { id: string } } } };
        const joined = must(await mutations.send<Joined>(token, documents.joinQuizRoom, { input }));
        const { id: userId } = joined.room.me.user;
        const player = new Player({ mutations, counts, record, token, userId, wrong });
        const heard = (event: RoomEvent) => player.hear(event);
        return { player, follower: new RoomFollower({ cluster, tally, token, record, heard }) };
      }),
    );
    const heard = (event: RoomEvent) => this.#hear(event);
    const host = new RoomFollower({ cluster, tally, token: hostToken, record, heard });
    this.#followers = [host, ...people.map(({ follower }) => follower)];
    this.#roomId = room.id;
    for (const follower of this.#followers) follower.start();
    await this.#run('startQuiz');
    if (this.#stopping) await this.#run('endQuiz');
    while (!host.over) await sleep(lookMs);
    await Promise.all(people.map(({ player }) => player.done()));
    const until = performance.now() + hearMs;
    while (this.#followers.some(({ over }) => !over) && performance.now() < until) await sleep(lookMs);
    await sleep(quietMs);
    this.#roomId = undefined;
    this.end();
    const players = new Map(people.map(({ player, follower }) => [player.userId, follower]));
    this.played.push({ record, players, followers: this.#followers });
    this.#followers = [];
  }

  /** What the host does when something has happened. */
  #hear(event: RoomEvent): void {
    const { settings, questions } = this.#options;
    const { __typename: type } = event;
    if (type === 'QuestionRevealed' || type === 'QuizPaused' || type === 'QuizEnded') this.asking = false;
    if (type === 'QuestionOpened' || (type === 'QuizResumed' && event.phase === 'QUESTION')) this.asking = true;
    if (type === 'QuestionOpened') {
      const { questionIndex, deadline } = event;
      const seconds = questions[questionIndex]?.seconds ?? 0;
      const leftMs = seconds * 1_000;
      const cut = shuffled(this.#followers).slice(0, Math.ceil(this.#followers.length * shareCut));
      for (const follower of cut) this.#later(leftMs * Math.random(), () => follower.cut());
      if (Math.random() < sharePaused) this.#later(leftMs * Math.random(), () => this.#may('pauseQuiz'));
      if (Math.random() < shareRevealed) {
        this.#later(untilRush(Date.parse(deadline), seconds), () => this.#may('revealQuestion', { questionIndex }));
      }
    }
    const revealed = type === 'QuestionRevealed' || (type === 'QuizResumed' && event.phase === 'REVEAL');
    if (revealed && settings.advance === 'HOST') {
      this.#later(revealMs, () => this.#may('nextQuestion', { afterIndex: event.questionIndex }));
    }
    if (type === 'QuizPaused') this.#later(pauseMs, () => this.#may('resumeQuiz'));
  }

  /** Does it if the quiz is not past that. */
  #may(name: 'pauseQuiz' | 'revealQuestion' | 'resumeQuiz' | 'nextQuestion', more: object = {}): void {
    if (this.#roomId && !this.#stopping) {
      void this.#run(name, more).catch((error: unknown) => this.#options.wrong(String(error)));
    }
  }

  async #run(name: keyof typeof documents, more: object = {}): Promise<void> {
    const { mutations, tokens } = this.#options;
    const input = { roomId: this.#roomId, ...more };
    const result = await mutations.send<object>(tokens[0] ?? '', documents[name], { input });
    if (result.__typename !== 'WrongPhaseError') must(result);
  }

  async #host<Payload>(name: keyof typeof documents, input: object): Promise<Payload> {
    const { mutations, tokens } = this.#options;
    return must(await mutations.send<Payload>(tokens[0] ?? '', documents[name], { input }));
  }

  #later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }
}

function must<Payload>(result: Result<Payload>): Payload {
  if (result.__typename !== undefined) throw new Error(`A room came to ${JSON.stringify(result)}`);
  return result;
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
