import { gql } from '../gql/gql.ts';

/** Operations of tournaments. */
export const currentTournament = gql(`
  query CurrentTournament {
    currentTournament {
      id cursor name status startsAt entryClosesAt endsAt finishedAt minLevel entryFee groupSize participantCount
      rewards { fromRank toRank coins }
      myEntry { id }
    }
  }`);

export const tournamentState = gql(`
  query TournamentState($id: ID!) {
    tournament(id: $id) {
      id cursor name status finishedAt participantCount
      myEntry { id rank score coinsEarned claimedAt group { id number band size } }
    }
  }`);

export const enterTournament = gql(`
  mutation EnterTournament($input: EnterTournamentInput! = {}) {
    enterTournament(input: $input) {
      __typename
      ... on EnterTournamentPayload {
        entry { id rank score coinsEarned enteredAt claimedAt user { id coins } tournament { id status } group { id number band size } }
      }
      ... on Error { message }
      ... on LevelTooLowError { level minLevel }
      ... on NotEnoughCoinsError { coins needed }
      ... on EntryClosedError { startsAt entryClosesAt }
    }
  }`);

export const claimReward = gql(`
  mutation ClaimReward($input: ClaimRewardInput! = {}) {
    claimReward(input: $input) {
      __typename
      ... on ClaimRewardPayload { entry { id rank score coinsEarned claimedAt user { coins } tournament { id status } } }
      ... on Error { message }
      ... on TournamentNotFinishedError { endsAt }
    }
  }`);

export const defineTournament = gql(`
  mutation DefineTournament($input: DefineTournamentInput!) {
    defineTournament(input: $input) {
      __typename
      ... on DefineTournamentPayload {
        tournament {
          id name status startsAt entryClosesAt endsAt minLevel entryFee groupSize participantCount
          rewards { fromRank toRank coins }
        }
      }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const tournamentEvents = gql(`
  subscription TournamentEvents($tournamentId: ID!, $after: String) {
    tournamentEvents(tournamentId: $tournamentId, after: $after) {
      __typename seq cursor at
      ... on TournamentOpened { entryClosesAt endsAt }
      ... on EntryClosed { participantCount groupCount }
      ... on TournamentFinished { finishedAt participantCount }
      ... on StreamGap { reason missedFrom missedTo }
    }
  }`);

export const polledTournamentEvents = gql(`
  query PolledTournamentEvents($id: ID!, $after: String, $first: Int) {
    tournament(id: $id) {
      events(after: $after, first: $first) {
        edges {
          cursor
          node { __typename seq cursor at ... on EntryClosed { participantCount groupCount } ... on StreamGap { reason } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const myTournaments = gql(`
  query MyTournaments($first: Int, $after: String) {
    myTournaments(first: $first, after: $after) {
      edges { cursor node { id name status participantCount myEntry { id rank score group { number scoreboard { id size } } } } }
      pageInfo { hasNextPage endCursor }
    }
  }`);

export const tournaments = gql(`
  query Tournaments($open: Boolean) {
    tournaments(open: $open) { edges { node { id name status participantCount } } }
  }`);

export const groupBoard = gql(`
  query GroupBoard($id: ID!) {
    node(id: $id) {
      __typename
      ... on TournamentGroup {
        size number band tournament { id }
        scoreboard { id key size top(first: 100) { edges { node { rank score user { id } } } } }
      }
    }
  }`);

export const groupStandings = gql(`
  subscription GroupStandings($scoreboardId: ID!) {
    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }
  }`);

export const entryNode = gql(`
  query EntryNode($id: ID!) {
    node(id: $id) { __typename ... on TournamentEntry { rank score coinsEarned claimedAt user { id } tournament { id } } }
  }`);

export const contestantEvents = gql(`
  subscription ContestantEvents($after: String) {
    myEvents(after: $after) {
      __typename
      ... on LevelUp { newLevel }
      ... on CoinsChanged { coins amount reason }
      ... on RewardPaid { tournamentId rank coins }
    }
  }`);

export const raiseLevel = gql(`
  mutation RaiseLevel($userId: ID!, $levels: Int!, $eventId: String!) {
    recordProgress(input: { userId: $userId, levels: $levels, eventId: $eventId }) {
      __typename
      ... on RecordProgressPayload { coinsEarned user { id level coins } }
      ... on Error { message }
    }
  }`);
