create table idempotency (
    id           uuid        not null,
    caller       text        not null,
    endpoint     text        not null,
    key          text        not null,
    request_hash text        not null,
    status       int         not null,
    location     text,
    body         bytea       not null,
    created_at   timestamptz not null,
    primary key (caller, endpoint, key)
);
create index idempotency_by_age on idempotency (created_at);

create table job (
    id          uuid        not null primary key,
    kind        text        not null,
    owner       text        not null,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    done        bigint      not null default 0,
    total       bigint,
    started_at  timestamptz not null,
    finished_at timestamptz,
    result      text
);
