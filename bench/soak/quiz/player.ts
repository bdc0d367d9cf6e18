import { setTimeout as sleep } from 'node:timers/promises';
import type { Mutations } from '../mutations.ts';
import { documents, type RoomEvent } from './documents.ts';
import type { AcceptedAnswer, RoomRecord } from './roomRecord.ts';

/** What the players of a run came to with their answers. */
export interface AnswerCounts {
  accepted: number;
  /** Refused because the question had closed. */
  late: number;
  /** Another answer: taken in the place of the first, or refused, as the room has it. */
  changed: number;
  /** The same answer sent again after it was accepted, and answered with the first. */
  repeated: number;
}

const shareRight = 0.6;
const shareChanging = 0.25;
const shareRepeating = 0.25;
/** Some think until after the deadline. */
const longestThought = 1.04;
/** Many answer in the moment when half of the time is left, which is when hosts like to close a question. */
const shareRushing = 0.3;
const rushMs = 60;
const pausedMs = 150;

export interface PlayerOptions {
  mutations: Mutations;
  counts: AnswerCounts;
  record: RoomRecord;
  token: string;
  userId: string;
  /** What the server did that it must not. */
  wrong(what: string): void;
}

/** Somebody in one room who answers every question they hear of, at some time or other. */
export class Player {
  readonly userId: string;
  readonly #options: PlayerOptions;
  readonly #answering = new Set<Promise<void>>();

  constructor(options: PlayerOptions) {
    this.userId = options.userId;
    this.#options = options;
  }

  /** An event has come. */
  hear(event: RoomEvent): void {
    if (event.__typename !== 'QuestionOpened') return;
    const { questionIndex, options, deadline } = event;
    const leftMs = Math.max(0, Date.parse(deadline) - Date.now());
    const rushes = Math.random() < shareRushing;
    const thoughtMs = rushes
      ? untilRush(Date.parse(deadline), this.#options.record.questions[questionIndex]?.seconds ?? 0)
      : leftMs * Math.random() * longestThought;
    const answering = this.#answer(questionIndex, options.length, thoughtMs)
      .catch((error: unknown) => this.#options.wrong(String(error)))
      .finally(() => this.#answering.delete(answering));
    this.#answering.add(answering);
  }

  /** Resolves once nothing they sent is without an answer. */
  async done(): Promise<void> {
    while (this.#answering.size > 0) await Promise.all(this.#answering);
  }

  async #answer(questionIndex: number, optionCount: number, thoughtMs: number): Promise<void> {
    const { counts, record, wrong } = this.#options;
    await sleep(thoughtMs);
    const right = record.questions[questionIndex]?.correctOptions ?? [];
    const first = Math.random() < shareRight ? right : anyOptions(optionCount);
    let kept = await this.#send(questionIndex, first);
    if (kept === 'AlreadyAnsweredError') return wrong(`${this.userId} had answered nothing to ${questionIndex}`);
    if (typeof kept === 'string') return void (counts.late += 1);
    counts.accepted += 1;
    const answer = kept;
    if (Math.random() < shareChanging) {
      const other = anyOptions(optionCount);
      if (isSame(other, first)) return;
      const changed = await this.#send(questionIndex, other);
      const may =
        record.settings.answerChange === 'LAST' ? typeof changed === 'object' : changed === 'AlreadyAnsweredError';
      if (may) counts.changed += 1;
      else if (changed !== 'QuestionClosedError') wrong(`another answer came to ${JSON.stringify(changed)}`);
      if (typeof changed === 'object') kept = changed;
    }
    if (Math.random() >= shareRepeating) return;
    const again = await this.#send(questionIndex, kept.options);
    if (typeof again === 'object' && again.elapsedMs === kept.elapsedMs && isSame(again.options, kept.options)) {
      counts.repeated += 1;
    } else {
      wrong(`${JSON.stringify(kept === answer ? answer : kept)} sent again came to ${JSON.stringify(again)}`);
    }
  }

  /** What is kept now, or why it is not. In a pause it waits. */
  async #send(questionIndex: number, options: number[]): Promise<AcceptedAnswer | string> {
    const { mutations, record, token } = this.#options;
    for (;;) {
      const input = { roomId: record.id, questionIndex, options };
      const result = await mutations.send<{ answer: AcceptedAnswer }>(token, documents.answerQuestion, { input });
      if (result.__typename === undefined) {
        record.accept(questionIndex, this.userId, result.answer);
        return result.answer;
      }
      if (result.__typename === 'QuestionClosedError' || result.__typename === 'AlreadyAnsweredError') {
        return result.__typename;
      }
      if (result.__typename !== 'WrongPhaseError') throw new Error(`answerQuestion: ${JSON.stringify(result)}`);
      await sleep(pausedMs);
    }
  }
}

/** Milliseconds from now to about the middle of a question. */
export function untilRush(deadline: number, seconds: number): number {
  return Math.max(0, deadline - seconds * 500 - Date.now()) + Math.random() * rushMs;
}

/** One or two of them, ascending. */
function anyOptions(count: number): number[] {
  const one = Math.floor(Math.random() * count);
  const other = Math.floor(Math.random() * count);
  return one === other ? [one] : [Math.min(one, other), Math.max(one, other)];
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((option, index) => option === other[index]);
}
