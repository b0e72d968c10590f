create table registration (
    id              uuid        not null primary key,
    event_id        uuid        not null references contest_event (id),
    contest_id      uuid        not null references contest (id),
    member_id       uuid        not null,
    person_id       uuid        not null,
    organisation_id uuid        not null,
    account         text        not null,
    registered_at   timestamptz not null,
    state           text        not null check (state in ('REGISTERED', 'WITHDRAWN', 'INELIGIBLE')),
    version         bigint      not null
);
create unique index one_entry_per_person_and_event on registration (event_id, person_id) where state = 'REGISTERED';
create index registration_by_event on registration (event_id, id);
create index registration_by_contest on registration (contest_id);
