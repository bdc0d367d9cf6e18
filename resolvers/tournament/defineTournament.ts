import { isDeepStrictEqual } from 'node:util';
import { type RewardBand, Tournament } from '../../entities/tournament.ts';
import { usualTerms, type TournamentDefinition } from '../../rules/tournament.ts';
import { definitionFaults } from '../../rules/tournamentDefinition.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { auditRow } from '../operator/auditRow.ts';
import { createTournament } from './createTournament.ts';

export interface DefineTournamentInput {
  name: string;
  startsAt: Date;
  entryClosesAt: Date;
  endsAt: Date;
  minLevel?: number | null | undefined;
  entryFee?: number | null | undefined;
  groupSize?: number | null | undefined;
  rewards?: readonly RewardBand[] | null | undefined;
}

/**
 * Makes a tournament of an operator's own, beside the daily one, which is written down with it. The same name and start with the same settings again is
 * the same tournament.
 */
export async function defineTournament(context: Context, input: DefineTournamentInput): Promise<Tournament> {
  const { services, em } = context;
  const wanted = definitionOf(input);
  const faults = definitionFaults(wanted);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const find = () => em.findOne(Tournament, { name: wanted.name, startsAt: new Date(wanted.startsAt) });
  let tournament = await find();
  if (!tournament) {
    if (wanted.entryClosesAt <= services.clock.now()) {
      throw new InvalidInputError([{ field: 'entryClosesAt', message: 'must not be over: nobody could enter.' }]);
    }
    const audit = (id: string) => auditRow(context, { action: 'defineTournament', subject: `Tournament:${id}` });
    await createTournament(services, wanted, { audit });
    tournament = await find();
  }
  if (!tournament) throw new RangeError(`The tournament ${wanted.name} was not made`);
  if (!isDeepStrictEqual(settingsOf(tournament), wanted)) {
    throw new InvalidInputError([
      { field: 'name', message: 'is that of another tournament that starts then, with other settings.' },
    ]);
  }
  return tournament;
}

function definitionOf({
  name,
  startsAt,
  entryClosesAt,
  endsAt,
  ...terms
}: DefineTournamentInput): TournamentDefinition {
  const rewards = (terms.rewards ?? usualTerms.rewards).map(({ fromRank, toRank, coins }) => ({
    fromRank,
    toRank,
    coins,
  }));
  return {
    name: name.trim(),
    startsAt: startsAt.getTime(),
    entryClosesAt: entryClosesAt.getTime(),
    endsAt: endsAt.getTime(),
    minLevel: terms.minLevel ?? usualTerms.minLevel,
    entryFee: terms.entryFee ?? usualTerms.entryFee,
    groupSize: terms.groupSize ?? usualTerms.groupSize,
    rewards: rewards.sort((one, other) => one.fromRank - other.fromRank),
  };
}

function settingsOf(tournament: Tournament): TournamentDefinition {
  const { name, startsAt, entryClosesAt, endsAt, minLevel, entryFee, groupSize, rewards } = tournament;
  return {
    name,
    startsAt: startsAt.getTime(),
    entryClosesAt: entryClosesAt.getTime(),
    endsAt: endsAt.getTime(),
    minLevel,
    entryFee,
    groupSize,
    rewards: rewards.map(({ fromRank, toRank, coins }) => ({ fromRank, toRank, coins })),
  };
}
