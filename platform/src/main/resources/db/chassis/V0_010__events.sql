-- The shape of Debezium's outbox table, plus order and time.
create table outbox (
    sequence      bigint generated always as identity primary key,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       jsonb       not null,
    occurred_at   timestamptz not null,
    traceparent   text
);

create table inbox (
    event_id    uuid        not null primary key,
    received_at timestamptz not null
);
create index inbox_by_age on inbox (received_at);

create table dead_letter (
    id              uuid        not null primary key,
    event_id        uuid        not null unique,
    type            text        not null,
    subject         text        not null,
    topic           text        not null,
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    body            bytea       not null,
    traceparent     text,
    reason          text        not null,
    state           text        not null check (state in ('PARKED', 'REPLAYED')),
    parked_at       timestamptz not null,
    replayed_at     timestamptz
);
create index dead_letter_parked on dead_letter (subject) where state = 'PARKED';
