create table roster_import (
    id              uuid        not null primary key,
    organisation_id uuid        not null,
    file_name       text        not null,
    file_size       bigint      not null,
    file_digest     bytea       not null,
    mapping         jsonb       not null,
    uploaded_by     text        not null,
    uploaded_at     timestamptz not null,
    state           text        not null check (state in (
        'UPLOADED', 'REFUSED', 'PARSED', 'VALIDATED', 'CONFIRMED', 'APPLYING', 'APPLIED', 'PARTIALLY_APPLIED',
        'ROLLING_BACK', 'ROLLED_BACK', 'CANCELLED')),
    refusal         text,
    refused_line    integer,
    ignored         jsonb       not null default '[]',
    row_count       integer     not null default 0,
    -- The last line that the step at work is through with.
    done_line       integer     not null default 0,
    done_rows       integer     not null default 0,
    results         jsonb       not null default '{}',
    shared_phones   integer     not null default 0,
    signature       text,
    confirmed_by    text,
    confirmed_at    timestamptz,
    outcomes        jsonb       not null default '{}',
    ended_at        timestamptz,
    -- The contents of rows are forgotten after a while; then nothing can be taken back.
    rows_kept       boolean     not null default true,
    worked_at       timestamptz not null,
    version         bigint      not null,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_by <> uploaded_by),
    check ((state = 'REFUSED') = (refusal is not null))
);
create index roster_import_by_organisation on roster_import (organisation_id, id);
create index roster_import_in_work on roster_import (worked_at)
    where state in ('UPLOADED', 'PARSED', 'APPLYING', 'ROLLING_BACK');

-- Files that somebody sent, those that were refused at once too, to keep that slow.
create table roster_upload (
    account text        not null,
    at      timestamptz not null
);
create index roster_upload_by_account on roster_upload (account, at);

-- How often somebody began to read a file.
create table roster_attempt (
    import_id uuid    not null primary key,
    times     integer not null
);

-- The file, encrypted part by part, until it is read.
create table roster_file_part (
    import_id uuid    not null references roster_import (id) on delete cascade,
    number    integer not null,
    id        uuid    not null,
    bytes     bytea   not null,
    primary key (import_id, number)
);

-- A row as it was read. What it says of a person is sealed for the person they would become.
create table roster_row (
    import_id       uuid    not null references roster_import (id) on delete cascade,
    line            integer not null,
    person_id       uuid    not null,
    identity_type   text,
    identity        bytea,
    identity_index  bytea,
    name            bytea,
    phone           bytea,
    phone_index     bytea,
    organisation_id uuid,
    group_id        uuid,
    joined_on       date,
    employment_form text,
    worker_group    text,
    retired         boolean not null default false,
    -- The line further up where the same person stands.
    first_line      integer,
    phone_repeated  boolean not null default false,
    result          text,
    flaws           text,
    primary key (import_id, line),
    check ((result is null) = (identity is not null))
);

-- What the row means to the register, and what became of it.
create table roster_verdict (
    import_id    uuid    not null references roster_import (id) on delete cascade,
    line         integer not null,
    result       text    not null,
    phone_shared boolean not null,
    -- What would change of a member.
    changes      text,
    member_id    uuid,
    primary key (import_id, line)
);

create table roster_outcome (
    import_id           uuid    not null references roster_import (id) on delete cascade,
    line                integer not null,
    outcome             text    not null,
    member_id           uuid,
    transfer_id         uuid,
    -- Of a member who was changed: what was before, and the version since.
    person_id           uuid,
    version             bigint,
    was_in_group        uuid,
    was_employed        text,
    was_of_worker_group text,
    was_retained        boolean,
    phone_before        bytea,
    phone_index_before  bytea,
    primary key (import_id, line)
);

-- Whoever has left is found by the person as well.
create index member_by_person on member (person_id);
