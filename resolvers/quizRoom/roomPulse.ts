import type { ClientBase } from 'pg';
import pLimit from 'p-limit';
import type { QuizAction } from '../../rules/quiz/quizDecision.ts';
import type { QuizRoomState } from '../../rules/quiz/quizState.ts';
import type { Clock } from '../clock.ts';

/** What many do at once is told so often per room, whatever the number of nodes. */
const pulseMs = 500;
/** What comes right after the first goes with it. */
const gatherMs = 50;
/** Rooms told of at once on this node: under load they are told of more rarely, and little else waits for them. */
const width = 1;

/** When to try again, of a pulse that comes too soon. */
export function tooSoon(toldAt: number | null, now: number): number | undefined {
  return toldAt !== null && now < toldAt + pulseMs ? toldAt + pulseMs : undefined;
}

/** Who is there now and how many have answered by now, as the rules take it. */
export async function pulseActions(client: ClientBase, state: QuizRoomState): Promise<QuizAction[]> {
  if (state.phase === 'ENDED') return [];
  const { rows } = await client.query<{ online: string[]; answered: string[] }>({
    name: 'quiz-room-pulse',
    text: `
      select
        (select coalesce(jsonb_agg(distinct user_id), '[]') from quiz_presence where room_id = $1) as online,
        (select coalesce(jsonb_agg(user_id), '[]') from quiz_answer where room_id = $1 and question_index = $2) as answered`,
    values: [state.id, state.phase === 'QUESTION' ? state.questionIndex : null],
  });
  const [{ online = [], answered = [] } = {}] = rows;
  const there = new Set(online);
  const changes = state.members
    .filter(({ person, status, online: told }) => status === 'IN' && told !== there.has(person.id))
    .map(({ person }) => ({ userId: person.id, online: there.has(person.id) }));
  const { questionIndex } = state;
  return [
    { type: 'PRESENCE', changes },
    ...(questionIndex === null ? [] : [{ type: 'COUNT' as const, questionIndex, answeredBy: answered }]),
  ];
}

export interface RoomPulsesOptions {
  clock: Clock;
  /** Tells what there is to be told of a room; when to try again, if it is too soon. */
  pulse(roomId: string): Promise<number | undefined>;
  failed(error: unknown): void;
}

/** Which rooms have something to tell that many do at once, and when each is told next. */
export class RoomPulses {
  readonly #options: RoomPulsesOptions;
  readonly #limit = pLimit(width);
  /** Rooms that wait for their pulse; true: something came while it was under way. */
  readonly #waiting = new Map<string, { again: boolean }>();
  readonly #stopping = new AbortController();

  constructor(options: RoomPulsesOptions) {
    this.#options = options;
  }

  /** There is something to tell. */
  mark(roomId: string): void {
    const waiting = this.#waiting.get(roomId);
    if (waiting) waiting.again = true;
    else if (!this.#stopping.signal.aborted) void this.#tell(roomId);
  }

  /** Lets go of what waits: other nodes, or the sweep, tell it. */
  stop(): void {
    this.#stopping.abort();
  }

  async #tell(roomId: string): Promise<void> {
    const { clock, pulse, failed } = this.#options;
    const { signal } = this.#stopping;
    const waiting = { again: true };
    this.#waiting.set(roomId, waiting);
    await clock.reach(clock.now() + gatherMs, signal);
    while (waiting.again && !signal.aborted) {
      waiting.again = false;
      const retryAt = await this.#limit(() => pulse(roomId)).catch((error: unknown) => {
        failed(error);
        return clock.now() + pulseMs;
      });
      waiting.again ||= retryAt !== undefined;
      await clock.reach(retryAt ?? clock.now() + pulseMs, signal);
    }
    this.#waiting.delete(roomId);
  }
}
