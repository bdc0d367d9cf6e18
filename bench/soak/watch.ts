import pg from 'pg';

const overdue = `
  select coalesce(max(extract(epoch from clock_timestamp()
    - case t.status when 'IN_FLIGHT' then t.challenge_by else c.answer_by end)), 0)::float8 * 1000 as ms,
    count(*)::int as open
  from throw t left join challenge c on c.throw_id = t.id where t.settled_at is null`;
const lookMs = 500;

/** Looks at the database, beside the product: which windows are open past their time. */
export class Watch {
  /** The longest that any window was seen open past its end, in milliseconds. */
  latestMs = 0;
  /** Windows open when it last looked. */
  open = 0;
  readonly #client: pg.Client;
  #timer: NodeJS.Timeout | undefined;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async begin(databaseUrl: string): Promise<Watch> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'soak' });
    await client.connect();
    const watch = new Watch(client);
    await watch.look();
    watch.#timer = setInterval(() => void watch.look().catch(() => undefined), lookMs);
    return watch;
  }

  async look(): Promise<void> {
    const { rows } = await this.#client.query<{ ms: number; open: number }>(overdue);
    this.latestMs = Math.max(this.latestMs, rows[0]?.ms ?? 0);
    this.open = rows[0]?.open ?? 0;
  }

  /** What the log says of a game: its events by number, from 1. */
  async log(gameId: string): Promise<{ seq: number; type: string; throwId: string | null }[]> {
    const { rows } = await this.#client.query<{ seq: number; type: string; throwId: string | null }>({
      name: 'soak-log',
      text: `select seq, type, payload->>'throwId' as "throwId" from event where stream = $1 order by seq`,
      values: [gameId],
    });
    return rows;
  }

  /** How far every stream has come. */
  async heads(): Promise<Map<string, number>> {
    const { rows } = await this.#client.query<{ id: string; head: number }>('select id, head from stream');
    return new Map(rows.map(({ id, head }) => [id, head]));
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#client.end();
  }
}
