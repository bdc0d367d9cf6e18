import type { TypedDocumentString } from '../gql/graphql.ts';
import type { Target } from './execute.ts';
import { connect, subscribe, type Stream } from './socket.ts';

/** A socket of somebody's that follows the events of something, with all it was told. Closes with the test. */
export class FollowingEvents<Data, Event extends { __typename: string }> {
  readonly seen: Event[] = [];
  readonly #client: ReturnType<typeof connect>;
  readonly #stream: Stream<Data>;
  readonly #eventOf: (data: Data) => Event;

  constructor(
    app: Target,
    { token }: { token: string },
    document: TypedDocumentString<Data, never>,
    variables: Record<string, unknown>,
    eventOf: (data: Data) => Event,
  ) {
    this.#client = connect(app, token);
    this.#stream = subscribe<Data, Record<string, unknown>>(this.#client, document.toString(), variables);
    this.#eventOf = eventOf;
  }

  async next(): Promise<Event> {
    const event = this.#eventOf(await this.#stream.next(20_000));
    this.seen.push(event);
    return event;
  }

  /** Up to the next event of that kind, which it returns. */
  async until<Name extends Event['__typename']>(
    name: Name,
    fits: (event: Extract<Event, { __typename: Name }>) => boolean = () => true,
  ): Promise<Extract<Event, { __typename: Name }>> {
    for (;;) {
      const event = await this.next();
      if (isNamed(event, name) && fits(event)) return event;
    }
  }

  /** Everything up to the end, which has to come. */
  async rest(): Promise<Event[]> {
    const rest = (await this.#stream.rest()).map(this.#eventOf);
    this.seen.push(...rest);
    return rest;
  }

  /** Closes the socket. */
  async leave(): Promise<void> {
    await this.#client.dispose();
  }
}

function isNamed<Event extends { __typename: string }, Name extends Event['__typename']>(
  event: Event,
  name: Name,
): event is Extract<Event, { __typename: Name }> {
  return event.__typename === name;
}
