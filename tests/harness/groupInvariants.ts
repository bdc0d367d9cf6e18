/** What must hold always of groups, and of what people are told on their own streams, each as a query for what breaks it. */
export const groupBreaches: Record<string, string> = {
  'a group has one owner while anyone is in, who is the one it names, and has ended once nobody is': `
    select g.id from groups g left join group_member m on m.group_id = g.id and m.status = 'IN'
    group by g.id having (g.ended_at is null) <> (count(m.user_id) > 0)
      or count(*) filter (where m.role = 'OWNER') <> case when g.ended_at is null then 1 else 0 end
      or count(*) filter (where m.role = 'OWNER' and m.user_id = g.owner_id) <> case when g.ended_at is null then 1 else 0 end`,
  'a group has no more members than places': `
    select g.id from groups g join group_member m on m.group_id = g.id and m.status = 'IN'
    group by g.id having count(*) > g.max_members`,
  'exactly those who are in a group feed its board, since they joined and until they leave': `
    select coalesce(f.scoreboard_id, m.group_id), coalesce(f.user_id, m.user_id)
    from (select f.* from score_feed f join groups g on g.id = f.scoreboard_id) f
    full join (select * from group_member where status = 'IN') m
      on m.group_id = f.scoreboard_id and m.user_id = f.user_id
    where f.user_id is null or m.user_id is null or f.since <> m.joined_at or f.until is not null`,
  'whoever is in a group stands on its board, and nobody does who was never in': `
    select coalesce(m.group_id, s.scoreboard_id), coalesce(m.user_id, s.user_id)
    from (select s.* from standing s join groups g on g.id = s.scoreboard_id) s
    full join group_member m on m.group_id = s.scoreboard_id and m.user_id = s.user_id
    where m.user_id is null or (m.status = 'IN' and (s.user_id is null or s.season <> 1))`,
  'nobody is in more groups than fifty': `
    select user_id from group_member where status = 'IN' group by user_id having count(*) > 50`,
  'what is derived has no ledger of its own': `
    select e.scoreboard_id from score_entry e join scoreboard b on b.id = e.scoreboard_id where b.kind in ('GROUP', 'BATTLE')`,
  'whoever a throw or a challenge calls upon is told once': `
    with called as (
      select e.stream, e.payload->>'throwId' as throw_id,
        case e.type when 'BallThrown' then 'ThrowAgainstYou' else 'ChallengeAgainstYou' end as type,
        'User:' || (case e.type when 'BallThrown' then e.payload->'cupOwner' else e.payload->'thrower' end ->> 'id') as own
      from event e join throw t on t.id::text = e.payload->>'throwId' where e.type in ('BallThrown', 'ThrowChallenged')),
    told as (
      select stream, type, payload->>'throwId' as throw_id from event
      where type in ('ThrowAgainstYou', 'ChallengeAgainstYou'))
    select c.stream, c.own, c.type, c.throw_id from called c left join stream s on s.id = c.own
    left join told t on t.stream = c.own and t.type = c.type and t.throw_id = c.throw_id
    where coalesce(s.tail, 1) = 1
    group by c.stream, c.own, c.type, c.throw_id having count(t.throw_id) <> 1`,
};
