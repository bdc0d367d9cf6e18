import { setTimeout as sleep } from 'node:timers/promises';
import { documents } from './documents.ts';
import { LostSocketError } from './graphqlSocket.ts';
import { Member, type MemberOptions, type RoomEvent } from './member.ts';

export interface PlayerOptions extends Omit<MemberOptions, 'heard'> {
  displayName: string;
  /** They answer at any moment of this time from when the question opened, or of nine tenths of the question's time. */
  answerWithinMs: number;
}

/** What a player made of a quiz. */
export interface PlayerResult {
  displayName: string;
  accepted: number;
  /** Accepted ones that the reveal showed as they were given. */
  counted: number;
  /** All points of all questions. */
  score: number;
}

interface Opened {
  questionIndex: number;
  options: string[];
  seconds: number;
  deadline: string;
}
interface Revealed {
  questionIndex: number;
  myResult: { options: number[] | null; points: number; score: number } | null;
}

/** No use in an answer that comes with the deadline. */
const marginMs = 100;
const shareOfQuestion = 0.9;

/** Joins by PIN, answers every question once, and keeps what the reveals say of it. */
export class Player {
  readonly member: Member;
  readonly result: PlayerResult;
  readonly #options: PlayerOptions;
  readonly #ended = Promise.withResolvers<void>();
  /** Of the question with that index: what was answered, and when it was to close. */
  readonly #accepted = new Map<number, string>();
  readonly #deadlines = new Map<number, number>();

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.member = new Member({ ...options, heard: (event) => this.#hear(event) });
    this.result = { displayName: options.displayName, accepted: 0, counted: 0, score: 0 };
  }

  /** Resolves when they know that the quiz is over. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  async join(pin: string): Promise<void> {
    const input = { pin, displayName: this.#options.displayName };
    const sent = performance.now();
    type Joined = { room: { id: string; cursor: string } };
    const { room } = await this.member.demand<Joined>(documents.joinQuizRoom, { input });
    this.#options.tally.joinMs.push(performance.now() - sent);
    this.member.enter(room);
  }

  #hear(event: RoomEvent): void {
    if (event.type === 'QuestionOpened') void this.#answer(event.read<Opened>());
    else if (event.type === 'QuestionRevealed') this.#see(event);
    else if (event.type === 'QuizEnded') this.#ended.resolve();
  }

  #see(event: RoomEvent): void {
    const now = Date.now();
    const { tally } = this.#options;
    const { questionIndex, myResult } = event.read<Revealed>();
    const deadline = this.#deadlines.get(questionIndex) ?? Number.NaN;
    if (event.live) tally.revealed(`${this.member.roomId} ${questionIndex}`, now - deadline);
    if (!myResult) return tally.failed('a reveal without a result', `question ${questionIndex}`);
    this.result.score += myResult.points;
    if (this.result.score !== myResult.score) tally.failed('scores that do not add up', JSON.stringify(myResult));
    const accepted = this.#accepted.get(questionIndex);
    if (accepted === undefined) return;
    if (accepted === JSON.stringify(myResult.options)) this.result.counted += 1;
    else tally.failed('an answer not counted', `${accepted} became ${JSON.stringify(myResult.options)}`);
  }

  async #answer({ questionIndex, options, seconds, deadline }: Opened): Promise<void> {
    const { tally, answerWithinMs } = this.#options;
    const closes = Date.parse(deadline);
    this.#deadlines.set(questionIndex, closes);
    const within = Math.min(answerWithinMs, seconds * 1000 * shareOfQuestion);
    const due = closes - seconds * 1000 + Math.random() * within;
    await sleep(Math.max(0, due - Date.now()));
    // They were away, and hear of it too late.
    if (Date.now() > closes - marginMs) return;
    const chosen = [Math.floor(Math.random() * options.length)];
    const input = { roomId: this.member.roomId, questionIndex, options: chosen };
    tally.sent += 1;
    try {
      const type = await this.#send(input);
      if (type !== 'AnswerQuestionPayload') return tally.refused(type);
      tally.accepted += 1;
      this.result.accepted += 1;
      this.#accepted.set(questionIndex, JSON.stringify(chosen));
    } catch (error) {
      tally.failed('an answer failed', String(error));
    }
  }

  /** The same answer again is the same answer: sent until it is known what became of it. */
  async #send(input: object): Promise<string> {
    for (;;) {
      try {
        const sent = performance.now();
        const { __typename: type } = await this.member.ask<{ __typename: string }>(documents.answerQuestion, { input });
        this.#options.tally.answerMs.push(performance.now() - sent);
        return type;
      } catch (error) {
        if (!(error instanceof LostSocketError) || this.#options.ports.length === 1) throw error;
        // `ask` waits for the next socket, which may be lost as well.
        await sleep(1);
      }
    }
  }
}
