/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.AccountSignUpDocument,
    "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }": typeof types.AccountSignInDocument,
    "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.AccountPlayAsGuestDocument,
    "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }": typeof types.AccountRefreshSessionDocument,
    "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }": typeof types.AccountSignOutDocument,
    "\n  query AccountSessions { mySessions { id device createdAt lastUsedAt expiresAt current } }": typeof types.AccountSessionsDocument,
    "\n  mutation AccountEndSession($sessionId: ID!) {\n    endSession(input: { sessionId: $sessionId }) {\n      __typename\n      ... on EndSessionPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }": typeof types.AccountEndSessionDocument,
    "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }": typeof types.AccountUserDocument,
    "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }": typeof types.AccountNodeDocument,
    "query AccountServerTime { serverTime }": typeof types.AccountServerTimeDocument,
    "\n  mutation ServiceTokenRevoked($id: ID!) {\n    revokeServiceToken(input: { id: $id }) {\n      __typename\n      ... on RevokeServiceTokenPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }": typeof types.ServiceTokenRevokedDocument,
    "\n  query ServiceTokens($first: Int, $after: String) {\n    serviceTokens(first: $first, after: $after) {\n      edges { node { id name scopes createdAt expiresAt revokedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.ServiceTokensDocument,
    "\n  query ServiceTokenNode($id: ID!) { node(id: $id) { __typename ... on ServiceToken { id name } } }": typeof types.ServiceTokenNodeDocument,
    "\n  query ServiceReads($handle: String!, $id: ID!, $gameId: ID!) {\n    me { id }\n    serverTime\n    user(handle: $handle) { id level coins }\n    node(id: $id) { __typename ... on User { handle coins } }\n    game(id: $gameId) { status scoreboard { size } }\n    globalLeaderboard { key }\n    scoreboards(first: 1) { edges { node { key } } }\n  }": typeof types.ServiceReadsDocument,
    "\n  subscription ServiceFollows($scoreboardId: ID!) { standings(scoreboardId: $scoreboardId) { version size } }": typeof types.ServiceFollowsDocument,
    "query ServicePolls($handle: String!) { user(handle: $handle) { events { edges { cursor } } } }": typeof types.ServicePollsDocument,
    "\n  query BattleWarnings {\n    me { events(first: 100) { edges { node { __typename ... on BattleStarting { battleId title beginsAt } } } } }\n  }": typeof types.BattleWarningsDocument,
    "\n  mutation CreateBattle($input: CreateBattleInput!) {\n    createBattle(input: $input) {\n      __typename\n      ... on CreateBattlePayload { battle { id cursor status title seconds minFighters maxFighters beginsAt endsAt host { id } fighterCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": typeof types.CreateBattleDocument,
    "\n  mutation JoinBattle($battleId: ID!) {\n    joinBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on JoinBattlePayload { battle { id status fighterCount fighting } }\n      ... on BattleFullError { maxFighters }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": typeof types.JoinBattleDocument,
    "\n  mutation LeaveBattle($battleId: ID!) {\n    leaveBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on LeaveBattlePayload { battle { id status host { id } fighterCount fighting cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": typeof types.LeaveBattleDocument,
    "\n  mutation BeginBattle($battleId: ID!) {\n    beginBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on BeginBattlePayload { battle { id status beginsAt endsAt } }\n      ... on NotEnoughFightersError { fighters needed }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": typeof types.BeginBattleDocument,
    "\n  mutation CancelBattle($battleId: ID!) {\n    cancelBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on CancelBattlePayload { battle { id status cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": typeof types.CancelBattleDocument,
    "\n  query Battle($id: ID!) {\n    battle(id: $id) {\n      id cursor title status cancelReason seconds beginsAt endsAt finishedAt fighterCount fighting\n      host { id }\n      winner { id level }\n      fighters { user { id } score rank }\n      scoreboard { id key size top(first: 1000) { edges { node { user { id } rank score } } } }\n    }\n  }": typeof types.BattleDocument,
    "\n  query Battles($status: BattleStatus, $first: Int, $after: String) {\n    battles(status: $status, first: $first, after: $after) {\n      edges { cursor node { id title status } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.BattlesDocument,
    "\n  fragment EveryBattleEvent on BattleEvent {\n    __typename seq cursor at\n    ... on BattleJoined { fighters { id handle } fighterCount }\n    ... on BattleLeft { person { id } host { id } fighterCount }\n    ... on BattleBegan { beganAt endsAt fighterCount }\n    ... on BattleScored { scores { person { id } score } }\n    ... on BattleFinished { finishedAt ranking { rank person { id } score } winner { id } fighterCount }\n    ... on BattleCancelled { cancelReason by { id } fighterCount }\n    ... on StreamGap { reason missedFrom missedTo }\n  }": typeof types.EveryBattleEventFragmentDoc,
    "\n  subscription BattleEvents($battleId: ID!, $after: String) {\n    battleEvents(battleId: $battleId, after: $after) { ...EveryBattleEvent }\n  }": typeof types.BattleEventsDocument,
    "\n  query PolledBattleEvents($id: ID!, $after: String, $first: Int) {\n    battle(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryBattleEvent } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.PolledBattleEventsDocument,
    "\n  query BattleNode($id: ID!) { node(id: $id) { __typename id } }": typeof types.BattleNodeDocument,
    "\n  subscription GameCalls($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on ThrowAgainstYou { gameId throwId cupId challengeBy thrower { id handle } }\n      ... on ChallengeAgainstYou { gameId throwId answerBy challenger { id handle } }\n    }\n  }": typeof types.GameCallsDocument,
    "\n  query GamePolledCalls($after: String) {\n    me {\n      events(first: 200, after: $after) {\n        edges { cursor node { __typename seq ... on ThrowAgainstYou { throwId } ... on ChallengeAgainstYou { throwId } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.GamePolledCallsDocument,
    "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId, reason: \"The table was shaken.\" }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }": typeof types.GameVoidThrowDocument,
    "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }": typeof types.GameAnswerErrorsDocument,
    "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }": typeof types.GameChallengeErrorsDocument,
    "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }": typeof types.GameLogDocument,
    "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": typeof types.GamePlayAsGuestDocument,
    "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }": typeof types.GameJoinErrorsDocument,
    "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }": typeof types.GameStartErrorsDocument,
    "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }": typeof types.GameNodeDocument,
    "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }": typeof types.GameByTypedArgumentDocument,
    "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }": typeof types.GameDeepReadDocument,
    "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }": typeof types.GameDeepThrowsDocument,
    "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": typeof types.GameThrowPagesDocument,
    "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.GameOpenPagesDocument,
    "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.GameMyPagesDocument,
    "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }": typeof types.GameRejectedThrowsDocument,
    "\n  subscription GroupMemberStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }": typeof types.GroupMemberStandingsDocument,
    "\n  query GroupOwnEntry($id: ID!) { group(id: $id) { scoreboard { entry { score } } } }": typeof types.GroupOwnEntryDocument,
    "\n  query GroupBoardReads($key: String!, $userId: ID!) {\n    scoreboard(key: $key) {\n      size\n      mine: entry { score }\n      theirs: entry(userId: $userId) { score }\n      around(userId: $userId) { score }\n      top { edges { node { score } } }\n    }\n  }": typeof types.GroupBoardReadsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      __typename\n      ... on CreateGroupPayload {\n        group { id name description open maxMembers memberCount inviteCode createdAt endedAt owner { id } me { role joinedAt } scoreboard { id key size } }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyGroupsError { most }\n    }\n  }": typeof types.CreateGroupDocument,
    "\n  mutation JoinGroup($input: JoinGroupInput!) {\n    joinGroup(input: $input) {\n      __typename\n      ... on JoinGroupPayload { group { id memberCount inviteCode me { role joinedAt user { id } } } }\n      ... on Error { message }\n      ... on GroupFullError { maxMembers }\n      ... on BannedError { reason }\n      ... on TooManyGroupsError { most }\n    }\n  }": typeof types.JoinGroupDocument,
    "\n  mutation LeaveGroup($groupId: ID!) {\n    leaveGroup(input: { groupId: $groupId }) {\n      __typename\n      ... on LeaveGroupPayload { group { id memberCount inviteCode endedAt owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }": typeof types.LeaveGroupDocument,
    "\n  mutation KickGroupMember($groupId: ID!, $userId: ID!) {\n    kickGroupMember(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on KickGroupMemberPayload { group { id memberCount } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n      ... on NotAMemberError { userId }\n    }\n  }": typeof types.KickGroupMemberDocument,
    "\n  mutation BanFromGroup($groupId: ID!, $userId: ID!, $reason: String) {\n    banFromGroup(input: { groupId: $groupId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on BanFromGroupPayload { group { id memberCount bans { edges { node { reason bannedAt user { id } by { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }": typeof types.BanFromGroupDocument,
    "\n  mutation UnbanFromGroup($groupId: ID!, $userId: ID!) {\n    unbanFromGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on UnbanFromGroupPayload { group { id bans { edges { node { user { id } } } } } }\n      ... on Error { message }\n    }\n  }": typeof types.UnbanFromGroupDocument,
    "\n  mutation SetGroupRole($groupId: ID!, $userId: ID!, $role: AssignableGroupRole!) {\n    setGroupRole(input: { groupId: $groupId, userId: $userId, role: $role }) {\n      __typename\n      ... on SetGroupRolePayload { group { id members { edges { node { role user { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }": typeof types.SetGroupRoleDocument,
    "\n  mutation TransferGroup($groupId: ID!, $userId: ID!) {\n    transferGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on TransferGroupPayload { group { id owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }": typeof types.TransferGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      __typename\n      ... on UpdateGroupPayload { group { id name description open maxMembers inviteCode } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.UpdateGroupDocument,
    "\n  mutation NewInviteCode($groupId: ID!, $insteadOf: String) {\n    newInviteCode(input: { groupId: $groupId, insteadOf: $insteadOf }) {\n      __typename\n      ... on NewInviteCodePayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }": typeof types.NewInviteCodeDocument,
    "\n  mutation InviteToGroup($groupId: ID!, $userId: ID!) {\n    inviteToGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on InviteToGroupPayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }": typeof types.InviteToGroupDocument,
    "\n  query GroupState($id: ID!, $first: Int, $after: String) {\n    group(id: $id) {\n      id name description open maxMembers memberCount inviteCode createdAt endedAt\n      owner { id } me { role joinedAt }\n      members(first: $first, after: $after) {\n        edges { cursor node { role joinedAt user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage endCursor }\n      }\n      bans { edges { cursor node { reason user { id } } } }\n      scoreboard { id key size }\n    }\n  }": typeof types.GroupStateDocument,
    "\n  query GroupScores($id: ID!) {\n    group(id: $id) { scoreboard { size top(first: 200) { edges { node { score rank user { id } } } } entry { score } } }\n  }": typeof types.GroupScoresDocument,
    "\n  query Groups($mine: Boolean, $search: String, $first: Int, $after: String) {\n    groups(mine: $mine, search: $search, first: $first, after: $after) {\n      edges { cursor node { id name memberCount owner { id } me { role } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.GroupsDocument,
    "\n  subscription Invitations($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on InvitationReceived { groupId groupName inviteCode by { id handle displayName } }\n    }\n  }": typeof types.InvitationsDocument,
    "\n  query PolledInvitations {\n    me { events { edges { node { __typename ... on InvitationReceived { groupId groupName inviteCode by { id } } } } } }\n  }": typeof types.PolledInvitationsDocument,
    "\n  query GroupDeepRead {\n    groups(first: 50) {\n      edges {\n        node {\n          name memberCount inviteCode owner { handle } me { role user { handle } } scoreboard { key title }\n        }\n      }\n    }\n  }": typeof types.GroupDeepReadDocument,
    "\n  query GroupDeepMembers($id: ID!) {\n    group(id: $id) {\n      members(first: 100) { edges { node { role user { handle level } } } }\n      scoreboard { top(first: 100) { edges { node { score user { handle } } } } }\n    }\n  }": typeof types.GroupDeepMembersDocument,
    "query Me { me { id handle displayName guest level coins cursor } }": typeof types.MeDocument,
    "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.CreateGameDocument,
    "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }": typeof types.JoinGameDocument,
    "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": typeof types.StartGameDocument,
    "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": typeof types.LeaveGameDocument,
    "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.ThrowBallDocument,
    "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }": typeof types.ChallengeThrowDocument,
    "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }": typeof types.AnswerChallengeDocument,
    "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }": typeof types.GameStateDocument,
    "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }": typeof types.ThrowStateDocument,
    "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": typeof types.GameEventsDocument,
    "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }": typeof types.ThrowHopsDocument,
    "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.PolledEventsDocument,
    "\n  mutation ServiceTokenMade($input: CreateServiceTokenInput!) {\n    createServiceToken(input: $input) {\n      __typename\n      ... on CreateServiceTokenPayload { token id }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.ServiceTokenMadeDocument,
    "\n  mutation ServiceUserMade($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserPayload { user { id handle displayName guest level coins createdAt } }\n      ... on HandleTakenError { message handle }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.ServiceUserMadeDocument,
    "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }": typeof types.GameCursorsDocument,
    "\n  query OperatorsView {\n    operations {\n      games(first: 20) { edges { cursor node { id status createdAt startedAt players { user { id handle } } } } }\n      rooms(first: 20) { edges { cursor node { id phase title memberCount onlineCount host { id handle } } } }\n      battles(first: 20) { edges { cursor node { id status title fighterCount } } }\n      nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs }\n      deadlines(first: 20) { edges { cursor node { kind subject dueAt nextAt attempts failedAt lastError } } pageInfo { hasNextPage endCursor } }\n      jobs(first: 20) { edges { cursor node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } } }\n      auditLog(first: 20) { edges { cursor node { id at user { id } service { id } action subject reason details { name value } } } }\n    }\n  }": typeof types.OperatorsViewDocument,
    "\n  query OperatorsAuditLog($first: Int, $after: String, $by: ID, $action: String, $subject: ID) {\n    operations {\n      auditLog(first: $first, after: $after, by: $by, action: $action, subject: $subject) {\n        edges { node { id at user { id handle } service { id } action subject reason details { name value } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.OperatorsAuditLogDocument,
    "\n  query OperatorsLive($game: GameStatus, $room: QuizPhase, $battle: BattleStatus, $first: Int) {\n    operations {\n      games(status: $game, first: $first) { edges { node { id status startedAt players { user { id handle } } } } pageInfo { hasNextPage } }\n      rooms(phase: $room, first: $first) { edges { node { id phase memberCount onlineCount host { id handle } } } pageInfo { hasNextPage } }\n      battles(status: $battle, first: $first) { edges { node { id status fighterCount host { handle } } } pageInfo { hasNextPage } }\n    }\n  }": typeof types.OperatorsLiveDocument,
    "\n  query OperatorsNodes {\n    operations { nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs } }\n  }": typeof types.OperatorsNodesDocument,
    "\n  query OperatorsDeadlines($state: DeadlineState, $first: Int, $after: String) {\n    operations {\n      deadlines(state: $state, first: $first, after: $after) {\n        edges { node { kind subject dueAt nextAt attempts failedAt lastError } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.OperatorsDeadlinesDocument,
    "\n  query OperatorsJobs($failing: Boolean, $name: String, $first: Int, $after: String) {\n    operations {\n      jobs(failing: $failing, name: $name, first: $first, after: $after) {\n        edges { node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.OperatorsJobsDocument,
    "\n  mutation OperatorsCloseRoom($roomId: ID!, $reason: String!) {\n    closeRoom(input: { roomId: $roomId, reason: $reason }) {\n      __typename\n      ... on CloseRoomPayload { room { id phase pin endedAt memberCount } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }": typeof types.OperatorsCloseRoomDocument,
    "\n  mutation OperatorsKickFromRoom($roomId: ID!, $userId: ID!, $reason: String!) {\n    kickFromRoom(input: { roomId: $roomId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on KickFromRoomPayload { room { id phase memberCount host { id } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n      ... on NotKickableError { because }\n    }\n  }": typeof types.OperatorsKickFromRoomDocument,
    "\n  mutation OperatorsVoidThrow($throwId: ID!, $reason: String!) {\n    voidThrow(input: { throwId: $throwId, reason: $reason }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status receipt settledAt } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }": typeof types.OperatorsVoidThrowDocument,
    "\n  mutation OperatorsRetryDeadline($kind: DeadlineKind!, $subject: ID!, $reason: String!) {\n    retryDeadline(input: { kind: $kind, subject: $subject, reason: $reason }) {\n      __typename\n      ... on RetryDeadlinePayload { deadline { kind subject attempts nextAt lastError } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }": typeof types.OperatorsRetryDeadlineDocument,
    "\n  mutation OperatorsRetryJob($jobId: ID!, $reason: String!) {\n    retryJob(input: { jobId: $jobId, reason: $reason }) {\n      __typename\n      ... on RetryJobPayload { job { id name nextRunAt failures } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }": typeof types.OperatorsRetryJobDocument,
    "\n  mutation ProgressRecorded($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.ProgressRecordedDocument,
    "\n  mutation CoinsReserved($input: ReserveCoinsInput!) {\n    reserveCoins(input: $input) {\n      __typename\n      ... on ReserveCoinsPayload { reservation { id amount purpose status expiresAt user { id coins } } }\n      ... on NotEnoughCoinsError { message coins needed }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.CoinsReservedDocument,
    "\n  mutation ReservationConfirmed($reservationId: ID!) {\n    confirmReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on ConfirmReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }": typeof types.ReservationConfirmedDocument,
    "\n  mutation ReservationRolledBack($reservationId: ID!) {\n    rollBackReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on RollBackReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }": typeof types.ReservationRolledBackDocument,
    "\n  query ReservationNode($id: ID!) {\n    node(id: $id) { __typename ... on Reservation { id amount purpose status expiresAt user { id } } }\n  }": typeof types.ReservationNodeDocument,
    "query ProgressBalance($id: ID!) { node(id: $id) { __typename ... on User { level coins } } }": typeof types.ProgressBalanceDocument,
    "\n  query ProgressGlobal($userId: ID) { globalLeaderboard { size entry(userId: $userId) { rank score user { id level } } } }": typeof types.ProgressGlobalDocument,
    "\n  subscription ProgressEvents($after: String) {\n    myEvents(after: $after) {\n      __typename seq cursor at\n      ... on LevelUp { oldLevel newLevel coinsEarned }\n      ... on CoinsChanged { coins amount reason }\n    }\n  }": typeof types.ProgressEventsDocument,
    "\n  query ProgressPolled($after: String, $first: Int) {\n    me {\n      cursor coins level\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on LevelUp { oldLevel newLevel coinsEarned } ... on CoinsChanged { coins amount reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.ProgressPolledDocument,
    "\n  query ProgressEventsOf($handle: String!) { user(handle: $handle) { id events { edges { cursor } } } }": typeof types.ProgressEventsOfDocument,
    "\n  query Quiz($id: ID!) {\n    node(id: $id) {\n      ... on Quiz {\n        title questionCount author { id }\n        questions { index body options correctOptions seconds points pictureUrl explanation }\n      }\n    }\n  }": typeof types.QuizDocument,
    "\n  query Quizzes($first: Int, $after: String) {\n    quizzes(first: $first, after: $after) { edges { node { id title } } pageInfo { hasNextPage endCursor } }\n  }": typeof types.QuizzesDocument,
    "\n  mutation CreateQuiz($input: CreateQuizInput!) {\n    createQuiz(input: $input) {\n      __typename\n      ... on CreateQuizPayload { quiz { id title questionCount createdAt } }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.CreateQuizDocument,
    "\n  mutation UpdateQuiz($input: UpdateQuizInput!) {\n    updateQuiz(input: $input) {\n      __typename\n      ... on UpdateQuizPayload { quiz { id title questionCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": typeof types.UpdateQuizDocument,
    "\n  mutation DeleteQuiz($input: DeleteQuizInput!) {\n    deleteQuiz(input: $input) {\n      __typename\n      ... on DeleteQuizPayload { quizId }\n      ... on Error { message }\n    }\n  }": typeof types.DeleteQuizDocument,
    "\n  mutation ImportQuiz($input: ImportQuizInput!) {\n    importQuiz(input: $input) {\n      __typename\n      ... on ImportQuizPayload {\n        quiz { id title questions { body options correctOptions seconds points pictureUrl explanation } }\n      }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.ImportQuizDocument,
    "\n  query QuizReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      report {\n        csvPath\n        questions {\n          index body options correctOptions revealed answered correct distribution averageMs averagePoints\n        }\n        players(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              user { id handle } displayName rank score correct answered averageMs status\n              kick { by { id } reason at }\n              answers { questionIndex options correct points bonus elapsedMs }\n            }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }": typeof types.QuizReportDocument,
    "\n  query PlayersOfReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) { report { players(first: $first, after: $after) { edges { node { rank } } } } }\n  }": typeof types.PlayersOfReportDocument,
    "\n  query Reveals($id: ID!) {\n    quizRoom(id: $id) { events { edges { node { ... on QuestionRevealed { answered distribution } } } } }\n  }": typeof types.RevealsDocument,
    "\n  mutation OpenQuizRoom($input: OpenQuizRoomInput!) {\n    openQuizRoom(input: $input) {\n      __typename\n      ... on OpenQuizRoomPayload { room { id cursor pin inviteCode phase title } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": typeof types.OpenQuizRoomDocument,
    "\n  mutation JoinQuizRoom($input: JoinQuizRoomInput!) {\n    joinQuizRoom(input: $input) {\n      __typename\n      ... on JoinQuizRoomPayload { room { id cursor me { displayName role plays } } }\n      ... on BannedError { reason }\n      ... on WrongPhaseError { phase }\n      ... on RoomFullError { maxMembers }\n      ... on NameTakenError { displayName }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": typeof types.JoinQuizRoomDocument,
    "\n  mutation LeaveQuizRoom($roomId: ID!) {\n    leaveQuizRoom(input: { roomId: $roomId }) {\n      __typename\n      ... on LeaveQuizRoomPayload { room { id pin memberCount me { displayName } } }\n      ... on Error { message }\n    }\n  }": typeof types.LeaveQuizRoomDocument,
    "\n  mutation KickPlayer($input: KickPlayerInput!) {\n    kickPlayer(input: $input) {\n      __typename\n      ... on KickPlayerPayload { room { id memberCount } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on NotKickableError { because }\n      ... on Error { message }\n    }\n  }": typeof types.KickPlayerDocument,
    "\n  mutation TransferHost($input: TransferHostInput!) {\n    transferHost(input: $input) {\n      __typename\n      ... on TransferHostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": typeof types.TransferHostDocument,
    "\n  mutation AddCohost($input: AddCohostInput!) {\n    addCohost(input: $input) {\n      __typename\n      ... on AddCohostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": typeof types.AddCohostDocument,
    "\n  mutation StartQuiz($roomId: ID!) {\n    startQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on StartQuizPayload { room { phase questionIndex deadline startedAt } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": typeof types.StartQuizDocument,
    "\n  mutation NextQuestion($input: NextQuestionInput!) {\n    nextQuestion(input: $input) {\n      __typename\n      ... on NextQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": typeof types.NextQuestionDocument,
    "\n  mutation RevealQuestion($input: RevealQuestionInput!) {\n    revealQuestion(input: $input) {\n      __typename\n      ... on RevealQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": typeof types.RevealQuestionDocument,
    "\n  mutation PauseQuiz($roomId: ID!) {\n    pauseQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on PauseQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": typeof types.PauseQuizDocument,
    "\n  mutation ResumeQuiz($roomId: ID!) {\n    resumeQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on ResumeQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": typeof types.ResumeQuizDocument,
    "\n  mutation EndQuiz($roomId: ID!) {\n    endQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on EndQuizPayload { room { phase questionIndex endedAt pin } }\n      ... on Error { message }\n    }\n  }": typeof types.EndQuizDocument,
    "\n  mutation AnswerQuestion($input: AnswerQuestionInput!) {\n    answerQuestion(input: $input) {\n      __typename\n      ... on AnswerQuestionPayload { answer { questionIndex options answeredAt elapsedMs correct points } }\n      ... on QuestionClosedError { questionIndex }\n      ... on AlreadyAnsweredError { options answeredAt }\n      ... on WrongPhaseError { phase }\n      ... on BannedError { reason }\n      ... on NotAMemberError { userId }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": typeof types.AnswerQuestionDocument,
    "\n  query QuizRoom($id: ID!) {\n    quizRoom(id: $id) {\n      id cursor pin inviteCode title questionCount phase pausedFrom remainingMs questionIndex deadline answered memberCount\n      createdAt startedAt endedAt\n      settings {\n        advance intermissionSeconds revealEarly lateJoin answerChange alpha streakBonus whenHostGone maxMembers pinEntry\n        wordFilter hostPlays\n      }\n      quiz { id title questionCount questions { correctOptions } }\n      host { id } cohosts { id }\n      me { user { id } displayName role online plays score streak joinedAt }\n      question { index body options seconds points pictureUrl correctOptions explanation }\n      myAnswer { questionIndex options answeredAt elapsedMs correct points }\n      scoreboard { id title top { edges { node { rank score user { id } } } } }\n    }\n  }": typeof types.QuizRoomDocument,
    "\n  query QuizRoomNode($id: ID!) { node(id: $id) { ... on QuizRoom { id phase } } }": typeof types.QuizRoomNodeDocument,
    "\n  query RoomMembers($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      memberCount\n      members(first: $first, after: $after) {\n        edges { cursor node { displayName role user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": typeof types.RoomMembersDocument,
    "\n  query MyQuizRooms($open: Boolean, $first: Int, $after: String) {\n    myQuizRooms(open: $open, first: $first, after: $after) {\n      edges { node { id phase } } pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.MyQuizRoomsDocument,
    "\n  fragment EveryRoomEvent on QuizRoomEvent {\n    __typename seq cursor at\n    ... on MemberJoined { members { person { id displayName } role plays online score streak } memberCount }\n    ... on MemberLeft { person { id displayName } memberCount }\n    ... on MemberKicked { person { id displayName } by { id } kickReason memberCount }\n    ... on PresenceChanged { members { person { id displayName } online } onlineCount }\n    ... on HostChanged { host { id } cohosts { id } hostChange }\n    ... on QuestionOpened { questionIndex questionCount body options seconds points pictureUrl deadline }\n    ... on AnswerCounted { questionIndex answered playerCount }\n    ... on QuestionRevealed {\n      questionIndex correctOptions explanation distribution answered\n      standings { rank score person { id } }\n      myResult { options correct points bonus streak score rank }\n      deadline\n    }\n    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason by { id } }\n    ... on QuizResumed { phase questionIndex deadline by { id } }\n    ... on QuizEnded { endReason by { id } closeReason questionsRevealed podium { rank score person { id } } }\n    ... on StreamGap { reason missedFrom missedTo }\n  }": typeof types.EveryRoomEventFragmentDoc,
    "\n  subscription QuizRoomEvents($roomId: ID!, $after: String) {\n    quizRoomEvents(roomId: $roomId, after: $after) { ...EveryRoomEvent }\n  }": typeof types.QuizRoomEventsDocument,
    "\n  query PolledRoomEvents($id: ID!, $after: String, $first: Int) {\n    quizRoom(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryRoomEvent } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.PolledRoomEventsDocument,
    "\n  query RoomRanking($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      ranking(first: $first, after: $after) {\n        edges { node { displayName score } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.RoomRankingDocument,
    "\n  query QuizRoomDeepRead {\n    myQuizRooms(first: 20) {\n      edges {\n        node {\n          id cursor phase memberCount host { id } cohosts { id } quiz { title author { handle } } question { body }\n          me { role score user { handle } } myAnswer { options } scoreboard { key }\n        }\n      }\n    }\n  }": typeof types.QuizRoomDeepReadDocument,
    "\n  mutation BoardMade($input: CreateScoreboardInput!) {\n    createScoreboard(input: $input) {\n      __typename\n      ... on CreateScoreboardPayload {\n        scoreboard { id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size }\n      }\n      ... on ScoreboardKeyTakenError { message key }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.BoardMadeDocument,
    "\n  mutation ScoreSubmitted($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      __typename\n      ... on SubmitScorePayload { entry { user { id handle } rank score achievedAt } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.ScoreSubmittedDocument,
    "\n  mutation ScoresSubmitted($input: SubmitScoresInput!) {\n    submitScores(input: $input) {\n      __typename\n      ... on SubmitScoresPayload { accepted repeated scoreboard { key size } entries { user { id } rank score } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.ScoresSubmittedDocument,
    "\n  query Board($key: String!) {\n    scoreboard(key: $key) {\n      id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size\n      seasons { number startedAt endedAt }\n    }\n  }": typeof types.BoardDocument,
    "\n  query BoardNode($id: ID!) {\n    node(id: $id) { __typename ... on Scoreboard { season resetsAt size seasons { number startedAt endedAt } } }\n  }": typeof types.BoardNodeDocument,
    "\n  query BoardTop($key: String!, $first: Int, $after: String, $season: Int) {\n    scoreboard(key: $key) {\n      size(season: $season)\n      top(first: $first, after: $after, season: $season) {\n        edges { cursor node { user { id } rank score achievedAt } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": typeof types.BoardTopDocument,
    "\n  query BoardEntry($key: String!, $userId: ID, $season: Int) {\n    scoreboard(key: $key) { entry(userId: $userId, season: $season) { user { id } rank score achievedAt } }\n  }": typeof types.BoardEntryDocument,
    "\n  query BoardAround($key: String!, $userId: ID, $radius: Int, $season: Int) {\n    scoreboard(key: $key) { around(userId: $userId, radius: $radius, season: $season) { user { id } rank score } }\n  }": typeof types.BoardAroundDocument,
    "\n  query Boards($first: Int, $after: String) {\n    scoreboards(first: $first, after: $after) { edges { node { key } } pageInfo { hasNextPage endCursor } }\n  }": typeof types.BoardsDocument,
    "\n  query GameBoard($id: ID!) {\n    game(id: $id) {\n      players { seat score user { id } }\n      scoreboard {\n        id key title operator sortOrder submission resetsAt season size\n        seasons { number startedAt endedAt }\n        top(first: 10) { edges { node { user { id } rank score } } }\n      }\n    }\n  }": typeof types.GameBoardDocument,
    "\n  subscription BoardFollowed($scoreboardId: ID!, $first: Int) {\n    standings(scoreboardId: $scoreboardId, first: $first) {\n      scoreboardId version size at\n      entries { rank score achievedAt user { id handle displayName } }\n    }\n  }": typeof types.BoardFollowedDocument,
    "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }": typeof types.StreamWideDocument,
    "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }": typeof types.StreamBareDocument,
    "query StreamServerTime { serverTime }": typeof types.StreamServerTimeDocument,
    "\n  mutation LinkTelegram($notifications: [NotificationKind!]) {\n    linkTelegram(input: { notifications: $notifications }) {\n      __typename ... on LinkTelegramPayload { url code expiresAt } ... on Error { message }\n    }\n  }": typeof types.LinkTelegramDocument,
    "\n  mutation UnlinkTelegram($forgetChoices: Boolean) {\n    unlinkTelegram(input: { forgetChoices: $forgetChoices }) {\n      __typename ... on UnlinkTelegramPayload { telegram { linkedAt reachable notifications } }\n    }\n  }": typeof types.UnlinkTelegramDocument,
    "\n  mutation SetTelegramNotifications($notifications: [NotificationKind!]!) {\n    setTelegramNotifications(input: { notifications: $notifications }) {\n      __typename ... on SetTelegramNotificationsPayload { telegram { linkedAt reachable notifications } }\n    }\n  }": typeof types.SetTelegramNotificationsDocument,
    "\n  query MyTelegram { me { telegram { linkedAt reachable notifications } } }": typeof types.MyTelegramDocument,
    "\n  query TelegramOfUser($handle: String!) { user(handle: $handle) { telegram { linkedAt } } }": typeof types.TelegramOfUserDocument,
    "\n  query CurrentTournament {\n    currentTournament {\n      id cursor name status startsAt entryClosesAt endsAt finishedAt minLevel entryFee groupSize participantCount\n      rewards { fromRank toRank coins }\n      myEntry { id }\n    }\n  }": typeof types.CurrentTournamentDocument,
    "\n  query TournamentState($id: ID!) {\n    tournament(id: $id) {\n      id cursor name status finishedAt participantCount\n      myEntry { id rank score coinsEarned claimedAt group { id number band size } }\n    }\n  }": typeof types.TournamentStateDocument,
    "\n  mutation EnterTournament($input: EnterTournamentInput! = {}) {\n    enterTournament(input: $input) {\n      __typename\n      ... on EnterTournamentPayload {\n        entry { id rank score coinsEarned enteredAt claimedAt user { id coins } tournament { id status } group { id number band size } }\n      }\n      ... on Error { message }\n      ... on LevelTooLowError { level minLevel }\n      ... on NotEnoughCoinsError { coins needed }\n      ... on EntryClosedError { startsAt entryClosesAt }\n    }\n  }": typeof types.EnterTournamentDocument,
    "\n  mutation ClaimReward($input: ClaimRewardInput! = {}) {\n    claimReward(input: $input) {\n      __typename\n      ... on ClaimRewardPayload { entry { id rank score coinsEarned claimedAt user { coins } tournament { id status } } }\n      ... on Error { message }\n      ... on TournamentNotFinishedError { endsAt }\n    }\n  }": typeof types.ClaimRewardDocument,
    "\n  mutation DefineTournament($input: DefineTournamentInput!) {\n    defineTournament(input: $input) {\n      __typename\n      ... on DefineTournamentPayload {\n        tournament {\n          id name status startsAt entryClosesAt endsAt minLevel entryFee groupSize participantCount\n          rewards { fromRank toRank coins }\n        }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.DefineTournamentDocument,
    "\n  subscription TournamentEvents($tournamentId: ID!, $after: String) {\n    tournamentEvents(tournamentId: $tournamentId, after: $after) {\n      __typename seq cursor at\n      ... on TournamentOpened { entryClosesAt endsAt }\n      ... on EntryClosed { participantCount groupCount }\n      ... on TournamentFinished { finishedAt participantCount }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": typeof types.TournamentEventsDocument,
    "\n  query PolledTournamentEvents($id: ID!, $after: String, $first: Int) {\n    tournament(id: $id) {\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on EntryClosed { participantCount groupCount } ... on StreamGap { reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.PolledTournamentEventsDocument,
    "\n  query MyTournaments($first: Int, $after: String) {\n    myTournaments(first: $first, after: $after) {\n      edges { cursor node { id name status participantCount myEntry { id rank score group { number scoreboard { id size } } } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.MyTournamentsDocument,
    "\n  query Tournaments($open: Boolean) {\n    tournaments(open: $open) { edges { node { id name status participantCount } } }\n  }": typeof types.TournamentsDocument,
    "\n  query GroupBoard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on TournamentGroup {\n        size number band tournament { id }\n        scoreboard { id key size top(first: 100) { edges { node { rank score user { id } } } } }\n      }\n    }\n  }": typeof types.GroupBoardDocument,
    "\n  subscription GroupStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }": typeof types.GroupStandingsDocument,
    "\n  query EntryNode($id: ID!) {\n    node(id: $id) { __typename ... on TournamentEntry { rank score coinsEarned claimedAt user { id } tournament { id } } }\n  }": typeof types.EntryNodeDocument,
    "\n  subscription ContestantEvents($after: String) {\n    myEvents(after: $after) {\n      __typename\n      ... on LevelUp { newLevel }\n      ... on CoinsChanged { coins amount reason }\n      ... on RewardPaid { tournamentId rank coins }\n    }\n  }": typeof types.ContestantEventsDocument,
    "\n  mutation RaiseLevel($userId: ID!, $levels: Int!, $eventId: String!) {\n    recordProgress(input: { userId: $userId, levels: $levels, eventId: $eventId }) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on Error { message }\n    }\n  }": typeof types.RaiseLevelDocument,
    "\n  mutation TournamentPlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": typeof types.TournamentPlayAsGuestDocument,
    "\n  query TournamentDeepRead {\n    myTournaments(first: 20) {\n      edges {\n        node {\n          id cursor status participantCount rewards { coins }\n          myEntry {\n            id rank score coinsEarned user { id handle } tournament { name }\n            group { number size tournament { name } scoreboard { id key } }\n          }\n        }\n      }\n    }\n  }": typeof types.TournamentDeepReadDocument,
    "query TracedUser($handle: String!) { user(handle: $handle) { id handle } }": typeof types.TracedUserDocument,
    "\n  query Seats($id: ID!) {\n    game(id: $id) { status host { id } players { leftAt user { id handle displayName } cups { id standing } } }\n  }": typeof types.SeatsDocument,
    "\n  query Told($id: ID!) {\n    game(id: $id) {\n      events(first: 200) { edges { node {\n        __typename\n        ... on BallThrown { throwId thrower { handle } cupId }\n        ... on ThrowChallenged { throwId challenger { handle } thrower { handle } }\n        ... on ThrowSettled { throwId status thrower { handle } }\n        ... on PlayerPenalised { player { handle } because }\n      } } }\n    }\n  }": typeof types.ToldDocument,
    "\n  fragment WebhookSeen on Webhook {\n    id url events secret previousSecretUntil owner createdAt disabledAt disabledBecause pausedUntil\n  }": typeof types.WebhookSeenFragmentDoc,
    "\n  fragment DeliverySeen on WebhookDelivery {\n    id type stream seq at state body attempts lastAttemptAt lastStatus lastError nextAttemptAt settledAt\n    webhook { id }\n  }": typeof types.DeliverySeenFragmentDoc,
    "\n  mutation WebhookMade($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on CreateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyWebhooksError { mostWebhooks }\n      ... on WebhookExistsError { webhookId }\n    }\n  }": typeof types.WebhookMadeDocument,
    "\n  mutation WebhookChanged($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ... on UpdateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on WebhookExistsError { webhookId }\n    }\n  }": typeof types.WebhookChangedDocument,
    "\n  mutation WebhookSecretRotated($id: ID!, $secret: String!) {\n    rotateWebhookSecret(input: { id: $id, secret: $secret }) {\n      __typename\n      ... on RotateWebhookSecretPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.WebhookSecretRotatedDocument,
    "\n  mutation WebhookDeleted($id: ID!) {\n    deleteWebhook(input: { id: $id }) {\n      __typename\n      ... on DeleteWebhookPayload { id }\n      ... on Error { message }\n    }\n  }": typeof types.WebhookDeletedDocument,
    "\n  mutation DeliveryReplayed($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) {\n      __typename\n      ... on ReplayWebhookDeliveryPayload { delivery { ...DeliverySeen } }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }": typeof types.DeliveryReplayedDocument,
    "\n  mutation ParkedReplayed($id: ID!) {\n    replayParkedDeliveries(input: { id: $id }) {\n      __typename\n      ... on ReplayParkedDeliveriesPayload { replayed }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }": typeof types.ParkedReplayedDocument,
    "\n  query Webhooks($first: Int, $after: String) {\n    webhooks(first: $first, after: $after) {\n      edges { node { ...WebhookSeen } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": typeof types.WebhooksDocument,
    "\n  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Webhook {\n        ...WebhookSeen\n        deliveries(state: $state, first: $first, after: $after) {\n          edges { node { ...DeliverySeen } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }": typeof types.WebhookDeliveriesDocument,
    "query WebhookDeliveryNode($id: ID!) { node(id: $id) { __typename ... on WebhookDelivery { ...DeliverySeen } } }": typeof types.WebhookDeliveryNodeDocument,
};
const documents: Documents = {
    "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.AccountSignUpDocument,
    "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }": types.AccountSignInDocument,
    "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.AccountPlayAsGuestDocument,
    "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }": types.AccountRefreshSessionDocument,
    "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }": types.AccountSignOutDocument,
    "\n  query AccountSessions { mySessions { id device createdAt lastUsedAt expiresAt current } }": types.AccountSessionsDocument,
    "\n  mutation AccountEndSession($sessionId: ID!) {\n    endSession(input: { sessionId: $sessionId }) {\n      __typename\n      ... on EndSessionPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }": types.AccountEndSessionDocument,
    "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }": types.AccountUserDocument,
    "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }": types.AccountNodeDocument,
    "query AccountServerTime { serverTime }": types.AccountServerTimeDocument,
    "\n  mutation ServiceTokenRevoked($id: ID!) {\n    revokeServiceToken(input: { id: $id }) {\n      __typename\n      ... on RevokeServiceTokenPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }": types.ServiceTokenRevokedDocument,
    "\n  query ServiceTokens($first: Int, $after: String) {\n    serviceTokens(first: $first, after: $after) {\n      edges { node { id name scopes createdAt expiresAt revokedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": types.ServiceTokensDocument,
    "\n  query ServiceTokenNode($id: ID!) { node(id: $id) { __typename ... on ServiceToken { id name } } }": types.ServiceTokenNodeDocument,
    "\n  query ServiceReads($handle: String!, $id: ID!, $gameId: ID!) {\n    me { id }\n    serverTime\n    user(handle: $handle) { id level coins }\n    node(id: $id) { __typename ... on User { handle coins } }\n    game(id: $gameId) { status scoreboard { size } }\n    globalLeaderboard { key }\n    scoreboards(first: 1) { edges { node { key } } }\n  }": types.ServiceReadsDocument,
    "\n  subscription ServiceFollows($scoreboardId: ID!) { standings(scoreboardId: $scoreboardId) { version size } }": types.ServiceFollowsDocument,
    "query ServicePolls($handle: String!) { user(handle: $handle) { events { edges { cursor } } } }": types.ServicePollsDocument,
    "\n  query BattleWarnings {\n    me { events(first: 100) { edges { node { __typename ... on BattleStarting { battleId title beginsAt } } } } }\n  }": types.BattleWarningsDocument,
    "\n  mutation CreateBattle($input: CreateBattleInput!) {\n    createBattle(input: $input) {\n      __typename\n      ... on CreateBattlePayload { battle { id cursor status title seconds minFighters maxFighters beginsAt endsAt host { id } fighterCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": types.CreateBattleDocument,
    "\n  mutation JoinBattle($battleId: ID!) {\n    joinBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on JoinBattlePayload { battle { id status fighterCount fighting } }\n      ... on BattleFullError { maxFighters }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": types.JoinBattleDocument,
    "\n  mutation LeaveBattle($battleId: ID!) {\n    leaveBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on LeaveBattlePayload { battle { id status host { id } fighterCount fighting cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": types.LeaveBattleDocument,
    "\n  mutation BeginBattle($battleId: ID!) {\n    beginBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on BeginBattlePayload { battle { id status beginsAt endsAt } }\n      ... on NotEnoughFightersError { fighters needed }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": types.BeginBattleDocument,
    "\n  mutation CancelBattle($battleId: ID!) {\n    cancelBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on CancelBattlePayload { battle { id status cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }": types.CancelBattleDocument,
    "\n  query Battle($id: ID!) {\n    battle(id: $id) {\n      id cursor title status cancelReason seconds beginsAt endsAt finishedAt fighterCount fighting\n      host { id }\n      winner { id level }\n      fighters { user { id } score rank }\n      scoreboard { id key size top(first: 1000) { edges { node { user { id } rank score } } } }\n    }\n  }": types.BattleDocument,
    "\n  query Battles($status: BattleStatus, $first: Int, $after: String) {\n    battles(status: $status, first: $first, after: $after) {\n      edges { cursor node { id title status } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": types.BattlesDocument,
    "\n  fragment EveryBattleEvent on BattleEvent {\n    __typename seq cursor at\n    ... on BattleJoined { fighters { id handle } fighterCount }\n    ... on BattleLeft { person { id } host { id } fighterCount }\n    ... on BattleBegan { beganAt endsAt fighterCount }\n    ... on BattleScored { scores { person { id } score } }\n    ... on BattleFinished { finishedAt ranking { rank person { id } score } winner { id } fighterCount }\n    ... on BattleCancelled { cancelReason by { id } fighterCount }\n    ... on StreamGap { reason missedFrom missedTo }\n  }": types.EveryBattleEventFragmentDoc,
    "\n  subscription BattleEvents($battleId: ID!, $after: String) {\n    battleEvents(battleId: $battleId, after: $after) { ...EveryBattleEvent }\n  }": types.BattleEventsDocument,
    "\n  query PolledBattleEvents($id: ID!, $after: String, $first: Int) {\n    battle(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryBattleEvent } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.PolledBattleEventsDocument,
    "\n  query BattleNode($id: ID!) { node(id: $id) { __typename id } }": types.BattleNodeDocument,
    "\n  subscription GameCalls($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on ThrowAgainstYou { gameId throwId cupId challengeBy thrower { id handle } }\n      ... on ChallengeAgainstYou { gameId throwId answerBy challenger { id handle } }\n    }\n  }": types.GameCallsDocument,
    "\n  query GamePolledCalls($after: String) {\n    me {\n      events(first: 200, after: $after) {\n        edges { cursor node { __typename seq ... on ThrowAgainstYou { throwId } ... on ChallengeAgainstYou { throwId } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.GamePolledCallsDocument,
    "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId, reason: \"The table was shaken.\" }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }": types.GameVoidThrowDocument,
    "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }": types.GameAnswerErrorsDocument,
    "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }": types.GameChallengeErrorsDocument,
    "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }": types.GameLogDocument,
    "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": types.GamePlayAsGuestDocument,
    "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }": types.GameJoinErrorsDocument,
    "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }": types.GameStartErrorsDocument,
    "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }": types.GameNodeDocument,
    "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }": types.GameByTypedArgumentDocument,
    "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }": types.GameDeepReadDocument,
    "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }": types.GameDeepThrowsDocument,
    "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": types.GameThrowPagesDocument,
    "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.GameOpenPagesDocument,
    "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.GameMyPagesDocument,
    "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }": types.GameRejectedThrowsDocument,
    "\n  subscription GroupMemberStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }": types.GroupMemberStandingsDocument,
    "\n  query GroupOwnEntry($id: ID!) { group(id: $id) { scoreboard { entry { score } } } }": types.GroupOwnEntryDocument,
    "\n  query GroupBoardReads($key: String!, $userId: ID!) {\n    scoreboard(key: $key) {\n      size\n      mine: entry { score }\n      theirs: entry(userId: $userId) { score }\n      around(userId: $userId) { score }\n      top { edges { node { score } } }\n    }\n  }": types.GroupBoardReadsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      __typename\n      ... on CreateGroupPayload {\n        group { id name description open maxMembers memberCount inviteCode createdAt endedAt owner { id } me { role joinedAt } scoreboard { id key size } }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyGroupsError { most }\n    }\n  }": types.CreateGroupDocument,
    "\n  mutation JoinGroup($input: JoinGroupInput!) {\n    joinGroup(input: $input) {\n      __typename\n      ... on JoinGroupPayload { group { id memberCount inviteCode me { role joinedAt user { id } } } }\n      ... on Error { message }\n      ... on GroupFullError { maxMembers }\n      ... on BannedError { reason }\n      ... on TooManyGroupsError { most }\n    }\n  }": types.JoinGroupDocument,
    "\n  mutation LeaveGroup($groupId: ID!) {\n    leaveGroup(input: { groupId: $groupId }) {\n      __typename\n      ... on LeaveGroupPayload { group { id memberCount inviteCode endedAt owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }": types.LeaveGroupDocument,
    "\n  mutation KickGroupMember($groupId: ID!, $userId: ID!) {\n    kickGroupMember(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on KickGroupMemberPayload { group { id memberCount } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n      ... on NotAMemberError { userId }\n    }\n  }": types.KickGroupMemberDocument,
    "\n  mutation BanFromGroup($groupId: ID!, $userId: ID!, $reason: String) {\n    banFromGroup(input: { groupId: $groupId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on BanFromGroupPayload { group { id memberCount bans { edges { node { reason bannedAt user { id } by { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }": types.BanFromGroupDocument,
    "\n  mutation UnbanFromGroup($groupId: ID!, $userId: ID!) {\n    unbanFromGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on UnbanFromGroupPayload { group { id bans { edges { node { user { id } } } } } }\n      ... on Error { message }\n    }\n  }": types.UnbanFromGroupDocument,
    "\n  mutation SetGroupRole($groupId: ID!, $userId: ID!, $role: AssignableGroupRole!) {\n    setGroupRole(input: { groupId: $groupId, userId: $userId, role: $role }) {\n      __typename\n      ... on SetGroupRolePayload { group { id members { edges { node { role user { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }": types.SetGroupRoleDocument,
    "\n  mutation TransferGroup($groupId: ID!, $userId: ID!) {\n    transferGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on TransferGroupPayload { group { id owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }": types.TransferGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      __typename\n      ... on UpdateGroupPayload { group { id name description open maxMembers inviteCode } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.UpdateGroupDocument,
    "\n  mutation NewInviteCode($groupId: ID!, $insteadOf: String) {\n    newInviteCode(input: { groupId: $groupId, insteadOf: $insteadOf }) {\n      __typename\n      ... on NewInviteCodePayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }": types.NewInviteCodeDocument,
    "\n  mutation InviteToGroup($groupId: ID!, $userId: ID!) {\n    inviteToGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on InviteToGroupPayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }": types.InviteToGroupDocument,
    "\n  query GroupState($id: ID!, $first: Int, $after: String) {\n    group(id: $id) {\n      id name description open maxMembers memberCount inviteCode createdAt endedAt\n      owner { id } me { role joinedAt }\n      members(first: $first, after: $after) {\n        edges { cursor node { role joinedAt user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage endCursor }\n      }\n      bans { edges { cursor node { reason user { id } } } }\n      scoreboard { id key size }\n    }\n  }": types.GroupStateDocument,
    "\n  query GroupScores($id: ID!) {\n    group(id: $id) { scoreboard { size top(first: 200) { edges { node { score rank user { id } } } } entry { score } } }\n  }": types.GroupScoresDocument,
    "\n  query Groups($mine: Boolean, $search: String, $first: Int, $after: String) {\n    groups(mine: $mine, search: $search, first: $first, after: $after) {\n      edges { cursor node { id name memberCount owner { id } me { role } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": types.GroupsDocument,
    "\n  subscription Invitations($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on InvitationReceived { groupId groupName inviteCode by { id handle displayName } }\n    }\n  }": types.InvitationsDocument,
    "\n  query PolledInvitations {\n    me { events { edges { node { __typename ... on InvitationReceived { groupId groupName inviteCode by { id } } } } } }\n  }": types.PolledInvitationsDocument,
    "\n  query GroupDeepRead {\n    groups(first: 50) {\n      edges {\n        node {\n          name memberCount inviteCode owner { handle } me { role user { handle } } scoreboard { key title }\n        }\n      }\n    }\n  }": types.GroupDeepReadDocument,
    "\n  query GroupDeepMembers($id: ID!) {\n    group(id: $id) {\n      members(first: 100) { edges { node { role user { handle level } } } }\n      scoreboard { top(first: 100) { edges { node { score user { handle } } } } }\n    }\n  }": types.GroupDeepMembersDocument,
    "query Me { me { id handle displayName guest level coins cursor } }": types.MeDocument,
    "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.CreateGameDocument,
    "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }": types.JoinGameDocument,
    "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": types.StartGameDocument,
    "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": types.LeaveGameDocument,
    "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.ThrowBallDocument,
    "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }": types.ChallengeThrowDocument,
    "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }": types.AnswerChallengeDocument,
    "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }": types.GameStateDocument,
    "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }": types.ThrowStateDocument,
    "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": types.GameEventsDocument,
    "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }": types.ThrowHopsDocument,
    "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.PolledEventsDocument,
    "\n  mutation ServiceTokenMade($input: CreateServiceTokenInput!) {\n    createServiceToken(input: $input) {\n      __typename\n      ... on CreateServiceTokenPayload { token id }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.ServiceTokenMadeDocument,
    "\n  mutation ServiceUserMade($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserPayload { user { id handle displayName guest level coins createdAt } }\n      ... on HandleTakenError { message handle }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.ServiceUserMadeDocument,
    "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }": types.GameCursorsDocument,
    "\n  query OperatorsView {\n    operations {\n      games(first: 20) { edges { cursor node { id status createdAt startedAt players { user { id handle } } } } }\n      rooms(first: 20) { edges { cursor node { id phase title memberCount onlineCount host { id handle } } } }\n      battles(first: 20) { edges { cursor node { id status title fighterCount } } }\n      nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs }\n      deadlines(first: 20) { edges { cursor node { kind subject dueAt nextAt attempts failedAt lastError } } pageInfo { hasNextPage endCursor } }\n      jobs(first: 20) { edges { cursor node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } } }\n      auditLog(first: 20) { edges { cursor node { id at user { id } service { id } action subject reason details { name value } } } }\n    }\n  }": types.OperatorsViewDocument,
    "\n  query OperatorsAuditLog($first: Int, $after: String, $by: ID, $action: String, $subject: ID) {\n    operations {\n      auditLog(first: $first, after: $after, by: $by, action: $action, subject: $subject) {\n        edges { node { id at user { id handle } service { id } action subject reason details { name value } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.OperatorsAuditLogDocument,
    "\n  query OperatorsLive($game: GameStatus, $room: QuizPhase, $battle: BattleStatus, $first: Int) {\n    operations {\n      games(status: $game, first: $first) { edges { node { id status startedAt players { user { id handle } } } } pageInfo { hasNextPage } }\n      rooms(phase: $room, first: $first) { edges { node { id phase memberCount onlineCount host { id handle } } } pageInfo { hasNextPage } }\n      battles(status: $battle, first: $first) { edges { node { id status fighterCount host { handle } } } pageInfo { hasNextPage } }\n    }\n  }": types.OperatorsLiveDocument,
    "\n  query OperatorsNodes {\n    operations { nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs } }\n  }": types.OperatorsNodesDocument,
    "\n  query OperatorsDeadlines($state: DeadlineState, $first: Int, $after: String) {\n    operations {\n      deadlines(state: $state, first: $first, after: $after) {\n        edges { node { kind subject dueAt nextAt attempts failedAt lastError } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.OperatorsDeadlinesDocument,
    "\n  query OperatorsJobs($failing: Boolean, $name: String, $first: Int, $after: String) {\n    operations {\n      jobs(failing: $failing, name: $name, first: $first, after: $after) {\n        edges { node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.OperatorsJobsDocument,
    "\n  mutation OperatorsCloseRoom($roomId: ID!, $reason: String!) {\n    closeRoom(input: { roomId: $roomId, reason: $reason }) {\n      __typename\n      ... on CloseRoomPayload { room { id phase pin endedAt memberCount } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }": types.OperatorsCloseRoomDocument,
    "\n  mutation OperatorsKickFromRoom($roomId: ID!, $userId: ID!, $reason: String!) {\n    kickFromRoom(input: { roomId: $roomId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on KickFromRoomPayload { room { id phase memberCount host { id } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n      ... on NotKickableError { because }\n    }\n  }": types.OperatorsKickFromRoomDocument,
    "\n  mutation OperatorsVoidThrow($throwId: ID!, $reason: String!) {\n    voidThrow(input: { throwId: $throwId, reason: $reason }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status receipt settledAt } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }": types.OperatorsVoidThrowDocument,
    "\n  mutation OperatorsRetryDeadline($kind: DeadlineKind!, $subject: ID!, $reason: String!) {\n    retryDeadline(input: { kind: $kind, subject: $subject, reason: $reason }) {\n      __typename\n      ... on RetryDeadlinePayload { deadline { kind subject attempts nextAt lastError } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }": types.OperatorsRetryDeadlineDocument,
    "\n  mutation OperatorsRetryJob($jobId: ID!, $reason: String!) {\n    retryJob(input: { jobId: $jobId, reason: $reason }) {\n      __typename\n      ... on RetryJobPayload { job { id name nextRunAt failures } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }": types.OperatorsRetryJobDocument,
    "\n  mutation ProgressRecorded($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.ProgressRecordedDocument,
    "\n  mutation CoinsReserved($input: ReserveCoinsInput!) {\n    reserveCoins(input: $input) {\n      __typename\n      ... on ReserveCoinsPayload { reservation { id amount purpose status expiresAt user { id coins } } }\n      ... on NotEnoughCoinsError { message coins needed }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.CoinsReservedDocument,
    "\n  mutation ReservationConfirmed($reservationId: ID!) {\n    confirmReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on ConfirmReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }": types.ReservationConfirmedDocument,
    "\n  mutation ReservationRolledBack($reservationId: ID!) {\n    rollBackReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on RollBackReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }": types.ReservationRolledBackDocument,
    "\n  query ReservationNode($id: ID!) {\n    node(id: $id) { __typename ... on Reservation { id amount purpose status expiresAt user { id } } }\n  }": types.ReservationNodeDocument,
    "query ProgressBalance($id: ID!) { node(id: $id) { __typename ... on User { level coins } } }": types.ProgressBalanceDocument,
    "\n  query ProgressGlobal($userId: ID) { globalLeaderboard { size entry(userId: $userId) { rank score user { id level } } } }": types.ProgressGlobalDocument,
    "\n  subscription ProgressEvents($after: String) {\n    myEvents(after: $after) {\n      __typename seq cursor at\n      ... on LevelUp { oldLevel newLevel coinsEarned }\n      ... on CoinsChanged { coins amount reason }\n    }\n  }": types.ProgressEventsDocument,
    "\n  query ProgressPolled($after: String, $first: Int) {\n    me {\n      cursor coins level\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on LevelUp { oldLevel newLevel coinsEarned } ... on CoinsChanged { coins amount reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.ProgressPolledDocument,
    "\n  query ProgressEventsOf($handle: String!) { user(handle: $handle) { id events { edges { cursor } } } }": types.ProgressEventsOfDocument,
    "\n  query Quiz($id: ID!) {\n    node(id: $id) {\n      ... on Quiz {\n        title questionCount author { id }\n        questions { index body options correctOptions seconds points pictureUrl explanation }\n      }\n    }\n  }": types.QuizDocument,
    "\n  query Quizzes($first: Int, $after: String) {\n    quizzes(first: $first, after: $after) { edges { node { id title } } pageInfo { hasNextPage endCursor } }\n  }": types.QuizzesDocument,
    "\n  mutation CreateQuiz($input: CreateQuizInput!) {\n    createQuiz(input: $input) {\n      __typename\n      ... on CreateQuizPayload { quiz { id title questionCount createdAt } }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.CreateQuizDocument,
    "\n  mutation UpdateQuiz($input: UpdateQuizInput!) {\n    updateQuiz(input: $input) {\n      __typename\n      ... on UpdateQuizPayload { quiz { id title questionCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": types.UpdateQuizDocument,
    "\n  mutation DeleteQuiz($input: DeleteQuizInput!) {\n    deleteQuiz(input: $input) {\n      __typename\n      ... on DeleteQuizPayload { quizId }\n      ... on Error { message }\n    }\n  }": types.DeleteQuizDocument,
    "\n  mutation ImportQuiz($input: ImportQuizInput!) {\n    importQuiz(input: $input) {\n      __typename\n      ... on ImportQuizPayload {\n        quiz { id title questions { body options correctOptions seconds points pictureUrl explanation } }\n      }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.ImportQuizDocument,
    "\n  query QuizReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      report {\n        csvPath\n        questions {\n          index body options correctOptions revealed answered correct distribution averageMs averagePoints\n        }\n        players(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              user { id handle } displayName rank score correct answered averageMs status\n              kick { by { id } reason at }\n              answers { questionIndex options correct points bonus elapsedMs }\n            }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }": types.QuizReportDocument,
    "\n  query PlayersOfReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) { report { players(first: $first, after: $after) { edges { node { rank } } } } }\n  }": types.PlayersOfReportDocument,
    "\n  query Reveals($id: ID!) {\n    quizRoom(id: $id) { events { edges { node { ... on QuestionRevealed { answered distribution } } } } }\n  }": types.RevealsDocument,
    "\n  mutation OpenQuizRoom($input: OpenQuizRoomInput!) {\n    openQuizRoom(input: $input) {\n      __typename\n      ... on OpenQuizRoomPayload { room { id cursor pin inviteCode phase title } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": types.OpenQuizRoomDocument,
    "\n  mutation JoinQuizRoom($input: JoinQuizRoomInput!) {\n    joinQuizRoom(input: $input) {\n      __typename\n      ... on JoinQuizRoomPayload { room { id cursor me { displayName role plays } } }\n      ... on BannedError { reason }\n      ... on WrongPhaseError { phase }\n      ... on RoomFullError { maxMembers }\n      ... on NameTakenError { displayName }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": types.JoinQuizRoomDocument,
    "\n  mutation LeaveQuizRoom($roomId: ID!) {\n    leaveQuizRoom(input: { roomId: $roomId }) {\n      __typename\n      ... on LeaveQuizRoomPayload { room { id pin memberCount me { displayName } } }\n      ... on Error { message }\n    }\n  }": types.LeaveQuizRoomDocument,
    "\n  mutation KickPlayer($input: KickPlayerInput!) {\n    kickPlayer(input: $input) {\n      __typename\n      ... on KickPlayerPayload { room { id memberCount } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on NotKickableError { because }\n      ... on Error { message }\n    }\n  }": types.KickPlayerDocument,
    "\n  mutation TransferHost($input: TransferHostInput!) {\n    transferHost(input: $input) {\n      __typename\n      ... on TransferHostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": types.TransferHostDocument,
    "\n  mutation AddCohost($input: AddCohostInput!) {\n    addCohost(input: $input) {\n      __typename\n      ... on AddCohostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }": types.AddCohostDocument,
    "\n  mutation StartQuiz($roomId: ID!) {\n    startQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on StartQuizPayload { room { phase questionIndex deadline startedAt } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": types.StartQuizDocument,
    "\n  mutation NextQuestion($input: NextQuestionInput!) {\n    nextQuestion(input: $input) {\n      __typename\n      ... on NextQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": types.NextQuestionDocument,
    "\n  mutation RevealQuestion($input: RevealQuestionInput!) {\n    revealQuestion(input: $input) {\n      __typename\n      ... on RevealQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": types.RevealQuestionDocument,
    "\n  mutation PauseQuiz($roomId: ID!) {\n    pauseQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on PauseQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": types.PauseQuizDocument,
    "\n  mutation ResumeQuiz($roomId: ID!) {\n    resumeQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on ResumeQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }": types.ResumeQuizDocument,
    "\n  mutation EndQuiz($roomId: ID!) {\n    endQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on EndQuizPayload { room { phase questionIndex endedAt pin } }\n      ... on Error { message }\n    }\n  }": types.EndQuizDocument,
    "\n  mutation AnswerQuestion($input: AnswerQuestionInput!) {\n    answerQuestion(input: $input) {\n      __typename\n      ... on AnswerQuestionPayload { answer { questionIndex options answeredAt elapsedMs correct points } }\n      ... on QuestionClosedError { questionIndex }\n      ... on AlreadyAnsweredError { options answeredAt }\n      ... on WrongPhaseError { phase }\n      ... on BannedError { reason }\n      ... on NotAMemberError { userId }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }": types.AnswerQuestionDocument,
    "\n  query QuizRoom($id: ID!) {\n    quizRoom(id: $id) {\n      id cursor pin inviteCode title questionCount phase pausedFrom remainingMs questionIndex deadline answered memberCount\n      createdAt startedAt endedAt\n      settings {\n        advance intermissionSeconds revealEarly lateJoin answerChange alpha streakBonus whenHostGone maxMembers pinEntry\n        wordFilter hostPlays\n      }\n      quiz { id title questionCount questions { correctOptions } }\n      host { id } cohosts { id }\n      me { user { id } displayName role online plays score streak joinedAt }\n      question { index body options seconds points pictureUrl correctOptions explanation }\n      myAnswer { questionIndex options answeredAt elapsedMs correct points }\n      scoreboard { id title top { edges { node { rank score user { id } } } } }\n    }\n  }": types.QuizRoomDocument,
    "\n  query QuizRoomNode($id: ID!) { node(id: $id) { ... on QuizRoom { id phase } } }": types.QuizRoomNodeDocument,
    "\n  query RoomMembers($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      memberCount\n      members(first: $first, after: $after) {\n        edges { cursor node { displayName role user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": types.RoomMembersDocument,
    "\n  query MyQuizRooms($open: Boolean, $first: Int, $after: String) {\n    myQuizRooms(open: $open, first: $first, after: $after) {\n      edges { node { id phase } } pageInfo { hasNextPage endCursor }\n    }\n  }": types.MyQuizRoomsDocument,
    "\n  fragment EveryRoomEvent on QuizRoomEvent {\n    __typename seq cursor at\n    ... on MemberJoined { members { person { id displayName } role plays online score streak } memberCount }\n    ... on MemberLeft { person { id displayName } memberCount }\n    ... on MemberKicked { person { id displayName } by { id } kickReason memberCount }\n    ... on PresenceChanged { members { person { id displayName } online } onlineCount }\n    ... on HostChanged { host { id } cohosts { id } hostChange }\n    ... on QuestionOpened { questionIndex questionCount body options seconds points pictureUrl deadline }\n    ... on AnswerCounted { questionIndex answered playerCount }\n    ... on QuestionRevealed {\n      questionIndex correctOptions explanation distribution answered\n      standings { rank score person { id } }\n      myResult { options correct points bonus streak score rank }\n      deadline\n    }\n    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason by { id } }\n    ... on QuizResumed { phase questionIndex deadline by { id } }\n    ... on QuizEnded { endReason by { id } closeReason questionsRevealed podium { rank score person { id } } }\n    ... on StreamGap { reason missedFrom missedTo }\n  }": types.EveryRoomEventFragmentDoc,
    "\n  subscription QuizRoomEvents($roomId: ID!, $after: String) {\n    quizRoomEvents(roomId: $roomId, after: $after) { ...EveryRoomEvent }\n  }": types.QuizRoomEventsDocument,
    "\n  query PolledRoomEvents($id: ID!, $after: String, $first: Int) {\n    quizRoom(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryRoomEvent } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.PolledRoomEventsDocument,
    "\n  query RoomRanking($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      ranking(first: $first, after: $after) {\n        edges { node { displayName score } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.RoomRankingDocument,
    "\n  query QuizRoomDeepRead {\n    myQuizRooms(first: 20) {\n      edges {\n        node {\n          id cursor phase memberCount host { id } cohosts { id } quiz { title author { handle } } question { body }\n          me { role score user { handle } } myAnswer { options } scoreboard { key }\n        }\n      }\n    }\n  }": types.QuizRoomDeepReadDocument,
    "\n  mutation BoardMade($input: CreateScoreboardInput!) {\n    createScoreboard(input: $input) {\n      __typename\n      ... on CreateScoreboardPayload {\n        scoreboard { id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size }\n      }\n      ... on ScoreboardKeyTakenError { message key }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.BoardMadeDocument,
    "\n  mutation ScoreSubmitted($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      __typename\n      ... on SubmitScorePayload { entry { user { id handle } rank score achievedAt } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.ScoreSubmittedDocument,
    "\n  mutation ScoresSubmitted($input: SubmitScoresInput!) {\n    submitScores(input: $input) {\n      __typename\n      ... on SubmitScoresPayload { accepted repeated scoreboard { key size } entries { user { id } rank score } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.ScoresSubmittedDocument,
    "\n  query Board($key: String!) {\n    scoreboard(key: $key) {\n      id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size\n      seasons { number startedAt endedAt }\n    }\n  }": types.BoardDocument,
    "\n  query BoardNode($id: ID!) {\n    node(id: $id) { __typename ... on Scoreboard { season resetsAt size seasons { number startedAt endedAt } } }\n  }": types.BoardNodeDocument,
    "\n  query BoardTop($key: String!, $first: Int, $after: String, $season: Int) {\n    scoreboard(key: $key) {\n      size(season: $season)\n      top(first: $first, after: $after, season: $season) {\n        edges { cursor node { user { id } rank score achievedAt } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": types.BoardTopDocument,
    "\n  query BoardEntry($key: String!, $userId: ID, $season: Int) {\n    scoreboard(key: $key) { entry(userId: $userId, season: $season) { user { id } rank score achievedAt } }\n  }": types.BoardEntryDocument,
    "\n  query BoardAround($key: String!, $userId: ID, $radius: Int, $season: Int) {\n    scoreboard(key: $key) { around(userId: $userId, radius: $radius, season: $season) { user { id } rank score } }\n  }": types.BoardAroundDocument,
    "\n  query Boards($first: Int, $after: String) {\n    scoreboards(first: $first, after: $after) { edges { node { key } } pageInfo { hasNextPage endCursor } }\n  }": types.BoardsDocument,
    "\n  query GameBoard($id: ID!) {\n    game(id: $id) {\n      players { seat score user { id } }\n      scoreboard {\n        id key title operator sortOrder submission resetsAt season size\n        seasons { number startedAt endedAt }\n        top(first: 10) { edges { node { user { id } rank score } } }\n      }\n    }\n  }": types.GameBoardDocument,
    "\n  subscription BoardFollowed($scoreboardId: ID!, $first: Int) {\n    standings(scoreboardId: $scoreboardId, first: $first) {\n      scoreboardId version size at\n      entries { rank score achievedAt user { id handle displayName } }\n    }\n  }": types.BoardFollowedDocument,
    "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }": types.StreamWideDocument,
    "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }": types.StreamBareDocument,
    "query StreamServerTime { serverTime }": types.StreamServerTimeDocument,
    "\n  mutation LinkTelegram($notifications: [NotificationKind!]) {\n    linkTelegram(input: { notifications: $notifications }) {\n      __typename ... on LinkTelegramPayload { url code expiresAt } ... on Error { message }\n    }\n  }": types.LinkTelegramDocument,
    "\n  mutation UnlinkTelegram($forgetChoices: Boolean) {\n    unlinkTelegram(input: { forgetChoices: $forgetChoices }) {\n      __typename ... on UnlinkTelegramPayload { telegram { linkedAt reachable notifications } }\n    }\n  }": types.UnlinkTelegramDocument,
    "\n  mutation SetTelegramNotifications($notifications: [NotificationKind!]!) {\n    setTelegramNotifications(input: { notifications: $notifications }) {\n      __typename ... on SetTelegramNotificationsPayload { telegram { linkedAt reachable notifications } }\n    }\n  }": types.SetTelegramNotificationsDocument,
    "\n  query MyTelegram { me { telegram { linkedAt reachable notifications } } }": types.MyTelegramDocument,
    "\n  query TelegramOfUser($handle: String!) { user(handle: $handle) { telegram { linkedAt } } }": types.TelegramOfUserDocument,
    "\n  query CurrentTournament {\n    currentTournament {\n      id cursor name status startsAt entryClosesAt endsAt finishedAt minLevel entryFee groupSize participantCount\n      rewards { fromRank toRank coins }\n      myEntry { id }\n    }\n  }": types.CurrentTournamentDocument,
    "\n  query TournamentState($id: ID!) {\n    tournament(id: $id) {\n      id cursor name status finishedAt participantCount\n      myEntry { id rank score coinsEarned claimedAt group { id number band size } }\n    }\n  }": types.TournamentStateDocument,
    "\n  mutation EnterTournament($input: EnterTournamentInput! = {}) {\n    enterTournament(input: $input) {\n      __typename\n      ... on EnterTournamentPayload {\n        entry { id rank score coinsEarned enteredAt claimedAt user { id coins } tournament { id status } group { id number band size } }\n      }\n      ... on Error { message }\n      ... on LevelTooLowError { level minLevel }\n      ... on NotEnoughCoinsError { coins needed }\n      ... on EntryClosedError { startsAt entryClosesAt }\n    }\n  }": types.EnterTournamentDocument,
    "\n  mutation ClaimReward($input: ClaimRewardInput! = {}) {\n    claimReward(input: $input) {\n      __typename\n      ... on ClaimRewardPayload { entry { id rank score coinsEarned claimedAt user { coins } tournament { id status } } }\n      ... on Error { message }\n      ... on TournamentNotFinishedError { endsAt }\n    }\n  }": types.ClaimRewardDocument,
    "\n  mutation DefineTournament($input: DefineTournamentInput!) {\n    defineTournament(input: $input) {\n      __typename\n      ... on DefineTournamentPayload {\n        tournament {\n          id name status startsAt entryClosesAt endsAt minLevel entryFee groupSize participantCount\n          rewards { fromRank toRank coins }\n        }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.DefineTournamentDocument,
    "\n  subscription TournamentEvents($tournamentId: ID!, $after: String) {\n    tournamentEvents(tournamentId: $tournamentId, after: $after) {\n      __typename seq cursor at\n      ... on TournamentOpened { entryClosesAt endsAt }\n      ... on EntryClosed { participantCount groupCount }\n      ... on TournamentFinished { finishedAt participantCount }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": types.TournamentEventsDocument,
    "\n  query PolledTournamentEvents($id: ID!, $after: String, $first: Int) {\n    tournament(id: $id) {\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on EntryClosed { participantCount groupCount } ... on StreamGap { reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.PolledTournamentEventsDocument,
    "\n  query MyTournaments($first: Int, $after: String) {\n    myTournaments(first: $first, after: $after) {\n      edges { cursor node { id name status participantCount myEntry { id rank score group { number scoreboard { id size } } } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": types.MyTournamentsDocument,
    "\n  query Tournaments($open: Boolean) {\n    tournaments(open: $open) { edges { node { id name status participantCount } } }\n  }": types.TournamentsDocument,
    "\n  query GroupBoard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on TournamentGroup {\n        size number band tournament { id }\n        scoreboard { id key size top(first: 100) { edges { node { rank score user { id } } } } }\n      }\n    }\n  }": types.GroupBoardDocument,
    "\n  subscription GroupStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }": types.GroupStandingsDocument,
    "\n  query EntryNode($id: ID!) {\n    node(id: $id) { __typename ... on TournamentEntry { rank score coinsEarned claimedAt user { id } tournament { id } } }\n  }": types.EntryNodeDocument,
    "\n  subscription ContestantEvents($after: String) {\n    myEvents(after: $after) {\n      __typename\n      ... on LevelUp { newLevel }\n      ... on CoinsChanged { coins amount reason }\n      ... on RewardPaid { tournamentId rank coins }\n    }\n  }": types.ContestantEventsDocument,
    "\n  mutation RaiseLevel($userId: ID!, $levels: Int!, $eventId: String!) {\n    recordProgress(input: { userId: $userId, levels: $levels, eventId: $eventId }) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on Error { message }\n    }\n  }": types.RaiseLevelDocument,
    "\n  mutation TournamentPlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": types.TournamentPlayAsGuestDocument,
    "\n  query TournamentDeepRead {\n    myTournaments(first: 20) {\n      edges {\n        node {\n          id cursor status participantCount rewards { coins }\n          myEntry {\n            id rank score coinsEarned user { id handle } tournament { name }\n            group { number size tournament { name } scoreboard { id key } }\n          }\n        }\n      }\n    }\n  }": types.TournamentDeepReadDocument,
    "query TracedUser($handle: String!) { user(handle: $handle) { id handle } }": types.TracedUserDocument,
    "\n  query Seats($id: ID!) {\n    game(id: $id) { status host { id } players { leftAt user { id handle displayName } cups { id standing } } }\n  }": types.SeatsDocument,
    "\n  query Told($id: ID!) {\n    game(id: $id) {\n      events(first: 200) { edges { node {\n        __typename\n        ... on BallThrown { throwId thrower { handle } cupId }\n        ... on ThrowChallenged { throwId challenger { handle } thrower { handle } }\n        ... on ThrowSettled { throwId status thrower { handle } }\n        ... on PlayerPenalised { player { handle } because }\n      } } }\n    }\n  }": types.ToldDocument,
    "\n  fragment WebhookSeen on Webhook {\n    id url events secret previousSecretUntil owner createdAt disabledAt disabledBecause pausedUntil\n  }": types.WebhookSeenFragmentDoc,
    "\n  fragment DeliverySeen on WebhookDelivery {\n    id type stream seq at state body attempts lastAttemptAt lastStatus lastError nextAttemptAt settledAt\n    webhook { id }\n  }": types.DeliverySeenFragmentDoc,
    "\n  mutation WebhookMade($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on CreateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyWebhooksError { mostWebhooks }\n      ... on WebhookExistsError { webhookId }\n    }\n  }": types.WebhookMadeDocument,
    "\n  mutation WebhookChanged($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ... on UpdateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on WebhookExistsError { webhookId }\n    }\n  }": types.WebhookChangedDocument,
    "\n  mutation WebhookSecretRotated($id: ID!, $secret: String!) {\n    rotateWebhookSecret(input: { id: $id, secret: $secret }) {\n      __typename\n      ... on RotateWebhookSecretPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.WebhookSecretRotatedDocument,
    "\n  mutation WebhookDeleted($id: ID!) {\n    deleteWebhook(input: { id: $id }) {\n      __typename\n      ... on DeleteWebhookPayload { id }\n      ... on Error { message }\n    }\n  }": types.WebhookDeletedDocument,
    "\n  mutation DeliveryReplayed($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) {\n      __typename\n      ... on ReplayWebhookDeliveryPayload { delivery { ...DeliverySeen } }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }": types.DeliveryReplayedDocument,
    "\n  mutation ParkedReplayed($id: ID!) {\n    replayParkedDeliveries(input: { id: $id }) {\n      __typename\n      ... on ReplayParkedDeliveriesPayload { replayed }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }": types.ParkedReplayedDocument,
    "\n  query Webhooks($first: Int, $after: String) {\n    webhooks(first: $first, after: $after) {\n      edges { node { ...WebhookSeen } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }": types.WebhooksDocument,
    "\n  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Webhook {\n        ...WebhookSeen\n        deliveries(state: $state, first: $first, after: $after) {\n          edges { node { ...DeliverySeen } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }": types.WebhookDeliveriesDocument,
    "query WebhookDeliveryNode($id: ID!) { node(id: $id) { __typename ... on WebhookDelivery { ...DeliverySeen } } }": types.WebhookDeliveryNodeDocument,
};

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').AccountSignUpDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }"): typeof import('./graphql.ts').AccountSignInDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').AccountPlayAsGuestDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }"): typeof import('./graphql.ts').AccountRefreshSessionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }"): typeof import('./graphql.ts').AccountSignOutDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AccountSessions { mySessions { id device createdAt lastUsedAt expiresAt current } }"): typeof import('./graphql.ts').AccountSessionsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountEndSession($sessionId: ID!) {\n    endSession(input: { sessionId: $sessionId }) {\n      __typename\n      ... on EndSessionPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }"): typeof import('./graphql.ts').AccountEndSessionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }"): typeof import('./graphql.ts').AccountUserDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }"): typeof import('./graphql.ts').AccountNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query AccountServerTime { serverTime }"): typeof import('./graphql.ts').AccountServerTimeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ServiceTokenRevoked($id: ID!) {\n    revokeServiceToken(input: { id: $id }) {\n      __typename\n      ... on RevokeServiceTokenPayload { ok }\n      ... on NotFoundError { message }\n    }\n  }"): typeof import('./graphql.ts').ServiceTokenRevokedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ServiceTokens($first: Int, $after: String) {\n    serviceTokens(first: $first, after: $after) {\n      edges { node { id name scopes createdAt expiresAt revokedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').ServiceTokensDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ServiceTokenNode($id: ID!) { node(id: $id) { __typename ... on ServiceToken { id name } } }"): typeof import('./graphql.ts').ServiceTokenNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ServiceReads($handle: String!, $id: ID!, $gameId: ID!) {\n    me { id }\n    serverTime\n    user(handle: $handle) { id level coins }\n    node(id: $id) { __typename ... on User { handle coins } }\n    game(id: $gameId) { status scoreboard { size } }\n    globalLeaderboard { key }\n    scoreboards(first: 1) { edges { node { key } } }\n  }"): typeof import('./graphql.ts').ServiceReadsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ServiceFollows($scoreboardId: ID!) { standings(scoreboardId: $scoreboardId) { version size } }"): typeof import('./graphql.ts').ServiceFollowsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query ServicePolls($handle: String!) { user(handle: $handle) { events { edges { cursor } } } }"): typeof import('./graphql.ts').ServicePollsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BattleWarnings {\n    me { events(first: 100) { edges { node { __typename ... on BattleStarting { battleId title beginsAt } } } } }\n  }"): typeof import('./graphql.ts').BattleWarningsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateBattle($input: CreateBattleInput!) {\n    createBattle(input: $input) {\n      __typename\n      ... on CreateBattlePayload { battle { id cursor status title seconds minFighters maxFighters beginsAt endsAt host { id } fighterCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').CreateBattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation JoinBattle($battleId: ID!) {\n    joinBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on JoinBattlePayload { battle { id status fighterCount fighting } }\n      ... on BattleFullError { maxFighters }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').JoinBattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LeaveBattle($battleId: ID!) {\n    leaveBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on LeaveBattlePayload { battle { id status host { id } fighterCount fighting cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LeaveBattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation BeginBattle($battleId: ID!) {\n    beginBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on BeginBattlePayload { battle { id status beginsAt endsAt } }\n      ... on NotEnoughFightersError { fighters needed }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').BeginBattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CancelBattle($battleId: ID!) {\n    cancelBattle(input: { battleId: $battleId }) {\n      __typename\n      ... on CancelBattlePayload { battle { id status cancelReason } }\n      ... on BattleNotWaitingError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').CancelBattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Battle($id: ID!) {\n    battle(id: $id) {\n      id cursor title status cancelReason seconds beginsAt endsAt finishedAt fighterCount fighting\n      host { id }\n      winner { id level }\n      fighters { user { id } score rank }\n      scoreboard { id key size top(first: 1000) { edges { node { user { id } rank score } } } }\n    }\n  }"): typeof import('./graphql.ts').BattleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Battles($status: BattleStatus, $first: Int, $after: String) {\n    battles(status: $status, first: $first, after: $after) {\n      edges { cursor node { id title status } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').BattlesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment EveryBattleEvent on BattleEvent {\n    __typename seq cursor at\n    ... on BattleJoined { fighters { id handle } fighterCount }\n    ... on BattleLeft { person { id } host { id } fighterCount }\n    ... on BattleBegan { beganAt endsAt fighterCount }\n    ... on BattleScored { scores { person { id } score } }\n    ... on BattleFinished { finishedAt ranking { rank person { id } score } winner { id } fighterCount }\n    ... on BattleCancelled { cancelReason by { id } fighterCount }\n    ... on StreamGap { reason missedFrom missedTo }\n  }"): typeof import('./graphql.ts').EveryBattleEventFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription BattleEvents($battleId: ID!, $after: String) {\n    battleEvents(battleId: $battleId, after: $after) { ...EveryBattleEvent }\n  }"): typeof import('./graphql.ts').BattleEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledBattleEvents($id: ID!, $after: String, $first: Int) {\n    battle(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryBattleEvent } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').PolledBattleEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BattleNode($id: ID!) { node(id: $id) { __typename id } }"): typeof import('./graphql.ts').BattleNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription GameCalls($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on ThrowAgainstYou { gameId throwId cupId challengeBy thrower { id handle } }\n      ... on ChallengeAgainstYou { gameId throwId answerBy challenger { id handle } }\n    }\n  }"): typeof import('./graphql.ts').GameCallsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GamePolledCalls($after: String) {\n    me {\n      events(first: 200, after: $after) {\n        edges { cursor node { __typename seq ... on ThrowAgainstYou { throwId } ... on ChallengeAgainstYou { throwId } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').GamePolledCallsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId, reason: \"The table was shaken.\" }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameVoidThrowDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameAnswerErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameChallengeErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameLogDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }"): typeof import('./graphql.ts').GamePlayAsGuestDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameJoinErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameStartErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }"): typeof import('./graphql.ts').GameNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }"): typeof import('./graphql.ts').GameByTypedArgumentDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameDeepReadDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameDeepThrowsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameThrowPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').GameOpenPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').GameMyPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }"): typeof import('./graphql.ts').GameRejectedThrowsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription GroupMemberStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }"): typeof import('./graphql.ts').GroupMemberStandingsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupOwnEntry($id: ID!) { group(id: $id) { scoreboard { entry { score } } } }"): typeof import('./graphql.ts').GroupOwnEntryDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupBoardReads($key: String!, $userId: ID!) {\n    scoreboard(key: $key) {\n      size\n      mine: entry { score }\n      theirs: entry(userId: $userId) { score }\n      around(userId: $userId) { score }\n      top { edges { node { score } } }\n    }\n  }"): typeof import('./graphql.ts').GroupBoardReadsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      __typename\n      ... on CreateGroupPayload {\n        group { id name description open maxMembers memberCount inviteCode createdAt endedAt owner { id } me { role joinedAt } scoreboard { id key size } }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyGroupsError { most }\n    }\n  }"): typeof import('./graphql.ts').CreateGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation JoinGroup($input: JoinGroupInput!) {\n    joinGroup(input: $input) {\n      __typename\n      ... on JoinGroupPayload { group { id memberCount inviteCode me { role joinedAt user { id } } } }\n      ... on Error { message }\n      ... on GroupFullError { maxMembers }\n      ... on BannedError { reason }\n      ... on TooManyGroupsError { most }\n    }\n  }"): typeof import('./graphql.ts').JoinGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LeaveGroup($groupId: ID!) {\n    leaveGroup(input: { groupId: $groupId }) {\n      __typename\n      ... on LeaveGroupPayload { group { id memberCount inviteCode endedAt owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LeaveGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation KickGroupMember($groupId: ID!, $userId: ID!) {\n    kickGroupMember(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on KickGroupMemberPayload { group { id memberCount } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n      ... on NotAMemberError { userId }\n    }\n  }"): typeof import('./graphql.ts').KickGroupMemberDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation BanFromGroup($groupId: ID!, $userId: ID!, $reason: String) {\n    banFromGroup(input: { groupId: $groupId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on BanFromGroupPayload { group { id memberCount bans { edges { node { reason bannedAt user { id } by { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }"): typeof import('./graphql.ts').BanFromGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UnbanFromGroup($groupId: ID!, $userId: ID!) {\n    unbanFromGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on UnbanFromGroupPayload { group { id bans { edges { node { user { id } } } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').UnbanFromGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetGroupRole($groupId: ID!, $userId: ID!, $role: AssignableGroupRole!) {\n    setGroupRole(input: { groupId: $groupId, userId: $userId, role: $role }) {\n      __typename\n      ... on SetGroupRolePayload { group { id members { edges { node { role user { id } } } } } }\n      ... on Error { message }\n      ... on MemberProtectedError { because }\n    }\n  }"): typeof import('./graphql.ts').SetGroupRoleDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation TransferGroup($groupId: ID!, $userId: ID!) {\n    transferGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on TransferGroupPayload { group { id owner { id } me { role } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').TransferGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      __typename\n      ... on UpdateGroupPayload { group { id name description open maxMembers inviteCode } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').UpdateGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation NewInviteCode($groupId: ID!, $insteadOf: String) {\n    newInviteCode(input: { groupId: $groupId, insteadOf: $insteadOf }) {\n      __typename\n      ... on NewInviteCodePayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').NewInviteCodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation InviteToGroup($groupId: ID!, $userId: ID!) {\n    inviteToGroup(input: { groupId: $groupId, userId: $userId }) {\n      __typename\n      ... on InviteToGroupPayload { group { id inviteCode } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').InviteToGroupDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupState($id: ID!, $first: Int, $after: String) {\n    group(id: $id) {\n      id name description open maxMembers memberCount inviteCode createdAt endedAt\n      owner { id } me { role joinedAt }\n      members(first: $first, after: $after) {\n        edges { cursor node { role joinedAt user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage endCursor }\n      }\n      bans { edges { cursor node { reason user { id } } } }\n      scoreboard { id key size }\n    }\n  }"): typeof import('./graphql.ts').GroupStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupScores($id: ID!) {\n    group(id: $id) { scoreboard { size top(first: 200) { edges { node { score rank user { id } } } } entry { score } } }\n  }"): typeof import('./graphql.ts').GroupScoresDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Groups($mine: Boolean, $search: String, $first: Int, $after: String) {\n    groups(mine: $mine, search: $search, first: $first, after: $after) {\n      edges { cursor node { id name memberCount owner { id } me { role } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').GroupsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription Invitations($after: String) {\n    myEvents(after: $after) {\n      __typename seq\n      ... on InvitationReceived { groupId groupName inviteCode by { id handle displayName } }\n    }\n  }"): typeof import('./graphql.ts').InvitationsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledInvitations {\n    me { events { edges { node { __typename ... on InvitationReceived { groupId groupName inviteCode by { id } } } } } }\n  }"): typeof import('./graphql.ts').PolledInvitationsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupDeepRead {\n    groups(first: 50) {\n      edges {\n        node {\n          name memberCount inviteCode owner { handle } me { role user { handle } } scoreboard { key title }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GroupDeepReadDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupDeepMembers($id: ID!) {\n    group(id: $id) {\n      members(first: 100) { edges { node { role user { handle level } } } }\n      scoreboard { top(first: 100) { edges { node { score user { handle } } } } }\n    }\n  }"): typeof import('./graphql.ts').GroupDeepMembersDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query Me { me { id handle displayName guest level coins cursor } }"): typeof import('./graphql.ts').MeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').CreateGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').JoinGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').StartGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LeaveGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ThrowBallDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }"): typeof import('./graphql.ts').ChallengeThrowDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').AnswerChallengeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }"): typeof import('./graphql.ts').GameStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }"): typeof import('./graphql.ts').ThrowStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }"): typeof import('./graphql.ts').GameEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }"): typeof import('./graphql.ts').ThrowHopsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').PolledEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ServiceTokenMade($input: CreateServiceTokenInput!) {\n    createServiceToken(input: $input) {\n      __typename\n      ... on CreateServiceTokenPayload { token id }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ServiceTokenMadeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ServiceUserMade($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserPayload { user { id handle displayName guest level coins createdAt } }\n      ... on HandleTakenError { message handle }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ServiceUserMadeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }"): typeof import('./graphql.ts').GameCursorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsView {\n    operations {\n      games(first: 20) { edges { cursor node { id status createdAt startedAt players { user { id handle } } } } }\n      rooms(first: 20) { edges { cursor node { id phase title memberCount onlineCount host { id handle } } } }\n      battles(first: 20) { edges { cursor node { id status title fighterCount } } }\n      nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs }\n      deadlines(first: 20) { edges { cursor node { kind subject dueAt nextAt attempts failedAt lastError } } pageInfo { hasNextPage endCursor } }\n      jobs(first: 20) { edges { cursor node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } } }\n      auditLog(first: 20) { edges { cursor node { id at user { id } service { id } action subject reason details { name value } } } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsViewDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsAuditLog($first: Int, $after: String, $by: ID, $action: String, $subject: ID) {\n    operations {\n      auditLog(first: $first, after: $after, by: $by, action: $action, subject: $subject) {\n        edges { node { id at user { id handle } service { id } action subject reason details { name value } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').OperatorsAuditLogDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsLive($game: GameStatus, $room: QuizPhase, $battle: BattleStatus, $first: Int) {\n    operations {\n      games(status: $game, first: $first) { edges { node { id status startedAt players { user { id handle } } } } pageInfo { hasNextPage } }\n      rooms(phase: $room, first: $first) { edges { node { id phase memberCount onlineCount host { id handle } } } pageInfo { hasNextPage } }\n      battles(status: $battle, first: $first) { edges { node { id status fighterCount host { handle } } } pageInfo { hasNextPage } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsLiveDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsNodes {\n    operations { nodes { id version roles startedAt seenAt sockets subscriptions eventLoopDelayMs } }\n  }"): typeof import('./graphql.ts').OperatorsNodesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsDeadlines($state: DeadlineState, $first: Int, $after: String) {\n    operations {\n      deadlines(state: $state, first: $first, after: $after) {\n        edges { node { kind subject dueAt nextAt attempts failedAt lastError } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').OperatorsDeadlinesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OperatorsJobs($failing: Boolean, $name: String, $first: Int, $after: String) {\n    operations {\n      jobs(failing: $failing, name: $name, first: $first, after: $after) {\n        edges { node { id name every nextRunAt lastRunAt lastFinishedAt failures failedAt failReason lockedAt lockedBy } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').OperatorsJobsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OperatorsCloseRoom($roomId: ID!, $reason: String!) {\n    closeRoom(input: { roomId: $roomId, reason: $reason }) {\n      __typename\n      ... on CloseRoomPayload { room { id phase pin endedAt memberCount } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsCloseRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OperatorsKickFromRoom($roomId: ID!, $userId: ID!, $reason: String!) {\n    kickFromRoom(input: { roomId: $roomId, userId: $userId, reason: $reason }) {\n      __typename\n      ... on KickFromRoomPayload { room { id phase memberCount host { id } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n      ... on NotKickableError { because }\n    }\n  }"): typeof import('./graphql.ts').OperatorsKickFromRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OperatorsVoidThrow($throwId: ID!, $reason: String!) {\n    voidThrow(input: { throwId: $throwId, reason: $reason }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status receipt settledAt } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsVoidThrowDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OperatorsRetryDeadline($kind: DeadlineKind!, $subject: ID!, $reason: String!) {\n    retryDeadline(input: { kind: $kind, subject: $subject, reason: $reason }) {\n      __typename\n      ... on RetryDeadlinePayload { deadline { kind subject attempts nextAt lastError } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsRetryDeadlineDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OperatorsRetryJob($jobId: ID!, $reason: String!) {\n    retryJob(input: { jobId: $jobId, reason: $reason }) {\n      __typename\n      ... on RetryJobPayload { job { id name nextRunAt failures } }\n      ... on InvalidInputError { message fields { field } }\n    }\n  }"): typeof import('./graphql.ts').OperatorsRetryJobDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ProgressRecorded($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ProgressRecordedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CoinsReserved($input: ReserveCoinsInput!) {\n    reserveCoins(input: $input) {\n      __typename\n      ... on ReserveCoinsPayload { reservation { id amount purpose status expiresAt user { id coins } } }\n      ... on NotEnoughCoinsError { message coins needed }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').CoinsReservedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ReservationConfirmed($reservationId: ID!) {\n    confirmReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on ConfirmReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }"): typeof import('./graphql.ts').ReservationConfirmedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ReservationRolledBack($reservationId: ID!) {\n    rollBackReservation(input: { reservationId: $reservationId }) {\n      __typename\n      ... on RollBackReservationPayload { reservation { id status user { coins } } }\n      ... on ReservationSettledError { message status }\n      ... on NotFoundError { message }\n    }\n  }"): typeof import('./graphql.ts').ReservationRolledBackDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ReservationNode($id: ID!) {\n    node(id: $id) { __typename ... on Reservation { id amount purpose status expiresAt user { id } } }\n  }"): typeof import('./graphql.ts').ReservationNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query ProgressBalance($id: ID!) { node(id: $id) { __typename ... on User { level coins } } }"): typeof import('./graphql.ts').ProgressBalanceDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProgressGlobal($userId: ID) { globalLeaderboard { size entry(userId: $userId) { rank score user { id level } } } }"): typeof import('./graphql.ts').ProgressGlobalDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ProgressEvents($after: String) {\n    myEvents(after: $after) {\n      __typename seq cursor at\n      ... on LevelUp { oldLevel newLevel coinsEarned }\n      ... on CoinsChanged { coins amount reason }\n    }\n  }"): typeof import('./graphql.ts').ProgressEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProgressPolled($after: String, $first: Int) {\n    me {\n      cursor coins level\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on LevelUp { oldLevel newLevel coinsEarned } ... on CoinsChanged { coins amount reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').ProgressPolledDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProgressEventsOf($handle: String!) { user(handle: $handle) { id events { edges { cursor } } } }"): typeof import('./graphql.ts').ProgressEventsOfDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Quiz($id: ID!) {\n    node(id: $id) {\n      ... on Quiz {\n        title questionCount author { id }\n        questions { index body options correctOptions seconds points pictureUrl explanation }\n      }\n    }\n  }"): typeof import('./graphql.ts').QuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Quizzes($first: Int, $after: String) {\n    quizzes(first: $first, after: $after) { edges { node { id title } } pageInfo { hasNextPage endCursor } }\n  }"): typeof import('./graphql.ts').QuizzesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateQuiz($input: CreateQuizInput!) {\n    createQuiz(input: $input) {\n      __typename\n      ... on CreateQuizPayload { quiz { id title questionCount createdAt } }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').CreateQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateQuiz($input: UpdateQuizInput!) {\n    updateQuiz(input: $input) {\n      __typename\n      ... on UpdateQuizPayload { quiz { id title questionCount } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').UpdateQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeleteQuiz($input: DeleteQuizInput!) {\n    deleteQuiz(input: $input) {\n      __typename\n      ... on DeleteQuizPayload { quizId }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').DeleteQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ImportQuiz($input: ImportQuizInput!) {\n    importQuiz(input: $input) {\n      __typename\n      ... on ImportQuizPayload {\n        quiz { id title questions { body options correctOptions seconds points pictureUrl explanation } }\n      }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ImportQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query QuizReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      report {\n        csvPath\n        questions {\n          index body options correctOptions revealed answered correct distribution averageMs averagePoints\n        }\n        players(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              user { id handle } displayName rank score correct answered averageMs status\n              kick { by { id } reason at }\n              answers { questionIndex options correct points bonus elapsedMs }\n            }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').QuizReportDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PlayersOfReport($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) { report { players(first: $first, after: $after) { edges { node { rank } } } } }\n  }"): typeof import('./graphql.ts').PlayersOfReportDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Reveals($id: ID!) {\n    quizRoom(id: $id) { events { edges { node { ... on QuestionRevealed { answered distribution } } } } }\n  }"): typeof import('./graphql.ts').RevealsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation OpenQuizRoom($input: OpenQuizRoomInput!) {\n    openQuizRoom(input: $input) {\n      __typename\n      ... on OpenQuizRoomPayload { room { id cursor pin inviteCode phase title } }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').OpenQuizRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation JoinQuizRoom($input: JoinQuizRoomInput!) {\n    joinQuizRoom(input: $input) {\n      __typename\n      ... on JoinQuizRoomPayload { room { id cursor me { displayName role plays } } }\n      ... on BannedError { reason }\n      ... on WrongPhaseError { phase }\n      ... on RoomFullError { maxMembers }\n      ... on NameTakenError { displayName }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').JoinQuizRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LeaveQuizRoom($roomId: ID!) {\n    leaveQuizRoom(input: { roomId: $roomId }) {\n      __typename\n      ... on LeaveQuizRoomPayload { room { id pin memberCount me { displayName } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LeaveQuizRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation KickPlayer($input: KickPlayerInput!) {\n    kickPlayer(input: $input) {\n      __typename\n      ... on KickPlayerPayload { room { id memberCount } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on NotKickableError { because }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').KickPlayerDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation TransferHost($input: TransferHostInput!) {\n    transferHost(input: $input) {\n      __typename\n      ... on TransferHostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').TransferHostDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AddCohost($input: AddCohostInput!) {\n    addCohost(input: $input) {\n      __typename\n      ... on AddCohostPayload { room { host { id } cohosts { id } } }\n      ... on WrongPhaseError { phase }\n      ... on NotAMemberError { userId }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').AddCohostDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation StartQuiz($roomId: ID!) {\n    startQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on StartQuizPayload { room { phase questionIndex deadline startedAt } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').StartQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation NextQuestion($input: NextQuestionInput!) {\n    nextQuestion(input: $input) {\n      __typename\n      ... on NextQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').NextQuestionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RevealQuestion($input: RevealQuestionInput!) {\n    revealQuestion(input: $input) {\n      __typename\n      ... on RevealQuestionPayload { room { phase questionIndex deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').RevealQuestionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation PauseQuiz($roomId: ID!) {\n    pauseQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on PauseQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').PauseQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ResumeQuiz($roomId: ID!) {\n    resumeQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on ResumeQuizPayload { room { phase pausedFrom remainingMs deadline } }\n      ... on WrongPhaseError { phase }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').ResumeQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation EndQuiz($roomId: ID!) {\n    endQuiz(input: { roomId: $roomId }) {\n      __typename\n      ... on EndQuizPayload { room { phase questionIndex endedAt pin } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').EndQuizDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AnswerQuestion($input: AnswerQuestionInput!) {\n    answerQuestion(input: $input) {\n      __typename\n      ... on AnswerQuestionPayload { answer { questionIndex options answeredAt elapsedMs correct points } }\n      ... on QuestionClosedError { questionIndex }\n      ... on AlreadyAnsweredError { options answeredAt }\n      ... on WrongPhaseError { phase }\n      ... on BannedError { reason }\n      ... on NotAMemberError { userId }\n      ... on InvalidInputError { fields { field message } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').AnswerQuestionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query QuizRoom($id: ID!) {\n    quizRoom(id: $id) {\n      id cursor pin inviteCode title questionCount phase pausedFrom remainingMs questionIndex deadline answered memberCount\n      createdAt startedAt endedAt\n      settings {\n        advance intermissionSeconds revealEarly lateJoin answerChange alpha streakBonus whenHostGone maxMembers pinEntry\n        wordFilter hostPlays\n      }\n      quiz { id title questionCount questions { correctOptions } }\n      host { id } cohosts { id }\n      me { user { id } displayName role online plays score streak joinedAt }\n      question { index body options seconds points pictureUrl correctOptions explanation }\n      myAnswer { questionIndex options answeredAt elapsedMs correct points }\n      scoreboard { id title top { edges { node { rank score user { id } } } } }\n    }\n  }"): typeof import('./graphql.ts').QuizRoomDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query QuizRoomNode($id: ID!) { node(id: $id) { ... on QuizRoom { id phase } } }"): typeof import('./graphql.ts').QuizRoomNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query RoomMembers($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      memberCount\n      members(first: $first, after: $after) {\n        edges { cursor node { displayName role user { id handle } } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').RoomMembersDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query MyQuizRooms($open: Boolean, $first: Int, $after: String) {\n    myQuizRooms(open: $open, first: $first, after: $after) {\n      edges { node { id phase } } pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').MyQuizRoomsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment EveryRoomEvent on QuizRoomEvent {\n    __typename seq cursor at\n    ... on MemberJoined { members { person { id displayName } role plays online score streak } memberCount }\n    ... on MemberLeft { person { id displayName } memberCount }\n    ... on MemberKicked { person { id displayName } by { id } kickReason memberCount }\n    ... on PresenceChanged { members { person { id displayName } online } onlineCount }\n    ... on HostChanged { host { id } cohosts { id } hostChange }\n    ... on QuestionOpened { questionIndex questionCount body options seconds points pictureUrl deadline }\n    ... on AnswerCounted { questionIndex answered playerCount }\n    ... on QuestionRevealed {\n      questionIndex correctOptions explanation distribution answered\n      standings { rank score person { id } }\n      myResult { options correct points bonus streak score rank }\n      deadline\n    }\n    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason by { id } }\n    ... on QuizResumed { phase questionIndex deadline by { id } }\n    ... on QuizEnded { endReason by { id } closeReason questionsRevealed podium { rank score person { id } } }\n    ... on StreamGap { reason missedFrom missedTo }\n  }"): typeof import('./graphql.ts').EveryRoomEventFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription QuizRoomEvents($roomId: ID!, $after: String) {\n    quizRoomEvents(roomId: $roomId, after: $after) { ...EveryRoomEvent }\n  }"): typeof import('./graphql.ts').QuizRoomEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledRoomEvents($id: ID!, $after: String, $first: Int) {\n    quizRoom(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { ...EveryRoomEvent } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').PolledRoomEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query RoomRanking($id: ID!, $first: Int, $after: String) {\n    quizRoom(id: $id) {\n      ranking(first: $first, after: $after) {\n        edges { node { displayName score } } pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').RoomRankingDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query QuizRoomDeepRead {\n    myQuizRooms(first: 20) {\n      edges {\n        node {\n          id cursor phase memberCount host { id } cohosts { id } quiz { title author { handle } } question { body }\n          me { role score user { handle } } myAnswer { options } scoreboard { key }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').QuizRoomDeepReadDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation BoardMade($input: CreateScoreboardInput!) {\n    createScoreboard(input: $input) {\n      __typename\n      ... on CreateScoreboardPayload {\n        scoreboard { id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size }\n      }\n      ... on ScoreboardKeyTakenError { message key }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').BoardMadeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ScoreSubmitted($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      __typename\n      ... on SubmitScorePayload { entry { user { id handle } rank score achievedAt } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ScoreSubmittedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ScoresSubmitted($input: SubmitScoresInput!) {\n    submitScores(input: $input) {\n      __typename\n      ... on SubmitScoresPayload { accepted repeated scoreboard { key size } entries { user { id } rank score } }\n      ... on IdempotencyKeyReusedError { message idempotencyKey }\n      ... on ScoreOutOfRangeError { message }\n      ... on NotFoundError { message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ScoresSubmittedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Board($key: String!) {\n    scoreboard(key: $key) {\n      id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size\n      seasons { number startedAt endedAt }\n    }\n  }"): typeof import('./graphql.ts').BoardDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BoardNode($id: ID!) {\n    node(id: $id) { __typename ... on Scoreboard { season resetsAt size seasons { number startedAt endedAt } } }\n  }"): typeof import('./graphql.ts').BoardNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BoardTop($key: String!, $first: Int, $after: String, $season: Int) {\n    scoreboard(key: $key) {\n      size(season: $season)\n      top(first: $first, after: $after, season: $season) {\n        edges { cursor node { user { id } rank score achievedAt } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').BoardTopDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BoardEntry($key: String!, $userId: ID, $season: Int) {\n    scoreboard(key: $key) { entry(userId: $userId, season: $season) { user { id } rank score achievedAt } }\n  }"): typeof import('./graphql.ts').BoardEntryDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query BoardAround($key: String!, $userId: ID, $radius: Int, $season: Int) {\n    scoreboard(key: $key) { around(userId: $userId, radius: $radius, season: $season) { user { id } rank score } }\n  }"): typeof import('./graphql.ts').BoardAroundDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Boards($first: Int, $after: String) {\n    scoreboards(first: $first, after: $after) { edges { node { key } } pageInfo { hasNextPage endCursor } }\n  }"): typeof import('./graphql.ts').BoardsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameBoard($id: ID!) {\n    game(id: $id) {\n      players { seat score user { id } }\n      scoreboard {\n        id key title operator sortOrder submission resetsAt season size\n        seasons { number startedAt endedAt }\n        top(first: 10) { edges { node { user { id } rank score } } }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameBoardDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription BoardFollowed($scoreboardId: ID!, $first: Int) {\n    standings(scoreboardId: $scoreboardId, first: $first) {\n      scoreboardId version size at\n      entries { rank score achievedAt user { id handle displayName } }\n    }\n  }"): typeof import('./graphql.ts').BoardFollowedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }"): typeof import('./graphql.ts').StreamWideDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }"): typeof import('./graphql.ts').StreamBareDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query StreamServerTime { serverTime }"): typeof import('./graphql.ts').StreamServerTimeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LinkTelegram($notifications: [NotificationKind!]) {\n    linkTelegram(input: { notifications: $notifications }) {\n      __typename ... on LinkTelegramPayload { url code expiresAt } ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LinkTelegramDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UnlinkTelegram($forgetChoices: Boolean) {\n    unlinkTelegram(input: { forgetChoices: $forgetChoices }) {\n      __typename ... on UnlinkTelegramPayload { telegram { linkedAt reachable notifications } }\n    }\n  }"): typeof import('./graphql.ts').UnlinkTelegramDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetTelegramNotifications($notifications: [NotificationKind!]!) {\n    setTelegramNotifications(input: { notifications: $notifications }) {\n      __typename ... on SetTelegramNotificationsPayload { telegram { linkedAt reachable notifications } }\n    }\n  }"): typeof import('./graphql.ts').SetTelegramNotificationsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query MyTelegram { me { telegram { linkedAt reachable notifications } } }"): typeof import('./graphql.ts').MyTelegramDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query TelegramOfUser($handle: String!) { user(handle: $handle) { telegram { linkedAt } } }"): typeof import('./graphql.ts').TelegramOfUserDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query CurrentTournament {\n    currentTournament {\n      id cursor name status startsAt entryClosesAt endsAt finishedAt minLevel entryFee groupSize participantCount\n      rewards { fromRank toRank coins }\n      myEntry { id }\n    }\n  }"): typeof import('./graphql.ts').CurrentTournamentDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query TournamentState($id: ID!) {\n    tournament(id: $id) {\n      id cursor name status finishedAt participantCount\n      myEntry { id rank score coinsEarned claimedAt group { id number band size } }\n    }\n  }"): typeof import('./graphql.ts').TournamentStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation EnterTournament($input: EnterTournamentInput! = {}) {\n    enterTournament(input: $input) {\n      __typename\n      ... on EnterTournamentPayload {\n        entry { id rank score coinsEarned enteredAt claimedAt user { id coins } tournament { id status } group { id number band size } }\n      }\n      ... on Error { message }\n      ... on LevelTooLowError { level minLevel }\n      ... on NotEnoughCoinsError { coins needed }\n      ... on EntryClosedError { startsAt entryClosesAt }\n    }\n  }"): typeof import('./graphql.ts').EnterTournamentDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ClaimReward($input: ClaimRewardInput! = {}) {\n    claimReward(input: $input) {\n      __typename\n      ... on ClaimRewardPayload { entry { id rank score coinsEarned claimedAt user { coins } tournament { id status } } }\n      ... on Error { message }\n      ... on TournamentNotFinishedError { endsAt }\n    }\n  }"): typeof import('./graphql.ts').ClaimRewardDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DefineTournament($input: DefineTournamentInput!) {\n    defineTournament(input: $input) {\n      __typename\n      ... on DefineTournamentPayload {\n        tournament {\n          id name status startsAt entryClosesAt endsAt minLevel entryFee groupSize participantCount\n          rewards { fromRank toRank coins }\n        }\n      }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').DefineTournamentDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription TournamentEvents($tournamentId: ID!, $after: String) {\n    tournamentEvents(tournamentId: $tournamentId, after: $after) {\n      __typename seq cursor at\n      ... on TournamentOpened { entryClosesAt endsAt }\n      ... on EntryClosed { participantCount groupCount }\n      ... on TournamentFinished { finishedAt participantCount }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }"): typeof import('./graphql.ts').TournamentEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledTournamentEvents($id: ID!, $after: String, $first: Int) {\n    tournament(id: $id) {\n      events(after: $after, first: $first) {\n        edges {\n          cursor\n          node { __typename seq cursor at ... on EntryClosed { participantCount groupCount } ... on StreamGap { reason } }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').PolledTournamentEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query MyTournaments($first: Int, $after: String) {\n    myTournaments(first: $first, after: $after) {\n      edges { cursor node { id name status participantCount myEntry { id rank score group { number scoreboard { id size } } } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').MyTournamentsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Tournaments($open: Boolean) {\n    tournaments(open: $open) { edges { node { id name status participantCount } } }\n  }"): typeof import('./graphql.ts').TournamentsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GroupBoard($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on TournamentGroup {\n        size number band tournament { id }\n        scoreboard { id key size top(first: 100) { edges { node { rank score user { id } } } } }\n      }\n    }\n  }"): typeof import('./graphql.ts').GroupBoardDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription GroupStandings($scoreboardId: ID!) {\n    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }\n  }"): typeof import('./graphql.ts').GroupStandingsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query EntryNode($id: ID!) {\n    node(id: $id) { __typename ... on TournamentEntry { rank score coinsEarned claimedAt user { id } tournament { id } } }\n  }"): typeof import('./graphql.ts').EntryNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ContestantEvents($after: String) {\n    myEvents(after: $after) {\n      __typename\n      ... on LevelUp { newLevel }\n      ... on CoinsChanged { coins amount reason }\n      ... on RewardPaid { tournamentId rank coins }\n    }\n  }"): typeof import('./graphql.ts').ContestantEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RaiseLevel($userId: ID!, $levels: Int!, $eventId: String!) {\n    recordProgress(input: { userId: $userId, levels: $levels, eventId: $eventId }) {\n      __typename\n      ... on RecordProgressPayload { coinsEarned user { id level coins } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').RaiseLevelDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation TournamentPlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }"): typeof import('./graphql.ts').TournamentPlayAsGuestDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query TournamentDeepRead {\n    myTournaments(first: 20) {\n      edges {\n        node {\n          id cursor status participantCount rewards { coins }\n          myEntry {\n            id rank score coinsEarned user { id handle } tournament { name }\n            group { number size tournament { name } scoreboard { id key } }\n          }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').TournamentDeepReadDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query TracedUser($handle: String!) { user(handle: $handle) { id handle } }"): typeof import('./graphql.ts').TracedUserDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Seats($id: ID!) {\n    game(id: $id) { status host { id } players { leftAt user { id handle displayName } cups { id standing } } }\n  }"): typeof import('./graphql.ts').SeatsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Told($id: ID!) {\n    game(id: $id) {\n      events(first: 200) { edges { node {\n        __typename\n        ... on BallThrown { throwId thrower { handle } cupId }\n        ... on ThrowChallenged { throwId challenger { handle } thrower { handle } }\n        ... on ThrowSettled { throwId status thrower { handle } }\n        ... on PlayerPenalised { player { handle } because }\n      } } }\n    }\n  }"): typeof import('./graphql.ts').ToldDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment WebhookSeen on Webhook {\n    id url events secret previousSecretUntil owner createdAt disabledAt disabledBecause pausedUntil\n  }"): typeof import('./graphql.ts').WebhookSeenFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment DeliverySeen on WebhookDelivery {\n    id type stream seq at state body attempts lastAttemptAt lastStatus lastError nextAttemptAt settledAt\n    webhook { id }\n  }"): typeof import('./graphql.ts').DeliverySeenFragmentDoc;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation WebhookMade($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      __typename\n      ... on CreateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on TooManyWebhooksError { mostWebhooks }\n      ... on WebhookExistsError { webhookId }\n    }\n  }"): typeof import('./graphql.ts').WebhookMadeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation WebhookChanged($input: UpdateWebhookInput!) {\n    updateWebhook(input: $input) {\n      __typename\n      ... on UpdateWebhookPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n      ... on WebhookExistsError { webhookId }\n    }\n  }"): typeof import('./graphql.ts').WebhookChangedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation WebhookSecretRotated($id: ID!, $secret: String!) {\n    rotateWebhookSecret(input: { id: $id, secret: $secret }) {\n      __typename\n      ... on RotateWebhookSecretPayload { webhook { ...WebhookSeen } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').WebhookSecretRotatedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation WebhookDeleted($id: ID!) {\n    deleteWebhook(input: { id: $id }) {\n      __typename\n      ... on DeleteWebhookPayload { id }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').WebhookDeletedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeliveryReplayed($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) {\n      __typename\n      ... on ReplayWebhookDeliveryPayload { delivery { ...DeliverySeen } }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }"): typeof import('./graphql.ts').DeliveryReplayedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ParkedReplayed($id: ID!) {\n    replayParkedDeliveries(input: { id: $id }) {\n      __typename\n      ... on ReplayParkedDeliveriesPayload { replayed }\n      ... on Error { message }\n      ... on WebhookDisabledError { because }\n    }\n  }"): typeof import('./graphql.ts').ParkedReplayedDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Webhooks($first: Int, $after: String) {\n    webhooks(first: $first, after: $after) {\n      edges { node { ...WebhookSeen } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }"): typeof import('./graphql.ts').WebhooksDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Webhook {\n        ...WebhookSeen\n        deliveries(state: $state, first: $first, after: $after) {\n          edges { node { ...DeliverySeen } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').WebhookDeliveriesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query WebhookDeliveryNode($id: ID!) { node(id: $id) { __typename ... on WebhookDelivery { ...DeliverySeen } } }"): typeof import('./graphql.ts').WebhookDeliveryNodeDocument;


export function gql(source: string) {
  return (documents as any)[source] ?? {};
}
