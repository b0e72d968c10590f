-- Only contests of skills have a class; who edited a plan last does not approve it; a notice keeps when it began.
alter table contest alter column contest_class drop not null;
update contest set contest_class = null where kind <> 'SKILLS';
alter table contest add check ((kind = 'SKILLS') = (contest_class is not null));
alter table contest add column revised_by text;
alter table contest add column publicity_began_at timestamptz;
create index contest_on_notice on contest (id) where state in ('PUBLICITY', 'OBJECTION_HANDLING');
create index event_placing_by_rank on event_placing (event_id, rank, entry_id);
