const onError = `... on Error { __typename message }`;
const entry = `entry { rank score }`;
const reservation = `reservation { status }`;

export const documents = {
  createServiceToken: `mutation Token($input: CreateServiceTokenInput!) { result: createServiceToken(input: $input) {
    ... on CreateServiceTokenPayload { token } ${onError} } }`,
  createUser: `mutation User($input: CreateUserInput!) { result: createUser(input: $input) {
    ... on CreateUserPayload { user { id } } ${onError} } }`,
  me: `query Me { result: me { id } }`,
  createScoreboard: `mutation Board($input: CreateScoreboardInput!) { result: createScoreboard(input: $input) {
    ... on CreateScoreboardPayload { scoreboard { key } } ${onError} } }`,
  submitScore: `mutation Score($input: SubmitScoreInput!) { result: submitScore(input: $input) {
    ... on SubmitScorePayload { ${entry} } ${onError} } }`,
  submitScores: `mutation Scores($input: SubmitScoresInput!) { result: submitScores(input: $input) {
    ... on SubmitScoresPayload { accepted repeated } ${onError} } }`,
  recordProgress: `mutation Progress($input: RecordProgressInput!) { result: recordProgress(input: $input) {
    ... on RecordProgressPayload { coinsEarned user { level } } ${onError} } }`,
  reserveCoins: `mutation Reserve($input: ReserveCoinsInput!) { result: reserveCoins(input: $input) {
    ... on ReserveCoinsPayload { ${reservation} } ${onError} } }`,
  confirmReservation: `mutation Confirm($input: ConfirmReservationInput!) { result: confirmReservation(input: $input) {
    ... on ConfirmReservationPayload { ${reservation} } ${onError} } }`,
  rollBackReservation: `mutation RollBack($input: RollBackReservationInput!) { result: rollBackReservation(input: $input) {
    ... on RollBackReservationPayload { ${reservation} } ${onError} } }`,
  defineTournament: `mutation Define($input: DefineTournamentInput!) { result: defineTournament(input: $input) {
    ... on DefineTournamentPayload { tournament { id } } ${onError} } }`,
  enterTournament: `mutation Enter($input: EnterTournamentInput!) { result: enterTournament(input: $input) {
    ... on EnterTournamentPayload { entry { rank score } } ${onError} } }`,
  claimReward: `mutation Claim($input: ClaimRewardInput!) { result: claimReward(input: $input) {
    ... on ClaimRewardPayload { entry { rank coinsEarned } } ${onError} } }`,
  top: `query Top($key: String!, $first: Int!) { result: scoreboard(key: $key) {
    size top(first: $first) { edges { node { rank score user { id } } } } } }`,
};
