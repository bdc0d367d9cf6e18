import { ProtocolSocket } from '../protocolSocket.ts';

const battleEvents = `subscription($battleId: ID!) { battleEvents(battleId: $battleId) {
  __typename seq
  ... on BattleScored { scores { person { id } score } }
  ... on BattleFinished { ranking { person { id } score } }
} }`;
const head = /"battleEvents":\{"__typename":"(\w+)","seq":(\d+)/;

/** A socket that follows a battle, and whether it got every event, once and in order. */
export class BattleListener {
  /** Why not; undefined while all is well. */
  trouble: string | undefined;
  seq = 0;
  readonly finished: Promise<void>;
  readonly #finish = Promise.withResolvers<void>();
  readonly #socket: ProtocolSocket;
  readonly #battleId: string;
  /** Kept by few of them: what was told of each fighter last. */
  readonly scores: Map<string, number> | undefined;

  constructor(port: number, token: string, battleId: string, keeps: boolean) {
    this.#battleId = battleId;
    this.finished = this.#finish.promise;
    this.scores = keeps ? new Map() : undefined;
    this.#socket = new ProtocolSocket({
      port,
      token,
      isEvent: (text) => text.startsWith('{"id":"e"'),
      heard: (text) => this.#hear(text),
      lost: (why) => this.#fail(why),
    });
  }

  async open(): Promise<void> {
    await this.#socket.connect();
    const variables = { battleId: this.#battleId };
    this.#socket.say({ id: 'e', type: 'subscribe', payload: { query: battleEvents, variables } });
  }

  close(): void {
    this.#socket.close();
  }

  #hear(text: string): void {
    const [, type, seq] = head.exec(text) ?? [];
    if (Number(seq) !== this.seq + 1) this.#fail(`After event ${this.seq} came ${text.slice(0, 120)}`);
    this.seq = Number(seq);
    if (this.scores && type === 'BattleScored') this.#keep(text);
    if (type === 'BattleFinished') this.#finish.resolve();
  }

  #keep(text: string): void {
    type Scored = { payload: { data: { battleEvents: { scores: { person: { id: string }; score: number }[] } } } };
    const { payload } = JSON.parse(text) as Scored;
    for (const { person, score } of payload.data.battleEvents.scores) this.scores?.set(person.id, score);
  }

  #fail(why: string): void {
    this.trouble ??= why;
    this.#finish.resolve();
  }
}
