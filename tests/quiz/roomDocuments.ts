import { gql } from '../gql/gql.ts';

/** Operations of rooms. */
export const openQuizRoom = gql(`
  mutation OpenQuizRoom($input: OpenQuizRoomInput!) {
    openQuizRoom(input: $input) {
      __typename
      ... on OpenQuizRoomPayload { room { id cursor pin inviteCode phase title } }
      ... on InvalidInputError { fields { field message } }
      ... on Error { message }
    }
  }`);

export const joinQuizRoom = gql(`
  mutation JoinQuizRoom($input: JoinQuizRoomInput!) {
    joinQuizRoom(input: $input) {
      __typename
      ... on JoinQuizRoomPayload { room { id cursor me { displayName role plays } } }
      ... on BannedError { reason }
      ... on WrongPhaseError { phase }
      ... on RoomFullError { maxMembers }
      ... on NameTakenError { displayName }
      ... on InvalidInputError { fields { field message } }
      ... on Error { message }
    }
  }`);

export const leaveQuizRoom = gql(`
  mutation LeaveQuizRoom($roomId: ID!) {
    leaveQuizRoom(input: { roomId: $roomId }) {
      __typename
      ... on LeaveQuizRoomPayload { room { id pin memberCount me { displayName } } }
      ... on Error { message }
    }
  }`);

export const kickPlayer = gql(`
  mutation KickPlayer($input: KickPlayerInput!) {
    kickPlayer(input: $input) {
      __typename
      ... on KickPlayerPayload { room { id memberCount } }
      ... on WrongPhaseError { phase }
      ... on NotAMemberError { userId }
      ... on NotKickableError { because }
      ... on Error { message }
    }
  }`);

export const transferHost = gql(`
  mutation TransferHost($input: TransferHostInput!) {
    transferHost(input: $input) {
      __typename
      ... on TransferHostPayload { room { host { id } cohosts { id } } }
      ... on WrongPhaseError { phase }
      ... on NotAMemberError { userId }
      ... on Error { message }
    }
  }`);

export const addCohost = gql(`
  mutation AddCohost($input: AddCohostInput!) {
    addCohost(input: $input) {
      __typename
      ... on AddCohostPayload { room { host { id } cohosts { id } } }
      ... on WrongPhaseError { phase }
      ... on NotAMemberError { userId }
      ... on Error { message }
    }
  }`);

export const startQuiz = gql(`
  mutation StartQuiz($roomId: ID!) {
    startQuiz(input: { roomId: $roomId }) {
      __typename
      ... on StartQuizPayload { room { phase questionIndex deadline startedAt } }
      ... on WrongPhaseError { phase }
      ... on Error { message }
    }
  }`);

export const nextQuestion = gql(`
  mutation NextQuestion($input: NextQuestionInput!) {
    nextQuestion(input: $input) {
      __typename
      ... on NextQuestionPayload { room { phase questionIndex deadline } }
      ... on WrongPhaseError { phase }
      ... on Error { message }
    }
  }`);

export const revealQuestion = gql(`
  mutation RevealQuestion($input: RevealQuestionInput!) {
    revealQuestion(input: $input) {
      __typename
      ... on RevealQuestionPayload { room { phase questionIndex deadline } }
      ... on WrongPhaseError { phase }
      ... on Error { message }
    }
  }`);

export const pauseQuiz = gql(`
  mutation PauseQuiz($roomId: ID!) {
    pauseQuiz(input: { roomId: $roomId }) {
      __typename
      ... on PauseQuizPayload { room { phase pausedFrom remainingMs deadline } }
      ... on WrongPhaseError { phase }
      ... on Error { message }
    }
  }`);

export const resumeQuiz = gql(`
  mutation ResumeQuiz($roomId: ID!) {
    resumeQuiz(input: { roomId: $roomId }) {
      __typename
      ... on ResumeQuizPayload { room { phase pausedFrom remainingMs deadline } }
      ... on WrongPhaseError { phase }
      ... on Error { message }
    }
  }`);

export const endQuiz = gql(`
  mutation EndQuiz($roomId: ID!) {
    endQuiz(input: { roomId: $roomId }) {
      __typename
      ... on EndQuizPayload { room { phase questionIndex endedAt pin } }
      ... on Error { message }
    }
  }`);

export const answerQuestion = gql(`
  mutation AnswerQuestion($input: AnswerQuestionInput!) {
    answerQuestion(input: $input) {
      __typename
      ... on AnswerQuestionPayload { answer { questionIndex options answeredAt elapsedMs correct points } }
      ... on QuestionClosedError { questionIndex }
      ... on AlreadyAnsweredError { options answeredAt }
      ... on WrongPhaseError { phase }
      ... on BannedError { reason }
      ... on NotAMemberError { userId }
      ... on InvalidInputError { fields { field message } }
      ... on Error { message }
    }
  }`);

/** All that a room shows of itself, but its events. */
export const quizRoom = gql(`
  query QuizRoom($id: ID!) {
    quizRoom(id: $id) {
      id cursor pin inviteCode title questionCount phase pausedFrom remainingMs questionIndex deadline answered memberCount
      createdAt startedAt endedAt
      settings {
        advance intermissionSeconds revealEarly lateJoin answerChange alpha streakBonus whenHostGone maxMembers pinEntry
        wordFilter hostPlays
      }
      quiz { id title questionCount questions { correctOptions } }
      host { id } cohosts { id }
      me { user { id } displayName role online plays score streak joinedAt }
      question { index body options seconds points pictureUrl correctOptions explanation }
      myAnswer { questionIndex options answeredAt elapsedMs correct points }
      scoreboard { id title top { edges { node { rank score user { id } } } } }
    }
  }`);

export const quizRoomNode = gql(`
  query QuizRoomNode($id: ID!) { node(id: $id) { ... on QuizRoom { id phase } } }`);

export const roomMembers = gql(`
  query RoomMembers($id: ID!, $first: Int, $after: String) {
    quizRoom(id: $id) {
      memberCount
      members(first: $first, after: $after) {
        edges { cursor node { displayName role user { id handle } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`);

export const myQuizRooms = gql(`
  query MyQuizRooms($open: Boolean, $first: Int, $after: String) {
    myQuizRooms(open: $open, first: $first, after: $after) {
      edges { node { id phase } } pageInfo { hasNextPage endCursor }
    }
  }`);

export const everyEvent = gql(`
  fragment EveryRoomEvent on QuizRoomEvent {
    __typename seq cursor at
    ... on MemberJoined { members { person { id displayName } role plays online score streak } memberCount }
    ... on MemberLeft { person { id displayName } memberCount }
    ... on MemberKicked { person { id displayName } by { id } kickReason memberCount }
    ... on PresenceChanged { members { person { id displayName } online } onlineCount }
    ... on HostChanged { host { id } cohosts { id } hostChange }
    ... on QuestionOpened { questionIndex questionCount body options seconds points pictureUrl deadline }
    ... on AnswerCounted { questionIndex answered playerCount }
    ... on QuestionRevealed {
      questionIndex correctOptions explanation distribution answered
      standings { rank score person { id } }
      myResult { options correct points bonus streak score rank }
      deadline
    }
    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason by { id } }
    ... on QuizResumed { phase questionIndex deadline by { id } }
    ... on QuizEnded { endReason by { id } closeReason questionsRevealed podium { rank score person { id } } }
    ... on StreamGap { reason missedFrom missedTo }
  }`);

export const quizRoomEvents = gql(`
  subscription QuizRoomEvents($roomId: ID!, $after: String) {
    quizRoomEvents(roomId: $roomId, after: $after) { ...EveryRoomEvent }
  }`);

export const polledRoomEvents = gql(`
  query PolledRoomEvents($id: ID!, $after: String, $first: Int) {
    quizRoom(id: $id) {
      events(after: $after, first: $first) {
        edges { cursor node { ...EveryRoomEvent } } pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const roomRanking = gql(`
  query RoomRanking($id: ID!, $first: Int, $after: String) {
    quizRoom(id: $id) {
      ranking(first: $first, after: $after) {
        edges { node { displayName score } } pageInfo { hasNextPage endCursor }
      }
    }
  }`);
