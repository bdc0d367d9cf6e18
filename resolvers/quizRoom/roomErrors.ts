import type { QuizPhase } from '../../entities/quizRoom.ts';
import { ExpectedError } from '../errors.ts';

export class WrongPhaseError extends ExpectedError {
  readonly phase: QuizPhase;
  constructor(phase: QuizPhase) {
    super(`The room is in ${phase}, where this cannot be done. Read the room and go on from there.`);
    this.phase = phase;
  }
}

export class RoomNotFoundError extends ExpectedError {
  constructor() {
    super('Nothing is open under this PIN or invitation code. Check it with whoever gave it to you.');
  }
}

export class LateJoinClosedError extends ExpectedError {
  constructor() {
    super('The quiz has begun, and this room takes nobody after that. Wait for the next one.');
  }
}

export class RoomFullError extends ExpectedError {
  readonly maxMembers: number;
  constructor(maxMembers: number) {
    super(`All ${maxMembers} places in the room are taken. Try again when somebody has left.`);
    this.maxMembers = maxMembers;
  }
}

export class NameTakenError extends ExpectedError {
  readonly displayName: string;
  constructor(displayName: string) {
    super(`Someone in this room is called ${displayName}, or looks as if they were. Choose another name.`);
    this.displayName = displayName;
  }
}

export const kickObstacles = ['SELF', 'HOST', 'COHOST'] as const;

export type KickObstacle = (typeof kickObstacles)[number];

export class NotKickableError extends ExpectedError {
  readonly because: KickObstacle;
  constructor(because: KickObstacle) {
    super(
      {
        SELF: 'Nobody kicks themselves. Leave the room instead.',
        HOST: 'Nobody kicks the host. Have the room passed on to somebody else first, or close it.',
        COHOST: 'Only the host kicks a cohost.',
      }[because],
    );
    this.because = because;
  }
}

export class NotPlayingError extends ExpectedError {
  constructor() {
    super('You opened this room to host it, not to play, so you have nothing to answer.');
  }
}

export class QuestionClosedError extends ExpectedError {
  readonly questionIndex: number;
  constructor(questionIndex: number) {
    super('This question takes no more answers. Wait for the next one.');
    this.questionIndex = questionIndex;
  }
}

export class AlreadyAnsweredError extends ExpectedError {
  readonly options: number[];
  readonly answeredAt: Date;
  constructor(options: number[], answeredAt: Date) {
    super(`You answered at ${answeredAt.toISOString()}, and in this room the first answer counts.`);
    this.options = options;
    this.answeredAt = answeredAt;
  }
}
