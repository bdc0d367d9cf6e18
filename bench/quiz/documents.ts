/** What members of a room ask, as a client of the kind of tests' `everyEvent` does. Those with a payload have it as `result`. */
const onError = '... on Error { message }';

export const documents = {
  createQuiz: `mutation Create($input: CreateQuizInput!) { result: createQuiz(input: $input) { __typename
    ... on CreateQuizPayload { quiz { id } } ${onError} } }`,
  openQuizRoom: `mutation Open($input: OpenQuizRoomInput!) { result: openQuizRoom(input: $input) { __typename
    ... on OpenQuizRoomPayload { room { id cursor pin } } ${onError} } }`,
  joinQuizRoom: `mutation Join($input: JoinQuizRoomInput!) { result: joinQuizRoom(input: $input) { __typename
    ... on JoinQuizRoomPayload { room { id cursor title phase memberCount me { displayName role plays } } }
    ... on NameTakenError { displayName } ${onError} } }`,
  startQuiz: `mutation Start($roomId: ID!) { result: startQuiz(input: { roomId: $roomId }) { __typename
    ... on StartQuizPayload { room { phase deadline } } ${onError} } }`,
  answerQuestion: `mutation Answer($input: AnswerQuestionInput!) { result: answerQuestion(input: $input) { __typename
    ... on AnswerQuestionPayload { answer { questionIndex options answeredAt elapsedMs } }
    ... on QuestionClosedError { questionIndex } ... on AlreadyAnsweredError { options } ${onError} } }`,
  quizRoomEvents: `subscription Room($roomId: ID!, $after: String) { quizRoomEvents(roomId: $roomId, after: $after) {
    __typename seq cursor at
    ... on MemberJoined { members { person { id displayName } role plays online score streak } memberCount }
    ... on MemberLeft { person { id displayName } memberCount }
    ... on MemberKicked { person { id displayName } by { id } kickReason memberCount }
    ... on PresenceChanged { members { person { id displayName } online } onlineCount }
    ... on HostChanged { host { id displayName } cohosts { id displayName } hostChange }
    ... on QuestionOpened { questionIndex questionCount body options seconds points pictureUrl deadline }
    ... on AnswerCounted { questionIndex answered playerCount }
    ... on QuestionRevealed { questionIndex correctOptions explanation distribution answered
      standings { rank score person { id displayName } }
      myResult { options correct points bonus streak score rank }
      deadline }
    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason by { id } }
    ... on QuizResumed { phase questionIndex deadline by { id } }
    ... on QuizEnded { endReason by { id } questionsRevealed podium { rank score person { id displayName } } }
    ... on StreamGap { reason missedFrom missedTo } } }`,
};
