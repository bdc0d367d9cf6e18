import pg, { type ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { TournamentEntry, type GroupingRule } from '../../entities/tournament.ts';
import { pickGroup, type GroupSeats } from '../../rules/grouping.ts';
import { statusAt, type TournamentTimes } from '../../rules/tournament.ts';
import { streamId } from '../../subscriptions/topics.ts';
import { requireViewer } from '../badRequest.ts';
import { moveCoins } from '../coins/moveCoins.ts';
import type { Context } from '../context.ts';
import { EntryClosedError, LevelTooLowError, NotEnoughCoinsError, NotFoundError } from '../errors.ts';
import type { EnteredTournament as Entry } from '../productObserver.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import type { Services } from '../services.ts';
import { announce, appendEvents, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { ensureDailyTournament } from './ensureDailyTournament.ts';
import { takeSeat } from './takeSeat.ts';

interface EnteredTournament extends TournamentTimes {
  id: string;
  name: string;
  minLevel: number;
  entryFee: number;
  groupSize: number;
  groupingRule: GroupingRule;
}

/** What decides whether, and where, someone may enter. */
interface Applicant {
  level: number;
  coins: number;
  /** The entry they have already. */
  entryId: string | null;
  groupCount: number;
  /** Those that are not full. */
  groups: GroupSeats[];
}

/**
 * Seats the caller in a group and takes the fee: both or neither. Entering again is the same entry. Entries of one
 * tournament are made one after the other under its row's lock, so groups fill exactly.
 */
export async function enterTournament(
  context: Context,
  { tournamentId }: { tournamentId?: string | null | undefined },
): Promise<TournamentEntry> {
  const { userId } = requireViewer(context);
  const { services, em } = context;
  const { pool, games, observer, clock } = services;
  const id = tournamentId ?? (await ensureDailyTournament(services));
  // Whoever may not enter, or has, is told without waiting for anyone.
  const tournament = await loadTournament(pool, id, '');
  if (!tournament) throw new NotFoundError('tournament');
  let entryId = admitted(tournament, await loadApplicant(pool, tournament, userId), clock.now());
  if (!entryId) {
    const entered = await games.run(id, () =>
      retrying(observer, () => inTransaction(pool, (client) => enter(client, services, id, userId))),
    );
    if (entered.seated) {
      tell(services, entered.seated);
      observer.tournamentEntered(tournament.entryFee);
    }
    ({ entryId } = entered);
  }
  em.clear();
  return em.findOneOrFail(TournamentEntry, entryId);
}

/** A new seat, and the events that say what it cost. */
interface Seated {
  entry: Entry;
  events: Appended[];
}

interface Entered {
  entryId: string;
  /** Left out when they had the entry already. */
  seated?: Seated;
}

async function enter(client: ClientBase, { clock }: Services, id: string, userId: string): Promise<Entered> {
  const tournament = await loadTournament(client, id, 'for no key update');
  if (!tournament) throw new NotFoundError('tournament');
  // A statement of its own: it sees everyone who was seated before the lock came.
  const applicant = await loadApplicant(client, tournament, userId);
  const at = clock.now();
  const known = admitted(tournament, applicant, at);
  if (known) return { entryId: known };
  const { entryFee, groupSize, groupingRule } = tournament;
  const picked = pickGroup(groupingRule, applicant.level, applicant.groups, groupSize);
  const seat = { entryId: uuid(), userId, tournament, at };
  const groupId = await takeSeat(
    client,
    seat,
    'group' in picked ? picked.group : { newBand: picked.newBand, number: applicant.groupCount + 1 },
  );
  const events: Appended[] = [];
  if (entryFee > 0) {
    await client.query('select from users where id = $1 for no key update', [userId]);
    const reference = `Entry:${id}:${userId}`;
    const changed = await moveCoins(client, { reference, userId, amount: -entryFee, reason: 'ENTRY_FEE', at });
    events.push(await appendEvents(client, streamId('User', userId), [changed], at));
  }
  const { entryId } = seat;
  return { entryId, seated: { entry: { entryId, tournamentId: id, groupId, userId, fee: entryFee, at }, events } };
}

/** The entry that someone has already, or undefined when they may enter. Throws what keeps them from it. */
function admitted(
  tournament: EnteredTournament,
  { entryId, level, coins }: Applicant,
  now: number,
): string | undefined {
  if (entryId) return entryId;
  const { minLevel, entryFee } = tournament;
  if (statusAt(tournament, now) !== 'OPEN') throw new EntryClosedError(tournament);
  if (level < minLevel) throw new LevelTooLowError(level, minLevel);
  if (coins < entryFee) throw new NotEnoughCoinsError(coins, entryFee);
  return undefined;
}

function tell(services: Services, { entry, events }: Seated): void {
  announce(services, events);
  // Someone new at the foot of the group, at zero.
  services.standings.changed(onlySeasonOf(entry.groupId), []);
  services.product.tournamentEntered(entry);
}

async function loadTournament(
  connection: ClientBase | Services['pool'],
  id: string,
  lock: 'for no key update' | '',
): Promise<EnteredTournament | undefined> {
  const { rows } = await connection.query<EnteredTournament>({
    name: lock ? 'lock-tournament' : 'enter-tournament',
    text: `
      select id, name, min_level as "minLevel", entry_fee as "entryFee", group_size as "groupSize",
        grouping_rule as "groupingRule", starts_at as "startsAt", entry_closes_at as "entryClosesAt",
        ends_at as "endsAt", closed_at as "closedAt", finished_at as "finishedAt", cancelled_at as "cancelledAt"
      from tournament where id = $1 ${lock}`,
    values: [id],
    types: pg.types,
  });
  return rows[0];
}

async function loadApplicant(
  connection: ClientBase | Services['pool'],
  { id, groupSize }: EnteredTournament,
  userId: string,
): Promise<Applicant> {
  const { rows } = await connection.query<Applicant>({
    name: 'tournament-applicant',
    text: `
      select u.level, u.coins,
        (select e.id from tournament_entry e where e.tournament_id = $1 and e.user_id = $2) as "entryId",
        (select count(*)::int from tournament_group where tournament_id = $1) as "groupCount",
        (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (
           select id, number, band, size from tournament_group where tournament_id = $1 and size < $3) g) as groups
      from users u where u.id = $2`,
    values: [id, userId, groupSize],
  });
  const [applicant] = rows;
  if (!applicant) throw new NotFoundError('user');
  return applicant;
}
