import pg from 'pg';

/** What must hold always, each as a query for what breaks it. */
const breaches: Record<string, string> = {
  'streams have no holes': `
    select s.id from stream s left join event e on e.stream = s.id
    group by s.id, s.head, s.tail having count(e.seq) <> s.head - s.tail + 1 or count(distinct e.seq) <> count(e.seq)
      or min(e.seq) <> s.tail or max(e.seq) <> s.head`,
  'a landed throw has a receipt, and only it': `select id from throw where (status = 'LANDED') <> (receipt is not null)`,
  'every open window has its deadline': `
    select t.id from throw t left join challenge c on c.throw_id = t.id
    left join deadline d on d.subject = t.id
      and d.kind = case t.status when 'IN_FLIGHT' then 'THROW' else 'ANSWER' end
      and d.due_at = case t.status when 'IN_FLIGHT' then t.challenge_by else c.answer_by end
    where t.settled_at is null and d.subject is null`,
  'every deadline has its open window': `
    select d.subject from deadline d left join throw t on t.id = d.subject left join game g on g.id = d.subject
    where not coalesce(t.settled_at is null and t.id is not null, false) and not coalesce(g.status = 'LOBBY', false)`,
  'a cup is down exactly when a throw landed or its owner left': `
    select c.id from cup c join player p on p.game_id = c.game_id and p.user_id = c.owner_id
    where c.standing = (p.left_at is not null and (select g.started_at from game g where g.id = c.game_id) is not null
      or exists (select from throw t where t.cup_id = c.id and t.status = 'LANDED'))`,
  'nobody spends more challenges than they have': `
    select p.user_id from player p join game g on g.id = p.game_id
    where g.challenges_per_player - p.challenges_left <> (
      select count(*) from challenge ch join throw t on t.id = ch.throw_id
      where t.game_id = p.game_id and ch.challenger_id = p.user_id)`,
  'the log agrees with the rows': `
    select t.id from throw t join lateral (
      select e.payload->>'status' as status from event e
      where e.stream = 'Game:' || t.game_id and e.type = 'ThrowSettled' and e.payload->>'throwId' = t.id::text
    ) settled on true where settled.status <> t.status`,
  'a throw settles once': `
    select e.payload->>'throwId' from event e where e.type = 'ThrowSettled'
    group by e.stream, e.payload->>'throwId' having count(*) > 1`,
  'nothing is open in a game that is over': `
    select t.id from throw t join game g on g.id = t.game_id
    where g.status in ('FINISHED', 'ABANDONED') and t.settled_at is null`,
};

/** Fails with every invariant that does not hold in this database. */
export async function expectInvariants(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const broken: string[] = [];
    for (const [invariant, query] of Object.entries(breaches)) {
      const { rows } = await client.query(query);
      if (rows.length > 0) broken.push(`${invariant}: ${rows.length} breaches, such as ${JSON.stringify(rows[0])}`);
    }
    if (broken.length > 0) throw new Error(`Invariants do not hold:\n${broken.join('\n')}`);
  } finally {
    await client.end();
  }
}
