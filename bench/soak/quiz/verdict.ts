import type pg from 'pg';
import { mark } from '../../../rules/quiz/scoring.ts';
import type { Tally } from '../tally.ts';
import type { RoomRecord } from './roomRecord.ts';
import type { PlayedRoom } from './roomTable.ts';

/** What the log says of one room, or of all. */
export interface RoomFacts {
  events: number;
  opened: number;
  revealed: number;
  /** Answers that the reveals counted, and those among them that were right. */
  counted: number;
  right: number;
  /** The longest from a question's deadline to its reveal, in milliseconds. */
  latestRevealMs: number;
}

export type Found = 'answer' | 'score' | 'question';

interface Result {
  userId: string;
  options: number[] | null;
  correct: boolean;
  points: number;
  streak: number;
  score: number;
}
interface Logged {
  seq: number;
  type: string;
  at: number;
  payload: {
    questionIndex: number;
    deadline: number | null;
    phase?: string;
    answered: number;
    distribution: number[];
    results: Result[];
    podium: { person: { id: string }; score: number }[];
  };
}

/** Of each player, what they have by now. */
type Scores = Map<string, { score: number; streak: number }>;

/**
 * Holds a room that is over against the event log and the tables: every answer that was accepted is counted in its
 * reveal and in the scores, as whoever gave it was told; each question opened and closed once; everybody got everything.
 */
export async function judgeRoom(
  client: pg.Client,
  { record, players, followers }: PlayedRoom,
  tally: Tally,
  wrong: (found: Found, what: string) => void,
): Promise<RoomFacts> {
  const { rows: log } = await client.query<Logged>({
    name: 'soak-room-log',
    text: `select seq, type, payload, extract(epoch from at)::float8 * 1000 as at from event where stream = $1 order by seq`,
    values: [record.id],
  });
  const head = log.at(-1)?.seq ?? 0;
  for (const { lastSeq } of followers) {
    if (lastSeq < head) tally.breach('loss', `${record.id}: ended at ${lastSeq} of ${head}`, head - lastSeq);
    if (lastSeq > head) tally.breach('difference', `${record.id}: ended at ${lastSeq}, and the log at ${head}`);
  }
  if (log.at(-1)?.type !== 'QuizEnded') wrong('question', `${record.id} did not end`);
  const facts = { events: log.length, opened: 0, revealed: 0, counted: 0, right: 0, latestRevealMs: 0 };
  const so: Scores = new Map([...players.keys()].map((userId) => [userId, { score: 0, streak: 0 }]));
  let open: { index: number; deadline: number } | undefined;
  for (const { type, at, payload } of log) {
    const { questionIndex: index, deadline } = payload;
    if (type === 'QuestionOpened') {
      if (open || index !== facts.opened)
        wrong('question', `${record.id}: ${index} opened after ${facts.opened} others`);
      facts.opened += 1;
      open = { index, deadline: deadline ?? 0 };
    }
    if (type === 'QuizResumed' && payload.phase === 'QUESTION') open = { index, deadline: deadline ?? 0 };
    if (type !== 'QuestionRevealed') continue;
    if (open?.index !== index) wrong('question', `${record.id}: ${index} closed, and ${open?.index} was open`);
    facts.latestRevealMs = Math.max(facts.latestRevealMs, at - (open?.deadline ?? at));
    facts.revealed += 1;
    open = undefined;
    const counted = judgeReveal(record, payload, so, (found, what) => wrong(found, `${record.id}: ${what}`));
    facts.counted += counted.answers;
    facts.right += counted.right;
    for (const result of payload.results) {
      const told = players.get(`User:${result.userId}`)?.results[index];
      const same = JSON.stringify(told?.options) === JSON.stringify(result.options) && told?.score === result.score;
      if (!same) wrong('score', `${record.id}: ${result.userId} was told ${JSON.stringify(told)} of ${index}`);
    }
  }
  if (open) wrong('question', `${record.id}: ${open.index} never closed`);
  const podium = log.at(-1)?.payload.podium ?? [];
  await judgeScores(client, record, so, podium, (what) => wrong('score', `${record.id}: ${what}`));
  const kept = [...record.questions.keys()].reduce((sum, index) => sum + record.accepted(index).size, 0);
  if (kept !== facts.counted)
    wrong('answer', `${record.id}: ${kept} answers were accepted and ${facts.counted} counted`);
  return facts;
}

/** One reveal against the answers that were accepted: theirs, no others, and what they give. */
function judgeReveal(
  record: RoomRecord,
  { questionIndex: index, answered, distribution, results }: Logged['payload'],
  so: Scores,
  wrong: (found: Found, what: string) => void,
): { answers: number; right: number } {
  const { questions, settings } = record;
  const question = questions[index];
  if (!question) throw new RangeError(`There is no question ${index}`);
  const accepted = record.accepted(index);
  const counted = new Map(results.flatMap((result) => (result.options ? [[`User:${result.userId}`, result]] : [])));
  for (const userId of counted.keys()) {
    if (!accepted.has(userId)) wrong('answer', `${userId} is counted in ${index} and had no answer accepted`);
  }
  let right = 0;
  for (const [userId, { score, streak }] of so) {
    const answer = accepted.get(userId) ?? null;
    const result = counted.get(userId);
    if (answer && JSON.stringify(result?.options) !== JSON.stringify(answer.options)) {
      wrong(
        'answer',
        `${userId} had ${JSON.stringify(answer)} accepted in ${index}, and ${JSON.stringify(result)} counted`,
      );
    }
    const given = answer && { options: answer.options, timeShare: answer.elapsedMs / (question.seconds * 1_000) };
    const marked = mark({ question, settings: { ...settings, streakBonus: true }, answer: given, streak });
    const now = { score: score + marked.points, streak: marked.streak };
    so.set(userId, now);
    if (marked.correct) right += 1;
    if (result && (result.points !== marked.points || result.score !== now.score)) {
      wrong('score', `${userId} has ${JSON.stringify(result)} from ${index}, and ${JSON.stringify(marked)} is due`);
    }
  }
  const chosen = [...accepted.values()].flatMap(({ options }) => options);
  const shares = question.options.map((_, place) => chosen.filter((option) => option === place).length);
  if (answered !== accepted.size || JSON.stringify(distribution) !== JSON.stringify(shares)) {
    wrong(
      'answer',
      `${index} has ${answered} answers, ${distribution.join()}; ${accepted.size} were accepted, ${shares.join()}`,
    );
  }
  return { answers: counted.size, right };
}

/** What the tables and the podium have in the end. */
async function judgeScores(
  client: pg.Client,
  { id }: RoomRecord,
  so: Scores,
  podium: Logged['payload']['podium'],
  wrong: (what: string) => void,
): Promise<void> {
  const { rows } = await client.query<{ userId: string; score: number; standing: number | null }>({
    name: 'soak-room-scores',
    text: `
      select 'User:' || m.user_id as "userId", m.score, s.score as standing
      from quiz_member m left join standing s on s.scoreboard_id = m.room_id and s.user_id = m.user_id
      where m.room_id = $1 and m.plays`,
    values: [id.slice('QuizRoom:'.length)],
  });
  if (rows.length !== so.size) wrong(`${rows.length} play, and ${so.size} joined`);
  for (const { userId, score, standing } of rows) {
    const due = so.get(userId)?.score;
    if (score !== due || standing !== due) wrong(`${userId} has ${score}, on the board ${standing}, and ${due} is due`);
  }
  const best = [...so.values()].map(({ score }) => score).sort((one, other) => other - one);
  if (podium.some(({ score }, place) => score !== best[place])) wrong(`the podium is ${JSON.stringify(podium)}`);
}
