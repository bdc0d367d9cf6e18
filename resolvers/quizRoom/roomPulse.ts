import type { ClientBase } from 'pg';
import type { QuizAction } from '../../rules/quiz/quizDecision.ts';
import type { QuizRoomState } from '../../rules/quiz/quizState.ts';

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
