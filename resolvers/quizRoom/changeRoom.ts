import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { isOperators } from '../../rules/quiz/operating.ts';
import type { QuizAction } from '../../rules/quiz/quizDecision.ts';
import type { QuizAnswerState, QuizRoomState } from '../../rules/quiz/quizState.ts';
import { openForMs } from '../../rules/quiz/question.ts';
import { decide, needsAnswers } from '../../rules/quiz/quizRoom.ts';
import { deadlineOf, type QuizDeadline } from '../../rules/quiz/windows.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import { type AuditRow, writeAudit } from '../operator/writeAudit.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import { tooSoon } from '../pulses.ts';
import type { Services } from '../services.ts';
import { announce } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { closeToAnswers, readAnswers } from './answerRows.ts';
import { pulseActions } from './roomPulse.ts';
import type { RoomOutcome, RoomWork } from './roomWork.ts';
import { lockRoom, type LockedRoom } from './roomState.ts';
import { saveDeadline, saveRoom, type SavedRoom } from './saveRoom.ts';

/**
 * The way every change of a room goes: lock it, let the rules decide, write what changed and its events, tell the feed.
 * What comes for a room while it is being changed is done together, in one transaction.
 */
export function changeRoom(services: Services, roomId: string, work: RoomWork): Promise<RoomOutcome> {
  return services.rooms.work.do(roomId, work, (works) => changeTogether(services, roomId, works));
}

interface Changed extends SavedRoom {
  outcomes: RoomOutcome[];
  events: readonly QuizRoomEvent[];
  /** How long each question was open that was revealed, in milliseconds. */
  openMs: readonly number[];
  version: string;
  state: QuizRoomState;
}

async function changeTogether(
  services: Services,
  roomId: string,
  works: readonly RoomWork[],
): Promise<readonly RoomOutcome[]> {
  const { pool, observer, rooms } = services;
  const changed = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      const room = await lockRoom(client, rooms.known, roomId);
      if (room) return applyAll(services, client, room, works);
      await saveDeadline(client, roomId, null);
      return undefined;
    }),
  );
  if (!changed) return works.map(() => ({ state: null }));
  rooms.known.set(roomId, { version: changed.version, state: changed.state });
  tell(services, roomId, changed);
  return changed.outcomes;
}

async function applyAll(
  services: Services,
  client: ClientBase,
  room: LockedRoom,
  works: readonly RoomWork[],
): Promise<Changed> {
  const at = services.clock.now();
  const course = new Course(client, room, at);
  for (const work of works) await course.take(work);
  const { outcomes, events, openMs, scored, state, deadline, told, audited } = course;
  const before = room.state;
  const quiet = state === before && events.length === 0;
  const version = quiet ? room.version : uuid();
  const saved = quiet
    ? { appended: [], standings: [] }
    : await saveRoom(client, { before, state, events, scored, deadline, version, told, at });
  await writeAudit(client, audited);
  // One that has come is put where it belongs, whatever it did.
  const moved = !quiet && !isSame(deadline, deadlineOf(before));
  if (moved || works.some(({ type }) => type === 'DUE')) await saveDeadline(client, state.id, deadline);
  return { ...saved, outcomes, events, openMs, version, state };
}

function isSame(one: QuizDeadline | null, other: QuizDeadline | null): boolean {
  return one?.kind === other?.kind && one?.dueAt === other?.dueAt;
}

/** A room going through several actions in one transaction. */
class Course {
  readonly outcomes: RoomOutcome[] = [];
  readonly events: QuizRoomEvent[] = [];
  readonly openMs: number[] = [];
  readonly scored: Parameters<typeof saveRoom>[1]['scored'] = [];
  state: QuizRoomState;
  deadline: QuizDeadline | null = null;
  told = false;
  /** What operators did. */
  readonly audited: AuditRow[] = [];
  readonly #client: ClientBase;
  readonly #room: LockedRoom;
  readonly #at: number;
  /** To the question with this index; nobody adds to them any more. */
  #answers: { index: number; answers: QuizAnswerState[] } | undefined;

  constructor(client: ClientBase, room: LockedRoom, at: number) {
    this.#client = client;
    this.#room = room;
    this.#at = at;
    this.state = room.state;
  }

  async take(work: RoomWork): Promise<void> {
    if (work.type === 'OPERATE') {
      const heard = this.events.length;
      this.outcomes.push(await this.#act(work.action));
      if (this.events.slice(heard).some(isOperators)) this.audited.push(work.entry);
      return;
    }
    if (work.type !== 'PULSE') return void this.outcomes.push(await this.#act(work));
    const retryAt = tooSoon(this.#room.toldAt, this.#at);
    if (retryAt !== undefined) return void this.outcomes.push({ state: this.state, retryAt });
    const before = this.events.length;
    for (const action of await pulseActions(this.#client, this.state)) await this.#act(action);
    this.told ||= this.events.length > before;
    this.outcomes.push({ state: this.state });
  }

  async #act(action: QuizAction): Promise<RoomOutcome> {
    const answers = needsAnswers(this.state, action, this.#at) ? await this.#closed() : undefined;
    const { state, events, scored, deadline, refusal } = decide(this.state, action, this.#at, answers);
    if (events.some(({ type }) => type === 'QuestionRevealed')) this.openMs.push(openForMs(this.state, this.#at));
    this.state = state;
    this.deadline = deadline;
    this.events.push(...events);
    this.scored.push(...scored);
    return { state, refusal };
  }

  /** All answers to the question in play. */
  async #closed(): Promise<readonly QuizAnswerState[]> {
    const { id, questionIndex: index } = this.state;
    if (index === null) return [];
    if (!this.#answers) await closeToAnswers(this.#client, id);
    if (this.#answers?.index !== index) {
      this.#answers = { index, answers: await readAnswers(this.#client, id, index) };
    }
    return this.#answers.answers;
  }
}

/** After the commit: whoever follows the room or its board, the deadline clock, the metrics. */
function tell(services: Services, roomId: string, { appended, standings, events, state, openMs }: Changed): void {
  announce(services, appended);
  if (standings.length > 0) services.standings.changed(onlySeasonOf(roomId), standings);
  if (events.length === 0) return;
  services.deadlines.wake();
  services.observer.roomChanged(events, openMs);
  services.product.roomChanged(state, events);
}
