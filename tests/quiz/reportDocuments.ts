import { gql } from '../gql/gql.ts';

export const quizReport = gql(`
  query QuizReport($id: ID!, $first: Int, $after: String) {
    quizRoom(id: $id) {
      report {
        csvPath
        questions {
          index body options correctOptions revealed answered correct distribution averageMs averagePoints
        }
        players(first: $first, after: $after) {
          edges {
            cursor
            node {
              user { id handle } displayName rank score correct answered averageMs status
              kick { by { id } reason at }
              answers { questionIndex options correct points bonus elapsedMs }
            }
          }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  }`);

export const playersOfReport = gql(`
  query PlayersOfReport($id: ID!, $first: Int, $after: String) {
    quizRoom(id: $id) { report { players(first: $first, after: $after) { edges { node { rank } } } } }
  }`);

export const reveals = gql(`
  query Reveals($id: ID!) {
    quizRoom(id: $id) { events { edges { node { ... on QuestionRevealed { answered distribution } } } } }
  }`);
