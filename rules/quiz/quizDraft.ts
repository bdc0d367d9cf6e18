import type { QuizRole } from '../../entities/quizRoom.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { QuizOutcome, QuizRefusal, ScoredAnswer } from './quizDecision.ts';
import type { QuizAnswerState, QuizMemberState, QuizRoomState } from './quizState.ts';
import { deadlineOf } from './windows.ts';

/**
 * A room in the making: a shallow copy that the rules change, and what is to be said of it. Arrays and members are never
 * changed in place, so what goes in stays as it was, and a thousand members cost nothing unless they change.
 */
export class QuizDraft {
  readonly room: QuizRoomState;
  readonly now: number;
  readonly events: QuizRoomEvent[] = [];
  readonly scored: ScoredAnswer[] = [];
  readonly #before: QuizRoomState;
  readonly #answers: readonly QuizAnswerState[] | undefined;
  #byId: Map<string, number> | undefined;

  /** @param answers all to the question in play; only read when it closes, see `needsAnswers` */
  constructor(state: QuizRoomState, now: number, answers?: readonly QuizAnswerState[]) {
    this.#before = state;
    this.#answers = answers;
    this.room = { ...state };
    this.now = now;
  }

  outcome(refusal?: QuizRefusal): QuizOutcome {
    const { events, scored } = this;
    const names = Object.keys(this.room) as (keyof QuizRoomState)[];
    const changed = names.some((name) => this.room[name] !== this.#before[name]);
    const state = changed ? this.room : this.#before;
    return { state, events, scored, deadline: deadlineOf(state), ...(refusal && { refusal }) };
  }

  say(event: QuizRoomEvent): void {
    this.events.push(event);
  }

  /** All answers to the question in play. */
  answers(): readonly QuizAnswerState[] {
    if (!this.#answers) throw new RangeError(`A question of room ${this.room.id} closes without its answers`);
    return this.#answers;
  }

  /** Anyone who was ever in. */
  member(userId: string): QuizMemberState | undefined {
    this.#byId ??= new Map(this.room.members.map(({ person }, index) => [person.id, index]));
    const index = this.#byId.get(userId);
    return index === undefined ? undefined : this.room.members[index];
  }

  /** Someone who is in now. */
  present(userId: string): QuizMemberState | undefined {
    const member = this.member(userId);
    return member?.status === 'IN' ? member : undefined;
  }

  person(userId: string): PersonRef {
    const member = this.member(userId);
    if (!member) throw new RangeError(`No member ${userId} in room ${this.room.id}`);
    return member.person;
  }

  /** How many are in now. */
  memberCount(): number {
    return this.room.members.filter(({ status }) => status === 'IN').length;
  }

  roleOf(userId: string): QuizRole {
    return roleOf(this.room, userId);
  }

  add(member: QuizMemberState): void {
    this.#replace([...this.room.members, member]);
  }

  remove(userId: string): void {
    this.#replace(this.room.members.filter(({ person }) => person.id !== userId));
  }

  /** Changes members, each by what `change` gives for them; undefined leaves one as they are. */
  changeMembers(change: (member: QuizMemberState) => Partial<QuizMemberState> | undefined): void {
    const members = this.room.members.map((member) => {
      const changes = change(member);
      return changes ? { ...member, ...changes } : member;
    });
    if (members.some((member, index) => member !== this.room.members[index])) this.room.members = members;
  }

  changeMember(userId: string, changes: Partial<QuizMemberState>): void {
    this.changeMembers(({ person }) => (person.id === userId ? changes : undefined));
  }

  #replace(members: readonly QuizMemberState[]): void {
    this.room.members = members;
    this.#byId = undefined;
  }
}

export function roleOf({ hostId, cohostIds }: Pick<QuizRoomState, 'hostId' | 'cohostIds'>, userId: string): QuizRole {
  if (userId === hostId) return 'HOST';
  return cohostIds.includes(userId) ? 'COHOST' : 'PLAYER';
}
