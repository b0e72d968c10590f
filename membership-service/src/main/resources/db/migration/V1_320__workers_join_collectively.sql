create table collective_joining (
    id              uuid        not null primary key,
    organisation_id uuid        not null,
    group_id        uuid,
    join_code_id    uuid        not null constraint collective_joining_one_per_code unique,
    title           text        not null check (title <> ''),
    ceremony_at     timestamptz,
    expected        int         check (expected between 1 and 10000),
    created_by      text        not null,
    created_at      timestamptz not null,
    minutes         text,
    approved_by     text,
    approved_at     timestamptz,
    version         bigint      not null
);
create index collective_joining_by_organisation on collective_joining (organisation_id, id);
