import { gql } from '../gql/gql.ts';

export const linkTelegram = gql(`
  mutation LinkTelegram($notifications: [NotificationKind!]) {
    linkTelegram(input: { notifications: $notifications }) {
      __typename ... on LinkTelegramPayload { url code expiresAt } ... on Error { message }
    }
  }`);

export const unlinkTelegram = gql(`
  mutation UnlinkTelegram($forgetChoices: Boolean) {
    unlinkTelegram(input: { forgetChoices: $forgetChoices }) {
      __typename ... on UnlinkTelegramPayload { telegram { linkedAt reachable notifications } }
    }
  }`);

export const setTelegramNotifications = gql(`
  mutation SetTelegramNotifications($notifications: [NotificationKind!]!) {
    setTelegramNotifications(input: { notifications: $notifications }) {
      __typename ... on SetTelegramNotificationsPayload { telegram { linkedAt reachable notifications } }
    }
  }`);

export const myTelegram = gql(`
  query MyTelegram { me { telegram { linkedAt reachable notifications } } }`);

export const telegramOfUser = gql(`
  query TelegramOfUser($handle: String!) { user(handle: $handle) { telegram { linkedAt } } }`);
