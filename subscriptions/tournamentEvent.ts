import { z } from 'zod';

/** The version written today. A reader refuses what is newer than it knows. */
export const tournamentEventVersion = 1;

/** The steps of a tournament. Times are Unix milliseconds. */
export const tournamentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TournamentOpened'), entryClosesAt: z.number(), endsAt: z.number() }),
  z.object({ type: z.literal('EntryClosed'), participantCount: z.number(), groupCount: z.number() }),
  z.object({ type: z.literal('TournamentFinished'), finishedAt: z.number(), participantCount: z.number() }),
]);
export type TournamentEvent = z.infer<typeof tournamentEvent>;
export type TournamentEventType = TournamentEvent['type'];
