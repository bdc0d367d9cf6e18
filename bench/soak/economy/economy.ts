import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chosen } from '../cluster.ts';
import type { Mutations } from '../mutations.ts';
import { documents } from './documents.ts';

export const boards = ['INCREMENT', 'BEST', 'SET'] as const;
/** Times of the tournaments that open one after another, in milliseconds. */
const entryMs = 4_000;
const tournamentMs = 7_000;
const mostPoints = 100;
/** How often something is sent twice although its answer came. */
const repeats = 0.3;

export interface Person {
  id: string;
  token: string;
}

type Act = () => Promise<void>;

/** People who score, rise, buy and compete by chance, all of it safe to send twice and sent twice now and then. */
export class Economy {
  /** What everyone must have on the board that increments, by user. */
  readonly expected = new Map<string, number>();
  readonly counts = new Map<string, number>();
  readonly #send: Mutations;
  readonly #service: string;
  readonly #admin: string;
  readonly #people: readonly Person[];
  #tournaments: { id: string; endsAt: number }[] = [];

  constructor(send: Mutations, tokens: { service: string; admin: string }, people: readonly Person[]) {
    this.#send = send;
    this.#service = tokens.service;
    this.#admin = tokens.admin;
    this.#people = people;
  }

  /** Boards, and people who may enter tournaments. */
  async prepare(): Promise<void> {
    for (const operator of boards) {
      await this.#must(documents.createScoreboard, { key: operator, title: operator, operator });
    }
    for (const { id } of this.#people) {
      await this.#must(documents.recordProgress, { userId: id, levels: 20, eventId: `start ${id}` });
    }
  }

  /** One after another until the signal aborts. */
  async act(signal: AbortSignal): Promise<void> {
    const acts: [weight: number, act: Act][] = [
      [4, () => this.#score()],
      [2, () => this.#scores()],
      [2, () => this.#rise()],
      [3, () => this.#buy()],
      [3, () => this.#enter()],
      [2, () => this.#claim()],
    ];
    const all = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));
    while (!signal.aborted) await chosen(all)?.();
  }

  /** A tournament always stands open, from now until the signal aborts. */
  async holdTournaments(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const now = Date.now();
      const input = {
        name: `Soak ${now}`,
        startsAt: new Date(now - 1_000),
        entryClosesAt: new Date(now + entryMs),
        endsAt: new Date(now + tournamentMs),
        minLevel: 1,
        entryFee: 50,
        groupSize: 5,
        rewards: [
          { fromRank: 1, toRank: 1, coins: 150 },
          { fromRank: 2, toRank: 3, coins: 40 },
        ],
      };
      const { tournament } = await this.#must<{ tournament: { id: string } }>(
        documents.defineTournament,
        input,
        this.#admin,
      );
      this.#tournaments.push({ id: tournament.id, endsAt: now + tournamentMs });
      await sleep(entryMs / 2, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Claims what is left once the last tournament is over. */
  async claimAll(): Promise<void> {
    const last = Math.max(0, ...this.#tournaments.map(({ endsAt }) => endsAt));
    await sleep(Math.max(0, last - Date.now()) + 2_000);
    for (const { id } of this.#tournaments) {
      await Promise.all(this.#people.map(({ token }) => this.#may(documents.claimReward, { tournamentId: id }, token)));
    }
  }

  get #someone(): Person {
    const person = chosen(this.#people);
    if (!person) throw new RangeError('There is nobody');
    return person;
  }

  #newScore() {
    const { id: userId } = this.#someone;
    const points = Math.floor(Math.random() * 1.5 * mostPoints) - mostPoints / 2;
    return { userId, points, action: 'soak', idempotencyKey: randomUUID() };
  }

  async #score(): Promise<void> {
    const scoreboardKey = chosen(boards) ?? 'SET';
    const score = this.#newScore();
    await this.#twice(documents.submitScore, { scoreboardKey, ...score });
    if (scoreboardKey === 'INCREMENT') this.#expect(score);
  }

  async #scores(): Promise<void> {
    const scores = Array.from({ length: 1 + Math.floor(Math.random() * 50) }, () => this.#newScore());
    await this.#twice(documents.submitScores, { scoreboardKey: 'INCREMENT', scores });
    for (const score of scores) this.#expect(score);
  }

  #expect({ userId, points }: { userId: string; points: number }): void {
    this.expected.set(userId, (this.expected.get(userId) ?? 0) + points);
  }

  async #rise(): Promise<void> {
    const levels = 1 + Math.floor(Math.random() * 2);
    await this.#twice(documents.recordProgress, { userId: this.#someone.id, levels, eventId: randomUUID() });
  }

  /** Confirmed, rolled back, both at once, or left to expire. */
  async #buy(): Promise<void> {
    const reservationId = randomUUID();
    const { id: userId } = this.#someone;
    const amount = 1 + Math.floor(Math.random() * 200);
    await this.#twice(documents.reserveCoins, { userId, amount, purpose: 'soak', reservationId });
    const ends = [documents.confirmReservation, documents.rollBackReservation].filter(() => Math.random() < 0.6);
    await Promise.all(ends.map((end) => this.#twice(end, { reservationId })));
  }

  async #enter(): Promise<void> {
    const tournament = this.#tournaments.at(-1);
    if (tournament) await this.#twice(documents.enterTournament, { tournamentId: tournament.id }, this.#someone.token);
  }

  async #claim(): Promise<void> {
    const tournament = chosen(this.#tournaments);
    if (tournament) await this.#twice(documents.claimReward, { tournamentId: tournament.id }, this.#someone.token);
  }

  /** Now and then the same again, at once or after the answer. */
  async #twice(document: string, input: object, token = this.#service): Promise<void> {
    const again = Math.random() < repeats;
    const atOnce = again && Math.random() < 0.5 ? 2 : 1;
    await Promise.all(Array.from({ length: atOnce }, () => this.#may(document, input, token)));
    if (again) await this.#may(document, input, token);
  }

  /** Whatever is expected may come of it. */
  async #may(document: string, input: object, token: string): Promise<void> {
    const name = /^\w+ (\w+)/.exec(document)?.[1] ?? '';
    const { __typename = 'done' } = await this.#send.send<object>(token, document, { input });
    const what = `${name}: ${__typename}`;
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  async #must<Payload>(document: string, input: object, token = this.#service): Promise<Payload> {
    const result = await this.#send.send<Payload>(token, document, { input });
    if (result.__typename !== undefined) throw new Error(`${document.slice(0, 40)}: ${JSON.stringify(result)}`);
    return result;
  }
}
