import { globalBoardId, Scoreboard } from '../../entities/scoreboard.ts';
import { User } from '../../entities/user.ts';
import type { PlaceOnBoard } from '../../rules/chatTexts.ts';
import type { BoardSeason } from '../../subscriptions/standings/standing.ts';
import { onlySeasonOf, seasonOf } from '../scoreboard/findBoard.ts';
import type { Services } from '../services.ts';

const shown = 5;
const mostTournaments = 3;

/** A person’s place on the global board, and in the groups of the tournaments they are in that are not over. */
export async function standingsOfPerson(services: Services, userId: string): Promise<PlaceOnBoard[]> {
  const em = services.orm.em.fork();
  const global = await em.findOneOrFail(Scoreboard, globalBoardId);
  const { rows: groups } = await services.pool.query<{ id: string; name: string }>(
    `select e.group_id as id, t.name from tournament_entry e join tournament t on t.id = e.tournament_id
     where e.user_id = $1 and t.finished_at is null and t.cancelled_at is null order by t.ends_at limit ${mostTournaments}`,
    [userId],
  );
  const boards: [title: string, season: BoardSeason][] = [
    ['All players', seasonOf(global)],
    ...groups.map(({ id, name }): [string, BoardSeason] => [name, onlySeasonOf(id)]),
  ];
  return Promise.all(
    boards.map(async ([title, season]): Promise<PlaceOnBoard> => {
      const [{ entries, size }, [own]] = await Promise.all([
        services.ranks.best(season, shown),
        services.ranks.entries(season, [userId]),
      ]);
      const people = await services.orm.em.fork().find(User, { id: { $in: entries.map((entry) => entry.userId) } });
      const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
      return {
        title,
        size,
        top: entries.map(({ userId: id, rank, score }) => ({ rank, score, name: names.get(id) ?? '' })),
        own: own ? { rank: own.rank, score: own.score } : null,
      };
    }),
  );
}
