import pg from 'pg';
import { groupBreaches } from './groupInvariants.ts';
import { telegramBreaches } from './telegramInvariants.ts';

/** What must hold always, each as a query for what breaks it. */
const breaches: Record<string, string> = {
  ...groupBreaches,
  ...telegramBreaches,
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
    select d.kind, d.subject from deadline d
    left join throw t on t.id = d.subject left join game g on g.id = d.subject
    left join scoreboard b on b.id = d.subject left join reservation r on r.id = d.subject
    left join tournament m on m.id = d.subject left join quiz_room q on q.id = d.subject
    left join battle a on a.id = d.subject
    where not coalesce(case d.kind
      when 'LOBBY' then g.status = 'LOBBY'
      when 'RESET' then b.resets_at = d.due_at
      when 'RESERVATION' then r.status = 'RESERVED' and r.expires_at = d.due_at
      when 'OPENING' then m.opened_at is null and m.starts_at = d.due_at
      when 'ENTRY' then m.closed_at is null and m.entry_closes_at = d.due_at
      when 'FINISH' then m.finished_at is null and m.ends_at = d.due_at
      when 'QUESTION' then q.phase = 'QUESTION' and q.ends_at = d.due_at
      when 'INTERMISSION' then q.phase = 'REVEAL' and q.ends_at = d.due_at
      when 'HOST_GONE' then q.phase <> 'ENDED' and q.host_gone_by = d.due_at
      when 'ROOM_IDLE' then q.phase <> 'ENDED' and q.empty_since + interval '2 hours' = d.due_at
      when 'BATTLE_SOON' then a.status = 'WAITING' and not a.warned and a.begins_at - interval '1 minute' = d.due_at
      when 'BATTLE_BEGIN' then a.status = 'WAITING' and a.begins_at = d.due_at
      when 'BATTLE_STALE' then a.status = 'WAITING' and a.begins_at is null
        and a.created_at + interval '24 hours' = d.due_at
      when 'BATTLE_COUNT' then a.status = 'RUNNING' and not a.recounted and a.began_at = d.due_at
      when 'BATTLE_END' then a.status = 'RUNNING' and a.ends_at = d.due_at
      else t.id is not null and t.settled_at is null end, false)`,
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
  'everyone has the coins that the ledger says': `
    select u.id, u.coins, l.coins as ledger from users u left join (
      select account, sum(amount) as coins from coin_entry where account like 'User:%' group by account
    ) l on l.account = 'User:' || u.id where u.coins <> coalesce(l.coins, 0)`,
  'what one account gets another gives': `
    select reference from coin_entry group by reference having sum(amount) <> 0 or count(*) <> 2`,
  'reserved coins are gone until they are given back': `
    select r.id, r.status from reservation r
    where case when r.status in ('RESERVED', 'CONFIRMED') then -r.amount else 0 end <> coalesce((
      select sum(c.amount) from coin_entry c where c.account = 'User:' || r.user_id
        and c.reference in ('Reservation:' || r.id, 'Refund:' || r.id,
          case when r.purpose like 'tournament:%' then regexp_replace(r.key, '^Tournament', 'Entry') end)), 0)`,
  'every reservation that is open has its deadline': `
    select r.id from reservation r left join deadline d
      on d.kind = 'RESERVATION' and d.subject = r.id and d.due_at = r.expires_at
    where r.status = 'RESERVED' and d.subject is null`,
  'every board that resets has its deadline': `
    select b.key from scoreboard b left join deadline d on d.kind = 'RESET' and d.subject = b.id and d.due_at = b.resets_at
    where b.resets_at is not null and d.subject is null`,
  'the seasons of a board are 1, 2, 3 …, and the last is on': `
    select b.key from scoreboard b left join scoreboard_season s on s.scoreboard_id = b.id where b.kind = 'CUSTOM'
    group by b.id having count(s.number) <> b.season or min(s.number) <> 1 or max(s.number) <> b.season
      or count(s.number) filter (where s.ended_at is null) <> 1
      or count(s.number) filter (where s.number = b.season and s.ended_at is null) <> 1`,
  'totals are the sum of the ledger': `
    select b.key, coalesce(s.user_id, e.user_id) as person, s.score, e.points
    from standing s full join (
      select e.scoreboard_id, e.season, e.user_id, sum(e.points) as points from score_entry e
      group by e.scoreboard_id, e.season, e.user_id
    ) e on e.scoreboard_id = s.scoreboard_id and e.season = s.season and e.user_id = s.user_id
    join scoreboard b on b.id = coalesce(s.scoreboard_id, e.scoreboard_id)
    where b.operator = 'INCREMENT' and b.kind not in ('GROUP', 'BATTLE') and (s.score is null or s.score <> coalesce(e.points, 0))`,
  'who scored stands on the board': `
    select e.scoreboard_id, e.user_id from score_entry e where not exists (
      select from standing s where s.scoreboard_id = e.scoreboard_id and s.season = e.season and s.user_id = e.user_id)`,
  'ranks go by the score, in the order of the board': `
    select b.key, s.user_id from standing s join scoreboard b on b.id = s.scoreboard_id
    where s.rank_key <> case b.sort_order when 'HIGHEST_FIRST' then -s.score else s.score end or s.season > b.season`,
  'a player has the points that the board of the game says': `
    select p.game_id, p.user_id, p.score, s.score as standing from player p join game g on g.id = p.game_id
    left join standing s on s.scoreboard_id = g.id and s.season = 1 and s.user_id = p.user_id
    where g.started_at is not null and s.score is distinct from p.score`,
  'everyone above level 1, and nobody else, is on the global board, by their level': `
    select u.id, u.level, s.score from users u left join standing s
      on s.user_id = u.id and s.scoreboard_id = (select id from scoreboard where kind = 'GLOBAL')
    where coalesce(s.score, 100) <> u.level * 100 or (s.score = 100)`,
  'every step of a tournament that was not taken has its deadline': `
    select m.id, s.kind from tournament m,
      lateral (values ('OPENING', m.opened_at), ('ENTRY', m.closed_at), ('FINISH', m.finished_at)) s(kind, taken_at)
    where s.taken_at is null and m.cancelled_at is null
      and not exists (select from deadline d where d.kind = s.kind and d.subject = m.id)`,
  'a tournament tells each step once': `
    select e.stream, e.type from event e where e.stream like 'Tournament:%' group by e.stream, e.type having count(*) > 1`,
  'a tournament tells how many entered, none of whom came after': `
    select e.stream, e.type from event e
    where e.type in ('EntryClosed', 'TournamentFinished') and (e.payload->>'participantCount')::int <> (
      select count(*) from tournament_entry t where 'Tournament:' || t.tournament_id = e.stream)`,
  'a group has as many entries as it says, and no more than its seats': `
    select g.id from tournament_group g join tournament m on m.id = g.tournament_id
    left join tournament_entry e on e.group_id = g.id and e.tournament_id = g.tournament_id
    group by g.id, g.size, m.group_size having count(e.id) <> g.size or g.size > m.group_size or g.size = 0`,
  'every group but the last of its band is full': `
    select g.id from tournament_group g join tournament m on m.id = g.tournament_id
    where g.size < m.group_size and exists (
      select from tournament_group o where o.tournament_id = g.tournament_id and o.band = g.band and o.number > g.number)`,
  'groups are numbered from one without holes': `
    select tournament_id from tournament_group group by tournament_id having max(number) <> count(*) or min(number) <> 1`,
  'everyone who entered was charged the fee once': `
    select e.id from tournament_entry e join tournament m on m.id = e.tournament_id
    where m.entry_fee <> coalesce((
      select -sum(c.amount) from coin_entry c where c.account = 'User:' || e.user_id
        and c.reference = 'Entry:' || e.tournament_id || ':' || e.user_id), 0)`,
  'nobody was charged without a seat': `
    select c.reference from coin_entry c where c.reason = 'ENTRY_FEE' and c.account like 'User:%' and not exists (
      select from tournament_entry e where c.reference = 'Entry:' || e.tournament_id || ':' || e.user_id)`,
  'everyone who entered stands on the board of their group, and nobody else does': `
    select coalesce(e.user_id, s.user_id) from tournament_entry e
    full join (select s.* from standing s join tournament_group g on g.id = s.scoreboard_id) s
      on s.scoreboard_id = e.group_id and s.user_id = e.user_id
    where e.id is null or s.user_id is null`,
  'ranks are final exactly in groups that are finished, and those of a group are 1, 2, 3 …': `
    select g.id from tournament_group g join tournament_entry e on e.group_id = g.id group by g.id, g.size
    having count(e.final_rank) <> case when g.finished_at is null then 0 else g.size end
      or count(distinct e.final_rank) <> count(e.final_rank) or max(e.final_rank) <> g.size
      or count(e.final_rank) <> count(e.reward)`,
  'final ranks are those of the board': `
    select e.id from tournament_entry e join standing s on s.scoreboard_id = e.group_id and s.user_id = e.user_id
    where e.final_rank <> 1 + (select count(*) from standing o where o.scoreboard_id = s.scoreboard_id
      and (o.rank_key, o.revision) < (s.rank_key, s.revision))`,
  'rewards are those of the rank': `
    select e.id from tournament_entry e join tournament m on m.id = e.tournament_id
    where e.reward <> coalesce((
      select (r->>'coins')::int from jsonb_array_elements(m.rewards) r
      where e.final_rank between (r->>'fromRank')::int and (r->>'toRank')::int), 0)`,
  'a reward is paid exactly when it was claimed, and once': `
    select e.id from tournament_entry e
    where coalesce((select sum(c.amount) from coin_entry c
        where c.account = 'User:' || e.user_id and c.reference = 'Reward:' || e.id), 0)
      <> case when e.claimed_at is null then 0 else coalesce(e.reward, -1) end`,
  'a finished tournament has only finished groups': `
    select m.id from tournament m join tournament_group g on g.tournament_id = m.id
    where m.finished_at is not null and g.finished_at is null`,
  'a quiz room has one deadline at most, and none later than what comes first': `
    select q.id from quiz_room q left join deadline d on d.subject = q.id
    group by q.id having count(d.kind) > 1 or (q.phase <> 'ENDED' and (count(d.kind) = 0 or min(d.due_at) > q.ends_at)
      and coalesce(q.ends_at, q.empty_since) is not null)`,
  'a member of a quiz room has the points that their answers gave': `
    select m.room_id, m.user_id from quiz_member m left join quiz_answer a
      on a.room_id = m.room_id and a.user_id = m.user_id
    group by m.room_id, m.user_id having coalesce(sum(a.points), 0) <> m.score`,
  'who plays a quiz stands on its board with their points, and without any once they were kicked': `
    select m.room_id, m.user_id, m.score, s.score as standing from quiz_member m join quiz_room q on q.id = m.room_id
    left join standing s on s.scoreboard_id = q.id and s.season = 1 and s.user_id = m.user_id
    where q.started_at is not null and m.plays
      and case m.status when 'KICKED' then s.score <> 0 else s.score is distinct from m.score end`,
  'an answer is marked once its question is revealed, and not before': `
    select a.room_id, a.user_id from quiz_answer a join quiz_room q on q.id = a.room_id
    join quiz_member m on m.room_id = a.room_id and m.user_id = a.user_id
    where case when a.question_index = q.question_index and coalesce(q.paused_from, q.phase) = 'QUESTION'
      then a.points is not null else a.points is null and m.status <> 'KICKED' end`,
  'a question is opened once, and revealed once': `
    select e.stream, e.type, e.payload->>'questionIndex' from event e where e.type in ('QuestionOpened', 'QuestionRevealed')
    group by e.stream, e.type, e.payload->>'questionIndex' having count(*) > 1`,
  'a quiz ends once, and nothing comes after': `
    select e.stream from event e join event o on o.stream = e.stream and o.seq > e.seq where e.type = 'QuizEnded'`,
  'whoever is in a quiz room was told of, or is about to be': `
    select m.room_id, m.user_id from quiz_member m where m.announced and not exists (
      select from event e, jsonb_array_elements(e.payload->'members') j
      where e.stream = 'QuizRoom:' || m.room_id and e.type = 'MemberJoined'
        and j->'person'->>'id' = m.user_id::text)`,
  'a battle that is not over has its deadline': `
    select a.id from battle a where a.status in ('WAITING', 'RUNNING') and not exists (
      select from deadline d where d.subject = a.id and d.kind = case
        when a.status = 'RUNNING' then 'BATTLE_END' when a.begins_at is null then 'BATTLE_STALE' else 'BATTLE_BEGIN' end)`,
  'whoever is in a battle that began stands on its board, and nobody else does': `
    select a.id, f.user_id as fighter, s.user_id as stands from battle a join fighter f on f.battle_id = a.id
    full join (select s.* from standing s join battle o on o.id = s.scoreboard_id) s
      on s.scoreboard_id = a.id and s.user_id = f.user_id
    where (a.began_at is not null) <> (s.user_id is not null)`,
  'what fighters score counts in a battle while it runs, and not before or after': `
    select s.scoreboard_id, s.user_id from score_feed s join battle a on a.id = s.scoreboard_id
    where a.status <> 'RUNNING' or s.since <> a.began_at or s.until <> a.ends_at
      or not exists (select from fighter f where f.battle_id = a.id and f.user_id = s.user_id)`,
  'ranks are final exactly in battles that finished, and are those of the board': `
    select a.id, f.user_id from battle a join fighter f on f.battle_id = a.id
    left join lateral (
      select s.score, 1 + (select count(*) from standing o where o.scoreboard_id = a.id
        and (o.rank_key, o.revision) < (s.rank_key, s.revision)) as rank
      from standing s where s.scoreboard_id = a.id and s.user_id = f.user_id) s on a.status = 'FINISHED'
    where f.final_rank is distinct from s.rank or f.final_score is distinct from s.score`,
  'a battle is won by whoever ranks first, if they have more than nothing': `
    select a.id from battle a left join fighter f on f.battle_id = a.id and f.final_rank = 1 and f.final_score > 0
    where a.winner_id is distinct from f.user_id`,
  // Exactly, but for what may have been recorded after its end was committed.
  'a battle counts what its fighters scored while it ran': `
    with scored as (
      select f.battle_id, f.user_id, e.points,
        e.at >= a.ends_at - interval '1 second' as doubtful
      from battle a join fighter f on f.battle_id = a.id
      join score_entry e on e.user_id = f.user_id and e.at >= a.began_at and e.at < a.ends_at
      join scoreboard b on b.id = e.scoreboard_id and b.operator = 'INCREMENT' and b.sort_order = 'HIGHEST_FIRST'
      where a.status = 'FINISHED'),
    bounds as (
      select battle_id, user_id, sum(case when doubtful then least(points, 0) else points end) as least,
        sum(case when doubtful then greatest(points, 0) else points end) as most
      from scored group by battle_id, user_id)
    select f.battle_id, f.user_id, f.final_score, b.least, b.most from fighter f
    left join bounds b on b.battle_id = f.battle_id and b.user_id = f.user_id
    where f.final_score not between coalesce(b.least, 0) and coalesce(b.most, 0)`,
  'a battle tells each step once': `
    select e.stream, e.type from event e where e.type in ('BattleBegan', 'BattleFinished', 'BattleCancelled')
    group by e.stream, e.type having count(*) > 1`,
  'nothing comes after the end of a battle': `
    select e.stream from event e join event o on o.stream = e.stream and o.seq > e.seq
    where e.type in ('BattleFinished', 'BattleCancelled')`,
  'everyone in a battle whose coming was told was told of': `
    select f.battle_id, f.user_id from fighter f where f.announced and not exists (
      select from event e, jsonb_array_elements(e.payload->'fighters') j
      where e.stream = 'Battle:' || f.battle_id and e.type = 'BattleJoined' and j->>'id' = f.user_id::text)`,
  'what waits for a webhook is in a lane': `
    select d.id from webhook_delivery d where d.state = 'PENDING' and not exists (
      select from webhook_lane l where l.webhook_id = d.webhook_id and l.stream = d.stream)`,
  'a webhook is told of an event once': `
    select webhook_id, stream, seq from webhook_delivery group by webhook_id, stream, seq having count(*) > 1`,
  'a webhook is told of what was committed': `
    select d.id from webhook_delivery d where not exists (
      select from event e where e.stream = d.stream and e.seq = d.seq)`,
  'the scores told of a battle come to its ranking': `
    select f.battle_id, f.user_id, f.final_score, told.score from battle a join fighter f on f.battle_id = a.id
    left join lateral (
      select (j->>'score')::int as score from event e, jsonb_array_elements(e.payload->'scores') j
      where e.stream = 'Battle:' || a.id and e.type = 'BattleScored' and j->'person'->>'id' = f.user_id::text
      order by e.seq desc limit 1) told on true
    where a.status = 'FINISHED' and f.final_score <> coalesce(told.score, 0)`,
};

/** The tables without a row of which the query finds nothing, whatever the others hold. */
function tablesOf(query: string): string[] {
  let flat = query;
  for (let before = ''; before !== flat;) {
    before = flat;
    flat = flat.replaceAll(/\([^()]*\)/g, ' ');
  }
  if (/^\s*with\b|\b(?:full|right) join\b|\bunion\b/.test(flat)) return [];
  const [from = ''] = /\bfrom\b.*?(?=\bwhere\b|\bgroup by\b|$)/s.exec(flat) ?? [];
  return [...from.matchAll(/(?:^from|(?<!\bleft )\bjoin) (?!lateral\b)(\w+)/g)].map(([, table = '']) => table);
}

/** Fails with every invariant that does not hold in this database. */
export async function expectInvariants(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Most tests touch few tables, and most of what a query costs is to plan it.
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and pg_relation_size(oid) = 0`,
    );
    const empty = new Set(tables.map(({ name }) => name));
    const broken: string[] = [];
    for (const [invariant, query] of Object.entries(breaches)) {
      if (tablesOf(query).some((table) => empty.has(table))) continue;
      const { rows } = await client.query(query);
      if (rows.length > 0) broken.push(`${invariant}: ${rows.length} breaches, such as ${JSON.stringify(rows[0])}`);
    }
    if (broken.length > 0) throw new Error(`Invariants do not hold:\n${broken.join('\n')}`);
  } finally {
    await client.end();
  }
}
