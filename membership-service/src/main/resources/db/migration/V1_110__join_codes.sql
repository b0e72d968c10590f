-- What unions hand out so that workers can ask to join by a scan. The code itself stands here only as a keyed hash, to be
-- found by, and encrypted, to be printed again: whoever reads this table can make no poster out of it.
create table join_code (
    id              uuid        not null primary key,
    organisation_id uuid        not null,
    group_id        uuid,
    kind            text        not null check (kind in ('POSTER', 'LIVE')),
    code_index      bytea       not null unique,
    code_sealed     bytea       not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz not null,
    max_uses        int         check (max_uses > 0),
    uses            int         not null default 0,
    issued_by       text        not null,
    issued_as_admin boolean     not null,
    created_at      timestamptz not null,
    revoked_at      timestamptz,
    revoked_by      text,
    check (valid_from < valid_until),
    check (uses <= max_uses),
    check ((revoked_at is null) = (revoked_by is null))
);
create index join_code_by_organisation on join_code (organisation_id, id);

-- A pass is what one person gets for scanning a live code; it is good for one application.
create table join_pass_spent (
    pass_index bytea       not null primary key,
    forget_at  timestamptz not null
);
create index join_pass_spent_by_age on join_pass_spent (forget_at);
