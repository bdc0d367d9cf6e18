import { gql } from '../gql/gql.ts';

export const webhookFields = gql(`
  fragment WebhookSeen on Webhook {
    id url events secret previousSecretUntil owner createdAt disabledAt disabledBecause pausedUntil
  }`);

export const deliveryFields = gql(`
  fragment DeliverySeen on WebhookDelivery {
    id type stream seq at state body attempts lastAttemptAt lastStatus lastError nextAttemptAt settledAt
    webhook { id }
  }`);

export const createWebhook = gql(`
  mutation WebhookMade($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on CreateWebhookPayload { webhook { ...WebhookSeen } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
      ... on TooManyWebhooksError { mostWebhooks }
      ... on WebhookExistsError { webhookId }
    }
  }`);

export const updateWebhook = gql(`
  mutation WebhookChanged($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      __typename
      ... on UpdateWebhookPayload { webhook { ...WebhookSeen } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
      ... on WebhookExistsError { webhookId }
    }
  }`);

export const rotateWebhookSecret = gql(`
  mutation WebhookSecretRotated($id: ID!, $secret: String!) {
    rotateWebhookSecret(input: { id: $id, secret: $secret }) {
      __typename
      ... on RotateWebhookSecretPayload { webhook { ...WebhookSeen } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const deleteWebhook = gql(`
  mutation WebhookDeleted($id: ID!) {
    deleteWebhook(input: { id: $id }) {
      __typename
      ... on DeleteWebhookPayload { id }
      ... on Error { message }
    }
  }`);

export const replayWebhookDelivery = gql(`
  mutation DeliveryReplayed($id: ID!) {
    replayWebhookDelivery(input: { id: $id }) {
      __typename
      ... on ReplayWebhookDeliveryPayload { delivery { ...DeliverySeen } }
      ... on Error { message }
      ... on WebhookDisabledError { because }
    }
  }`);

export const replayParkedDeliveries = gql(`
  mutation ParkedReplayed($id: ID!) {
    replayParkedDeliveries(input: { id: $id }) {
      __typename
      ... on ReplayParkedDeliveriesPayload { replayed }
      ... on Error { message }
      ... on WebhookDisabledError { because }
    }
  }`);

export const webhooks = gql(`
  query Webhooks($first: Int, $after: String) {
    webhooks(first: $first, after: $after) {
      edges { node { ...WebhookSeen } }
      pageInfo { hasNextPage endCursor }
    }
  }`);

export const deliveries = gql(`
  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {
    node(id: $id) {
      __typename
      ... on Webhook {
        ...WebhookSeen
        deliveries(state: $state, first: $first, after: $after) {
          edges { node { ...DeliverySeen } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`);

export const delivery = gql(
  `query WebhookDeliveryNode($id: ID!) { node(id: $id) { __typename ... on WebhookDelivery { ...DeliverySeen } } }`,
);
