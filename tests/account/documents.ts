import { gql } from '../gql/gql.ts';

export const signUp = gql(`
  mutation AccountSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }
      ... on HandleTakenError { handle message }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const signIn = gql(`
  mutation AccountSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }
      ... on WrongCredentialsError { message }
    }
  }`);

export const playAsGuest = gql(`
  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {
    playAsGuest(input: $input) {
      __typename
      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const refreshSession = gql(`
  mutation AccountRefreshSession($refreshToken: String!) {
    refreshSession(input: { refreshToken: $refreshToken }) {
      __typename
      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }
      ... on InvalidRefreshTokenError { reason message }
    }
  }`);

export const signOut = gql(`
  mutation AccountSignOut($everywhere: Boolean) {
    signOut(input: { everywhere: $everywhere }) {
      __typename
      ... on SignOutPayload { ok }
      ... on NoSessionError { message }
    }
  }`);

export const mySessions = gql(`
  query AccountSessions { mySessions { id device createdAt lastUsedAt expiresAt current } }`);

export const endSession = gql(`
  mutation AccountEndSession($sessionId: ID!) {
    endSession(input: { sessionId: $sessionId }) {
      __typename
      ... on EndSessionPayload { ok }
      ... on NotFoundError { message }
    }
  }`);

export const userByHandle = gql(`
  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }`);

export const userByNode = gql(`
  query AccountNode($id: ID!) {
    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }
  }`);

export const serverTime = gql(`query AccountServerTime { serverTime }`);
