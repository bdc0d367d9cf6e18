import type { Hop, ThrowStatus } from '../../entities/throw.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import { streamId } from '../../subscriptions/topics.ts';
import { hopsVisibleTo } from '../../subscriptions/visibleTo.ts';
import { badUserInput, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import type { Services } from '../services.ts';

/** All hops of a throw so far, then the rest as they pass. Ends when the throw settles. */
export async function throwHops(
  context: Context,
  { throwId }: { throwId: string },
): Promise<AsyncIterableIterator<Hop>> {
  const { userId } = requireViewer(context);
  const { services } = context;
  const sofar = await readTrail(services, throwId);
  if (!sofar) throw badUserInput('There is no such throw. Check throwId.');
  const cursor = { stream: streamId('Game', sofar.gameId), epoch: services.log.epoch, seq: sofar.head };
  const follower = await services.feed.follow('Game', sofar.gameId, cursor);
  if (!follower) throw new RangeError(`Stream ${cursor.stream} refuses its own cursor`);
  return new HopWalk(services, follower, { throwId, viewerId: userId }, sofar);
}

interface Trail {
  gameId: string;
  throwerId: string;
  status: ThrowStatus;
  hops: Hop[];
  /** Head of the game's stream that these hops stand for. */
  head: number;
}

async function readTrail({ pool }: Services, throwId: string): Promise<Trail | undefined> {
  const { rows } = await pool.query<Trail>({
    name: 'throw-trail',
    text: `select t.game_id as "gameId", t.thrower_id as "throwerId", t.status, t.hops, s.head
           from throw t join stream s on s.id = 'Game:' || t.game_id where t.id = $1`,
    values: [throwId],
  });
  return rows[0];
}

class HopWalk implements AsyncIterableIterator<Hop> {
  readonly #services: Services;
  readonly #follower: Follower<GameEvent>;
  readonly #asked: { throwId: string; viewerId: string };
  readonly #throwerId: string;
  #ready: Hop[];
  #seen: number;
  /** Events up to this one of the game's stream have had their hops delivered. */
  #head: number;
  #settled: boolean;

  constructor(
    services: Services,
    follower: Follower<GameEvent>,
    asked: { throwId: string; viewerId: string },
    trail: Trail,
  ) {
    this.#services = services;
    this.#follower = follower;
    this.#asked = asked;
    this.#throwerId = trail.throwerId;
    this.#ready = [...trail.hops];
    this.#seen = trail.hops.length;
    this.#head = trail.head;
    this.#settled = isSettled(trail);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Hop, undefined>> {
    for (;;) {
      const hop = this.#ready.shift();
      const [value] = hop ? hopsVisibleTo(this.#asked.viewerId, this.#throwerId, [hop]) : [];
      if (value) return { done: false, value };
      if (this.#settled) return this.return();
      const item = await this.#follower.next();
      if (item.done) return { done: true, value: undefined };
      if (item.value.gap) await this.#readAgain();
      else if (item.value.seq > this.#head) this.#take(item.value.event);
    }
  }

  async return(): Promise<IteratorResult<Hop, undefined>> {
    await this.#follower.return();
    return { done: true, value: undefined };
  }

  #take(event: GameEvent): void {
    if (!('hops' in event) || event.throwId !== this.#asked.throwId) return;
    this.#ready.push(...event.hops);
    this.#seen += event.hops.length;
    this.#settled = event.type === 'ThrowSettled' || event.type === 'ThrowRejected';
  }

  /** The stream skipped; the row still has every hop, those of events to come included. */
  async #readAgain(): Promise<void> {
    const trail = await readTrail(this.#services, this.#asked.throwId).catch(async (error: unknown) => {
      await this.return();
      throw error;
    });
    if (!trail) return void (this.#settled = true);
    this.#ready.push(...trail.hops.slice(this.#seen));
    this.#seen = Math.max(this.#seen, trail.hops.length);
    this.#head = trail.head;
    this.#settled = isSettled(trail);
  }
}

function isSettled({ status }: Trail): boolean {
  return status !== 'IN_FLIGHT' && status !== 'CHALLENGED';
}
