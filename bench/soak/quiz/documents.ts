const onError = `... on Error { __typename message }`;
const done = (name: string) => `... on ${name}Payload { room { phase } } ${onError}`;

/** Mutations of rooms; each has what it came to as `result`. */
export const documents = {
  createQuiz: `mutation Create($input: CreateQuizInput!) { result: createQuiz(input: $input) {
    ... on CreateQuizPayload { quiz { id } } ${onError} } }`,
  openQuizRoom: `mutation Open($input: OpenQuizRoomInput!) { result: openQuizRoom(input: $input) {
    ... on OpenQuizRoomPayload { room { id pin } } ${onError} } }`,
  joinQuizRoom: `mutation Join($input: JoinQuizRoomInput!) { result: joinQuizRoom(input: $input) {
    ... on JoinQuizRoomPayload { room { me { user { id } } } } ${onError} } }`,
  startQuiz: `mutation Start($input: StartQuizInput!) { result: startQuiz(input: $input) { ${done('StartQuiz')} } }`,
  nextQuestion: `mutation Next($input: NextQuestionInput!) { result: nextQuestion(input: $input) {
    ${done('NextQuestion')} } }`,
  revealQuestion: `mutation Reveal($input: RevealQuestionInput!) { result: revealQuestion(input: $input) {
    ${done('RevealQuestion')} } }`,
  pauseQuiz: `mutation Pause($input: PauseQuizInput!) { result: pauseQuiz(input: $input) { ${done('PauseQuiz')} } }`,
  resumeQuiz: `mutation Resume($input: ResumeQuizInput!) { result: resumeQuiz(input: $input) { ${done('ResumeQuiz')} } }`,
  endQuiz: `mutation End($input: EndQuizInput!) { result: endQuiz(input: $input) { ${done('EndQuiz')} } }`,
  answerQuestion: `mutation Answer($input: AnswerQuestionInput!) { result: answerQuestion(input: $input) {
    ... on AnswerQuestionPayload { answer { options elapsedMs } } ${onError} } }`,
};

export const roomEvents = `subscription Room($roomId: ID!, $after: String) {
  quizRoomEvents(roomId: $roomId, after: $after) {
    __typename seq cursor at
    ... on MemberJoined { members { person { id } online score } memberCount }
    ... on PresenceChanged { members { person { id } online } onlineCount }
    ... on QuestionOpened { questionIndex options seconds deadline }
    ... on AnswerCounted { questionIndex answered playerCount }
    ... on QuestionRevealed {
      questionIndex correctOptions distribution answered standings { rank score person { id } }
      myResult { options correct points streak score rank }
    }
    ... on QuizPaused { pausedFrom questionIndex remainingMs pauseReason }
    ... on QuizResumed { phase questionIndex deadline }
    ... on QuizEnded { endReason questionsRevealed podium { rank score person { id } } }
    ... on StreamGap { reason missedFrom missedTo }
  }
}`;

/** How a question went for whoever hears it. */
export interface MyResult {
  options: number[] | null;
  correct: boolean;
  points: number;
  streak: number;
  score: number;
  rank: number;
}

interface Opened {
  __typename: 'QuestionOpened';
  questionIndex: number;
  options: string[];
  deadline: string;
}
interface Revealed {
  __typename: 'QuestionRevealed';
  questionIndex: number;
  myResult: MyResult | null;
}
interface Paused {
  __typename: 'QuizPaused';
  pauseReason: 'HOST' | 'HOST_GONE';
}
interface Resumed {
  __typename: 'QuizResumed';
  phase: 'QUESTION' | 'REVEAL';
  questionIndex: number;
}
interface Other {
  __typename: 'MemberJoined' | 'PresenceChanged' | 'AnswerCounted' | 'QuizEnded' | 'StreamGap';
}

/** One delivery of a room's stream. */
export type RoomEvent = { seq: number; cursor: string; at: string } & (Opened | Revealed | Paused | Resumed | Other);
