import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Quiz } from '../../entities/quiz.ts';
import { QuizRoom } from '../../entities/quizRoom.ts';
import { isGuessable, pinCount, pinOf } from '../../rules/quiz/pin.ts';
import { openRoom } from '../../rules/quiz/quizRoom.ts';
import { readRoomSettings, type SettingsInput } from '../../rules/quiz/roomSettings.ts';
import { isText } from '../../rules/text.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { ownQuiz } from '../quiz/ownQuiz.ts';
import type { Rooms, Services } from '../services.ts';
import { announce } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { personOf } from './personOf.ts';
import { columnsOf, roomRow } from './roomState.ts';
import { saveDeadline, saveRoom } from './saveRoom.ts';

export interface OpenQuizRoomInput {
  quizId: string;
  settings?: SettingsInput | null | undefined;
  /** The caller's own name for this room. */
  key?: string | null | undefined;
}

const keyLength = 80;
const inviteBytes = 9;

/** Opens a room for a quiz of the caller's, who becomes its host. The same key again is the room it opened first. */
export async function openQuizRoom(context: Context, { quizId, settings, key }: OpenQuizRoomInput): Promise<QuizRoom> {
  const { userId } = requireViewer(context);
  const { em, services } = context;
  if (typeof key === 'string' && !isText(key, keyLength)) {
    throw new InvalidInputError([{ field: 'key', message: `must have 1 to ${keyLength} visible characters.` }]);
  }
  const read = readRoomSettings(settings ?? {});
  if ('problems' in read) {
    const fields = read.problems.map(({ field, message }) => ({ field: `settings.${field}`, message }));
    throw new InvalidInputError(fields);
  }
  const before = typeof key === 'string' ? await em.findOne(QuizRoom, { openedBy: userId, key }) : null;
  if (before) return before;
  const quiz = await ownQuiz(context, quizId);
  await services.limits.take('quizRoomsPerUser', userId);
  const host = await personOf(services, userId);
  const opened = await retrying(services.observer, async () => {
    const known = typeof key === 'string' ? await em.fork().findOne(QuizRoom, { openedBy: userId, key }) : null;
    return known ? { id: known.id } : open(services, { quiz, settings: read.settings, host, key: key ?? null });
  });
  return em.findOneOrFail(QuizRoom, opened.id);
}

interface Opening {
  quiz: Quiz;
  settings: QuizRoom['settings'];
  host: PersonRef;
  key: string | null;
}

/** A PIN that another room has, or got meanwhile, fails as a whole and is drawn anew. */
async function open(services: Services, { quiz, settings, host, key }: Opening): Promise<{ id: string }> {
  const { pool, clock, deadlines, rooms } = services;
  const at = clock.now();
  const { title, questions } = quiz;
  const id = uuid();
  const { state, events, scored, deadline } = openRoom({ id, settings, questions, host }, at);
  const version = uuid();
  const row = {
    ...roomRow(state),
    quiz_id: quiz.id,
    opened_by_id: host.id,
    key,
    pin: settings.pinEntry ? drawPin(rooms) : null,
    invite_code: randomBytes(inviteBytes).toString('base64url'),
    settings,
    title,
    questions,
    version,
    created_at: new Date(at),
  };
  const columns = columnsOf(row);
  const saved = await inTransaction(pool, async (client) => {
    await client.query({
      name: 'open-quiz-room',
      text: `
        with board as (
          insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
          values ($1, 'quiz-room:' || $1::uuid, 'QUIZ_ROOM', $2, 'INCREMENT', 'HIGHEST_FIRST', $3))
        insert into quiz_room (${columns}) select ${columns} from jsonb_populate_record(null::quiz_room, $4)`,
      values: [id, title, new Date(at), JSON.stringify(row)],
    });
    const change = { before: { ...state, members: [] }, state, events, scored, deadline, version, told: false, at };
    const written = await saveRoom(client, change);
    await saveDeadline(client, id, deadline);
    return written;
  });
  rooms.known.set(id, { version, state });
  announce(services, saved.appended);
  deadlines.wake();
  return { id };
}

/** Each that is not guessable comes as often as any other. */
function drawPin({ randomInt }: Rooms): string {
  for (;;) {
    const pin = pinOf(randomInt(pinCount));
    if (!isGuessable(pin)) return pin;
  }
}
