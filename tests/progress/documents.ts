import { gql } from '../gql/gql.ts';

export const recordProgress = gql(`
  mutation ProgressRecorded($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      __typename
      ... on RecordProgressPayload { coinsEarned user { id level coins } }
      ... on NotFoundError { message }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const reserveCoins = gql(`
  mutation CoinsReserved($input: ReserveCoinsInput!) {
    reserveCoins(input: $input) {
      __typename
      ... on ReserveCoinsPayload { reservation { id amount purpose status expiresAt user { id coins } } }
      ... on NotEnoughCoinsError { message coins needed }
      ... on NotFoundError { message }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const confirmReservation = gql(`
  mutation ReservationConfirmed($reservationId: ID!) {
    confirmReservation(input: { reservationId: $reservationId }) {
      __typename
      ... on ConfirmReservationPayload { reservation { id status user { coins } } }
      ... on ReservationSettledError { message status }
      ... on NotFoundError { message }
    }
  }`);

export const rollBackReservation = gql(`
  mutation ReservationRolledBack($reservationId: ID!) {
    rollBackReservation(input: { reservationId: $reservationId }) {
      __typename
      ... on RollBackReservationPayload { reservation { id status user { coins } } }
      ... on ReservationSettledError { message status }
      ... on NotFoundError { message }
    }
  }`);

export const reservationByNode = gql(`
  query ReservationNode($id: ID!) {
    node(id: $id) { __typename ... on Reservation { id amount purpose status expiresAt user { id } } }
  }`);

export const balance = gql(
  `query ProgressBalance($id: ID!) { node(id: $id) { __typename ... on User { level coins } } }`,
);

export const onGlobalBoard = gql(`
  query ProgressGlobal($userId: ID) { globalLeaderboard { size entry(userId: $userId) { rank score user { id level } } } }`);

export const myEvents = gql(`
  subscription ProgressEvents($after: String) {
    myEvents(after: $after) {
      __typename seq cursor at
      ... on LevelUp { oldLevel newLevel coinsEarned }
      ... on CoinsChanged { coins amount reason }
    }
  }`);

export const polledUserEvents = gql(`
  query ProgressPolled($after: String, $first: Int) {
    me {
      cursor coins level
      events(after: $after, first: $first) {
        edges {
          cursor
          node { __typename seq cursor at ... on LevelUp { oldLevel newLevel coinsEarned } ... on CoinsChanged { coins amount reason } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const eventsOf = gql(`
  query ProgressEventsOf($handle: String!) { user(handle: $handle) { id events { edges { cursor } } } }`);
