import { gql } from '../gql/gql.ts';

export const operatorsView = gql(`
  query OperatorsView {
    operations {
      games(first: 20) { edges { cursor node { id status createdAt startedAt players { user { id handle } } } } }
      rooms(first: 20) { edges { cursor node { id phase title memberCount onlineCount host { id handle } } } }
      battles(first: 20) { edges { cursor node { id status title fighterCount } } }
      nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs }
      deadlines(first: 20) { edges { cursor node { kind subject dueAt nextAt attempts failedAt lastError } } pageInfo { hasNextPage endCursor } }
      jobs(first: 20) { edges { cursor node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } } }
      auditLog(first: 20) { edges { cursor node { id at user { id } service { id } action subject reason details { name value } } } }
    }
  }`);

export const auditLog = gql(`
  query OperatorsAuditLog($first: Int, $after: String, $by: ID, $action: String, $subject: ID) {
    operations {
      auditLog(first: $first, after: $after, by: $by, action: $action, subject: $subject) {
        edges { node { id at user { id handle } service { id } action subject reason details { name value } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const liveOnes = gql(`
  query OperatorsLive($game: GameStatus, $room: QuizPhase, $battle: BattleStatus, $first: Int) {
    operations {
      games(status: $game, first: $first) { edges { node { id status startedAt players { user { id handle } } } } pageInfo { hasNextPage } }
      rooms(phase: $room, first: $first) { edges { node { id phase memberCount onlineCount host { id handle } } } pageInfo { hasNextPage } }
      battles(status: $battle, first: $first) { edges { node { id status fighterCount host { handle } } } pageInfo { hasNextPage } }
    }
  }`);

export const nodes = gql(`
  query OperatorsNodes {
    operations { nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs } }
  }`);

export const deadlines = gql(`
  query OperatorsDeadlines($state: DeadlineState, $first: Int, $after: String) {
    operations {
      deadlines(state: $state, first: $first, after: $after) {
        edges { node { kind subject dueAt nextAt attempts failedAt lastError } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const jobs = gql(`
  query OperatorsJobs($failing: Boolean, $name: String, $first: Int, $after: String) {
    operations {
      jobs(failing: $failing, name: $name, first: $first, after: $after) {
        edges { node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const closeRoom = gql(`
  mutation OperatorsCloseRoom($roomId: ID!, $reason: String!) {
    closeRoom(input: { roomId: $roomId, reason: $reason }) {
      __typename
      ... on CloseRoomPayload { room { id phase pin endedAt memberCount } }
      ... on Error { message }
      ... on InvalidInputError { fields { field } }
    }
  }`);

export const kickFromRoom = gql(`
  mutation OperatorsKickFromRoom($roomId: ID!, $userId: ID!, $reason: String!) {
    kickFromRoom(input: { roomId: $roomId, userId: $userId, reason: $reason }) {
      __typename
      ... on KickFromRoomPayload { room { id phase memberCount host { id } } }
      ... on Error { message }
      ... on InvalidInputError { fields { field } }
      ... on NotKickableError { because }
    }
  }`);

export const voidThrow = gql(`
  mutation OperatorsVoidThrow($throwId: ID!, $reason: String!) {
    voidThrow(input: { throwId: $throwId, reason: $reason }) {
      __typename
      ... on VoidThrowPayload { throw { id status receipt settledAt } }
      ... on Error { message }
      ... on InvalidInputError { fields { field } }
    }
  }`);

export const retryDeadline = gql(`
  mutation OperatorsRetryDeadline($kind: DeadlineKind!, $subject: ID!, $reason: String!) {
    retryDeadline(input: { kind: $kind, subject: $subject, reason: $reason }) {
      __typename
      ... on RetryDeadlinePayload { deadline { kind subject attempts nextAt lastError } }
      ... on InvalidInputError { message fields { field } }
    }
  }`);

export const retryJob = gql(`
  mutation OperatorsRetryJob($jobId: ID!, $reason: String!) {
    retryJob(input: { jobId: $jobId, reason: $reason }) {
      __typename
      ... on RetryJobPayload { job { id name nextRunAt failures } }
      ... on InvalidInputError { message fields { field } }
    }
  }`);
