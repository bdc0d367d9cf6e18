import { User } from '../../entities/user.ts';
import { coinsPerLevel, mostLevels } from '../../rules/levels.ts';
import { isText } from '../../rules/text.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotFoundError, type InvalidField } from '../errors.ts';
import { inTransaction, LostRaceError, retrying } from '../transaction.ts';
import { gainLevels, lockPerson } from './gainLevels.ts';
import { tellAll } from './tellAll.ts';

const longestEventId = 200;

export interface RecordProgressInput {
  userId: string;
  levels: number;
  eventId: string;
}

/** Gives a person levels for something that happened elsewhere, once per event id. */
export async function recordProgress(
  { services, em }: Context,
  { userId, levels, eventId }: RecordProgressInput,
): Promise<{ user: User; coinsEarned: number }> {
  const wrong: InvalidField[] = [];
  if (levels < 1 || levels > mostLevels) wrong.push({ field: 'levels', message: `must be from 1 to ${mostLevels}.` });
  if (!isText(eventId, longestEventId)) {
    wrong.push({ field: 'eventId', message: `must have 1 to ${longestEventId} visible characters.` });
  }
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const source = `Progress:${eventId}`;
  const record = () =>
    inTransaction(services.pool, async (client) => {
      const at = services.clock.now();
      const person = await lockPerson(client, userId, at);
      if (!person) throw new NotFoundError('user');
      const { rows } = await client.query<{ userId: string; levels: number }>(
        'select user_id as "userId", levels from level_gain where source = $1',
        [source],
      );
      const [known] = rows;
      if (known && (known.userId !== userId || known.levels !== levels)) {
        throw new InvalidInputError([
          { field: 'eventId', message: 'was recorded before, for another person or other levels.' },
        ]);
      }
      if (known) return undefined;
      if (person.level + levels > mostLevels) {
        throw new InvalidInputError([{ field: 'levels', message: `would raise the level past ${mostLevels}.` }]);
      }
      const gain = await gainLevels(client, person, { levels, source, at });
      // Recorded for somebody else meanwhile, whose row is another: a second look sees that.
      if (!gain) throw new LostRaceError();
      return gain;
    });
  // A person's many gains at once wait here, in order, and not all of them for the lock.
  const told = await services.games.run(userId, () => retrying(services.observer, record));
  if (told) tellAll(services, told);
  em.clear();
  return { user: await em.findOneOrFail(User, userId), coinsEarned: levels * coinsPerLevel };
}
