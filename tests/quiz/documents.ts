import { gql } from '../gql/gql.ts';

/** Operations of quizzes. */
export const quiz = gql(`
  query Quiz($id: ID!) {
    node(id: $id) {
      ... on Quiz {
        title questionCount author { id }
        questions { index body options correctOptions seconds points pictureUrl explanation }
      }
    }
  }`);

export const quizzes = gql(`
  query Quizzes($first: Int, $after: String) {
    quizzes(first: $first, after: $after) { edges { node { id title } } pageInfo { hasNextPage endCursor } }
  }`);

export const createQuiz = gql(`
  mutation CreateQuiz($input: CreateQuizInput!) {
    createQuiz(input: $input) {
      __typename
      ... on CreateQuizPayload { quiz { id title questionCount createdAt } }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const updateQuiz = gql(`
  mutation UpdateQuiz($input: UpdateQuizInput!) {
    updateQuiz(input: $input) {
      __typename
      ... on UpdateQuizPayload { quiz { id title questionCount } }
      ... on InvalidInputError { fields { field message } }
      ... on Error { message }
    }
  }`);

export const deleteQuiz = gql(`
  mutation DeleteQuiz($input: DeleteQuizInput!) {
    deleteQuiz(input: $input) {
      __typename
      ... on DeleteQuizPayload { quizId }
      ... on Error { message }
    }
  }`);

export const importQuiz = gql(`
  mutation ImportQuiz($input: ImportQuizInput!) {
    importQuiz(input: $input) {
      __typename
      ... on ImportQuizPayload {
        quiz { id title questions { body options correctOptions seconds points pictureUrl explanation } }
      }
      ... on InvalidInputError { fields { field message } }
    }
  }`);
