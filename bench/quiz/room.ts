import { documents } from './documents.ts';
import { Member, type MemberOptions } from './member.ts';
import { Player, type PlayerOptions, type PlayerResult } from './player.ts';
import { nameOf } from './names.ts';

export interface QuizPlan {
  /** Seconds that each question can be answered. */
  seconds: readonly number[];
  intermissionSeconds: number;
  answerWithinMs: number;
}

export interface RoomOptions extends Omit<MemberOptions, 'heard' | 'token'> {
  host: string;
  /** Tokens. */
  players: readonly string[];
  plan: QuizPlan;
}

/** A room that has been played, as its members saw it. */
export interface RoomResult {
  /** Without its type. */
  roomId: string;
  /** What each reveal said. */
  answered: number[];
  players: PlayerResult[];
  /** Members who did not hear of the end, or not of all that came before. */
  behind: number;
}

const options = ['Amber', 'Basalt', 'Chalk', 'Dolomite'];

/** A host, who only looks on, and players. */
export class Room {
  readonly players: Player[];
  readonly #host: Member;
  readonly #options: RoomOptions;
  readonly #answered: number[] = [];
  readonly #full = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  #pin = '';

  constructor({ host, players, plan, ...shared }: RoomOptions) {
    this.#options = { host, players, plan, ...shared };
    this.#host = new Member({
      ...shared,
      token: host,
      heard: (event) => {
        if (event.type === 'PresenceChanged') this.#count(event.read<{ onlineCount: number }>().onlineCount);
        else if (event.type === 'QuestionRevealed') this.#answered.push(event.read<{ answered: number }>().answered);
        else if (event.type === 'QuizPaused') shared.tally.failed('a quiz paused', JSON.stringify(event.read()));
        else if (event.type === 'QuizEnded') this.#ended.resolve();
      },
    });
    this.players = players.map((token, seat) => {
      const ports = turned(shared.ports, seat + 1);
      const { answerWithinMs } = plan;
      const options: PlayerOptions = { ...shared, ports, token, displayName: nameOf(seat), answerWithinMs };
      return new Player(options);
    });
  }

  /** Resolves when the host has seen everyone come online. */
  get full(): Promise<void> {
    return this.#full.promise;
  }

  get members(): Member[] {
    return [this.#host, ...this.players.map(({ member }) => member)];
  }

  /** The host, connected already, opens it. */
  async open(): Promise<void> {
    const { seconds, intermissionSeconds } = this.#options.plan;
    const questions = seconds.map((time, index) => ({
      body: `Which of these comes with number ${index + 1}?`,
      options,
      correctOptions: [index % options.length],
      seconds: time,
    }));
    const quiz = { title: 'Bench', questions };
    const made = await this.#host.demand<{ quiz: { id: string } }>(documents.createQuiz, { input: quiz });
    const settings = { advance: 'AUTOMATIC', intermissionSeconds };
    const input = { quizId: made.quiz.id, settings };
    type Opened = { room: { id: string; cursor: string; pin: string } };
    const { room } = await this.#host.demand<Opened>(documents.openQuizRoom, { input });
    this.#pin = room.pin;
    this.#host.enter(room);
    await this.#host.follow();
  }

  /** All at once. */
  async join(): Promise<void> {
    await Promise.all(this.players.map((player) => player.join(this.#pin)));
  }

  async follow(): Promise<void> {
    await Promise.all(this.players.map(({ member }) => member.follow()));
  }

  async start(): Promise<void> {
    await this.#host.demand(documents.startQuiz, { roomId: this.#host.roomId });
  }

  /** Resolves when all members know that it is over. */
  async ended(): Promise<void> {
    await Promise.all([this.#ended.promise, ...this.players.map(({ ended }) => ended)]);
  }

  result(): RoomResult {
    const { roomId, seq } = this.#host;
    return {
      roomId: roomId.slice(roomId.indexOf(':') + 1),
      answered: this.#answered,
      players: this.players.map(({ result }) => result),
      behind: this.members.filter((member) => member.seq < seq).length,
    };
  }

  #count(online: number): void {
    if (online === this.players.length + 1) this.#full.resolve();
  }
}

/** The same, beginning elsewhere. */
function turned<Value>(values: readonly Value[], by: number): Value[] {
  const at = by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}
