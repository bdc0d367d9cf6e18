import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { NotFoundError } from '../errors.ts';
import type { Services } from '../services.ts';

/** What a person is called now. */
export async function personOf({ pool }: Pick<Services, 'pool'>, userId: string): Promise<PersonRef> {
  const { rows } = await pool.query<PersonRef>({
    name: 'person-of',
    text: 'select id, handle, display_name as "displayName" from users where id = $1',
    values: [userId],
  });
  const [person] = rows;
  if (!person) throw new NotFoundError('user');
  return person;
}
