import { gql } from '../gql/gql.ts';

/** Operations of groups. */
export const createGroup = gql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      __typename
      ... on CreateGroupPayload {
        group { id name description open maxMembers memberCount inviteCode createdAt endedAt owner { id } me { role joinedAt } scoreboard { id key size } }
      }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
      ... on TooManyGroupsError { most }
    }
  }`);

export const joinGroup = gql(`
  mutation JoinGroup($input: JoinGroupInput!) {
    joinGroup(input: $input) {
      __typename
      ... on JoinGroupPayload { group { id memberCount inviteCode me { role joinedAt user { id } } } }
      ... on Error { message }
      ... on GroupFullError { maxMembers }
      ... on BannedError { reason }
      ... on TooManyGroupsError { most }
    }
  }`);

export const leaveGroup = gql(`
  mutation LeaveGroup($groupId: ID!) {
    leaveGroup(input: { groupId: $groupId }) {
      __typename
      ... on LeaveGroupPayload { group { id memberCount inviteCode endedAt owner { id } me { role } } }
      ... on Error { message }
    }
  }`);

export const kickGroupMember = gql(`
  mutation KickGroupMember($groupId: ID!, $userId: ID!) {
    kickGroupMember(input: { groupId: $groupId, userId: $userId }) {
      __typename
      ... on KickGroupMemberPayload { group { id memberCount } }
      ... on Error { message }
      ... on MemberProtectedError { because }
      ... on NotAMemberError { userId }
    }
  }`);

export const banFromGroup = gql(`
  mutation BanFromGroup($groupId: ID!, $userId: ID!, $reason: String) {
    banFromGroup(input: { groupId: $groupId, userId: $userId, reason: $reason }) {
      __typename
      ... on BanFromGroupPayload { group { id memberCount bans { edges { node { reason bannedAt user { id } by { id } } } } } }
      ... on Error { message }
      ... on MemberProtectedError { because }
    }
  }`);

export const unbanFromGroup = gql(`
  mutation UnbanFromGroup($groupId: ID!, $userId: ID!) {
    unbanFromGroup(input: { groupId: $groupId, userId: $userId }) {
      __typename
      ... on UnbanFromGroupPayload { group { id bans { edges { node { user { id } } } } } }
      ... on Error { message }
    }
  }`);

export const setGroupRole = gql(`
  mutation SetGroupRole($groupId: ID!, $userId: ID!, $role: AssignableGroupRole!) {
    setGroupRole(input: { groupId: $groupId, userId: $userId, role: $role }) {
      __typename
      ... on SetGroupRolePayload { group { id members { edges { node { role user { id } } } } } }
      ... on Error { message }
      ... on MemberProtectedError { because }
    }
  }`);

export const transferGroup = gql(`
  mutation TransferGroup($groupId: ID!, $userId: ID!) {
    transferGroup(input: { groupId: $groupId, userId: $userId }) {
      __typename
      ... on TransferGroupPayload { group { id owner { id } me { role } } }
      ... on Error { message }
    }
  }`);

export const updateGroup = gql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      __typename
      ... on UpdateGroupPayload { group { id name description open maxMembers inviteCode } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const newInviteCode = gql(`
  mutation NewInviteCode($groupId: ID!, $insteadOf: String) {
    newInviteCode(input: { groupId: $groupId, insteadOf: $insteadOf }) {
      __typename
      ... on NewInviteCodePayload { group { id inviteCode } }
      ... on Error { message }
    }
  }`);

export const inviteToGroup = gql(`
  mutation InviteToGroup($groupId: ID!, $userId: ID!) {
    inviteToGroup(input: { groupId: $groupId, userId: $userId }) {
      __typename
      ... on InviteToGroupPayload { group { id inviteCode } }
      ... on Error { message }
    }
  }`);

export const groupState = gql(`
  query GroupState($id: ID!, $first: Int, $after: String) {
    group(id: $id) {
      id name description open maxMembers memberCount inviteCode createdAt endedAt
      owner { id } me { role joinedAt }
      members(first: $first, after: $after) {
        edges { cursor node { role joinedAt user { id handle } } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      }
      bans { edges { cursor node { reason user { id } } } }
      scoreboard { id key size }
    }
  }`);

export const groupScores = gql(`
  query GroupScores($id: ID!) {
    group(id: $id) { scoreboard { size top(first: 200) { edges { node { score rank user { id } } } } entry { score } } }
  }`);

export const groups = gql(`
  query Groups($mine: Boolean, $search: String, $first: Int, $after: String) {
    groups(mine: $mine, search: $search, first: $first, after: $after) {
      edges { cursor node { id name memberCount owner { id } me { role } } }
      pageInfo { hasNextPage endCursor }
    }
  }`);

export const invitations = gql(`
  subscription Invitations($after: String) {
    myEvents(after: $after) {
      __typename seq
      ... on InvitationReceived { groupId groupName inviteCode by { id handle displayName } }
    }
  }`);

export const polledInvitations = gql(`
  query PolledInvitations {
    me { events { edges { node { __typename ... on InvitationReceived { groupId groupName inviteCode by { id } } } } } }
  }`);
