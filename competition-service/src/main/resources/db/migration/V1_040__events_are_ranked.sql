create table event_ranking (
    event_id   uuid        not null primary key references contest_event (id),
    contest_id uuid        not null references contest (id),
    entered_by text        not null,
    entered_at timestamptz not null,
    version    bigint      not null
);
create index event_ranking_by_contest on event_ranking (contest_id);

create table event_placing (
    event_id uuid not null references event_ranking (event_id),
    entry_id uuid not null references registration (id),
    rank     int check (rank > 0),
    primary key (event_id, entry_id)
);

-- A final result is frozen for everybody, whatever a program does.
create function refuse_change_of_final_result() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from event_ranking r join contest c on c.id = r.contest_id
        where r.event_id = coalesce(new.event_id, old.event_id) and c.state in ('FINAL', 'AWARDED', 'ARCHIVED')
    ) then
        raise exception 'A final result cannot change';
    end if;
    return coalesce(new, old);
end
$$;
create trigger final_placings_are_frozen before insert or update or delete on event_placing
    for each row execute function refuse_change_of_final_result();

create table objection (
    id           uuid        not null primary key,
    contest_id   uuid        not null references contest (id),
    entry_id     uuid references registration (id),
    event_id     uuid references contest_event (id),
    member_id    uuid        not null,
    account      text        not null,
    grounds      text        not null,
    filed_at     timestamptz not null,
    state        text        not null check (state in ('OPEN', 'REFUSED', 'UPHELD')),
    decision     text,
    decided_at   timestamptz,
    corrected_at timestamptz,
    version      bigint      not null,
    check ((state = 'OPEN') = (decided_at is null))
);
create index objection_by_contest on objection (contest_id, id);
create unique index one_open_objection_per_account on objection (contest_id, account) where state = 'OPEN';
