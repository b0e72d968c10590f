-- Statutory deadlines. Each keeps the rule it was made by; due_at is empty while it stands still.
create table clock (
    id              uuid        not null primary key,
    subject_id      uuid        not null,
    organisation_id uuid        not null,
    rule_id         text        not null,
    source_law      text        not null,
    unit            text        not null check (unit in ('NATURAL_DAYS', 'WORKING_DAYS', 'MONTHS', 'YEARS')),
    length          int         not null check (length > 0),
    roll_forward    boolean     not null,
    starts_at       timestamptz not null,
    last_day        date,
    due_at          timestamptz,
    provisional     boolean     not null,
    met_at          timestamptz,
    breached_at     timestamptz,
    version         bigint      not null,
    unique (subject_id, rule_id),
    check ((last_day is null) = (due_at is null))
);
create index clock_open on clock (due_at, id) where met_at is null;
create index clock_unmarked on clock (due_at) where met_at is null and breached_at is null;

create table clock_pause (
    clock_id  uuid not null references clock,
    position  int  not null,
    from_day  date not null,
    until_day date check (until_day >= from_day),
    primary key (clock_id, position)
);
