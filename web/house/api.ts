import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import {
  RefreshSessionDocument,
  ServerTimeDocument,
  SignInDocument,
  SignUpDocument,
  type SessionPartsFragment,
} from '../gql/graphql.ts';
import { credentialsOf, renewCredentials, type Credentials } from './account.ts';
import { tempers, type TemperName } from './temper.ts';

/** The server, or what is between, could not answer: it may another time. */
export class AwayError extends Error {
  override readonly name = 'AwayError';
}

/** Tokens are renewed this long before they end. */
const earlyMs = 60_000;
const patienceMs = 10_000;

/** One house player's way to the server: signs up once, and in again whenever it has to. */
export class HouseApi {
  readonly url: string;
  readonly temper: TemperName;
  readonly #folder: string;
  #credentials: Credentials | undefined;
  #session: SessionPartsFragment | undefined;
  #entering: Promise<SessionPartsFragment> | undefined;
  #offsetMs = 0;

  constructor(url: string, folder: string, temper: TemperName) {
    this.url = url;
    this.temper = temper;
    this.#folder = folder;
  }

  /** By the server's clock. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Whoever this is, once it has signed in. */
  async userId(): Promise<string> {
    return (this.#session ?? (await this.#enter())).user.id;
  }

  async password(): Promise<string> {
    return (await this.#known()).password;
  }

  async token(refused = false): Promise<string> {
    const had = this.#session;
    if (had && !refused && Date.parse(had.expiresAt) - this.now() > earlyMs) return had.accessToken;
    return (await this.#enter()).accessToken;
  }

  /** Throws an AwayError when there is no answer, and another for one that is an error. */
  async ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    return this.#send(document, variables, await this.token());
  }

  async #known(): Promise<Credentials> {
    return (this.#credentials ??= await credentialsOf(this.#folder, this.temper));
  }

  #enter(): Promise<SessionPartsFragment> {
    this.#entering ??= this.#signIn().finally(() => (this.#entering = undefined));
    return this.#entering;
  }

  async #signIn(): Promise<SessionPartsFragment> {
    const session = (await this.#refreshed()) ?? (await this.#signedIn());
    this.#session = session;
    const asked = Date.now();
    const { serverTime } = await this.#send(ServerTimeDocument, {}, undefined);
    this.#offsetMs = Date.parse(serverTime) - (asked + Date.now()) / 2;
    return session;
  }

  async #refreshed(): Promise<SessionPartsFragment | undefined> {
    const had = this.#session;
    if (!had) return undefined;
    // Once used, for good or not, it is used up.
    this.#session = undefined;
    const { refreshToken } = had;
    const { refreshSession } = await this.#send(RefreshSessionDocument, { refreshToken }, undefined);
    return refreshSession.__typename === 'RefreshSessionPayload' ? refreshSession.session : undefined;
  }

  async #signedIn(): Promise<SessionPartsFragment> {
    const known = await this.#known();
    const { signIn } = await this.#send(SignInDocument, known, undefined);
    if (signIn.__typename === 'SignInPayload') return signIn.session;
    const { displayName } = tempers[this.temper];
    const { signUp } = await this.#send(SignUpDocument, { ...known, displayName }, undefined);
    if (signUp.__typename === 'SignUpPayload') return signUp.session;
    // Another process of the house was quicker, or somebody else has the handle.
    const again = await this.#send(SignInDocument, known, undefined);
    if (again.signIn.__typename === 'SignInPayload') return again.signIn.session;
    this.#credentials = await renewCredentials(this.#folder, this.temper);
    throw new AwayError('the handle is taken; another will be tried');
  }

  async #send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    token: string | undefined,
  ): Promise<Data> {
    const answered = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: stringifyDocument(document), variables }),
      signal: AbortSignal.timeout(patienceMs),
    })
      .then(async (response) => (await response.json()) as { data?: Data; errors?: { message: string }[] })
      .catch((error: unknown) => {
        throw new AwayError('the server did not answer', { cause: error });
      });
    if (!answered.data) throw new AwayError(answered.errors?.map(({ message }) => message).join(' ') ?? 'no answer');
    return answered.data;
  }
}
