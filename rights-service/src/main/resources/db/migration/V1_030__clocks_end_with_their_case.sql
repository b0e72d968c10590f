-- A case that ended has no deadlines to answer for; rules have names instead of numbers.
alter table clock add column closed_at timestamptz;
drop index clock_open;
drop index clock_unmarked;
create index clock_open on clock (due_at, id) where met_at is null and closed_at is null;
create index clock_unmarked on clock (due_at) where met_at is null and breached_at is null and closed_at is null;
update clock set rule_id = case rule_id when 'D1' then 'MEDIATION' else 'ARBITRATION_LIMITATION' end
where rule_id in ('D1', 'D8');
update clock set closed_at = now() from dispute
where dispute.id = clock.subject_id and dispute.state = 'NOT_ACCEPTED' and clock.met_at is null;
