-- Union organisations. The path holds the labels from the root down, each followed by '/', so that a subtree is a range
-- of the index: path >= '/1/a/' and path < '/1/a0' ('0' is the character after '/').
create sequence organisation_serial;

create table organisation (
    id                      uuid     not null primary key,
    -- One number per organisation and for ever: of its label and of the code that is issued here.
    serial                  bigint   not null unique,
    code                    text     not null constraint organisation_code_is_unique unique,
    name                    text     not null check (name <> ''),
    kind                    text     not null,
    level                   int      not null,
    parent_id               uuid     references organisation (id),
    label                   text     collate "C" not null check (label ~ '^[0-9a-z]+$'),
    path                    text     collate "C" not null constraint organisation_by_path unique
                                     check (path like '/%' and path like '%/' || label || '/' and length(path) <= 200),
    state                   text     not null check (state in ('ACTIVE', 'DISSOLVED', 'MERGED')),
    line                    int      not null check (line between 0 and 99),
    district                text,
    street                  text,
    zone                    text,
    industry                text,
    worker_groups           text[]   not null default '{}',
    credit_code             text,
    credit_code_verdict     text     check (credit_code_verdict in ('VALID', 'CHECK_FAILED_OVERRIDDEN')),
    credit_code_override    text,
    credit_code_override_by text,
    legal_person            boolean  not null,
    founding_mode           text     check (founding_mode in ('KEY', 'INDUSTRY', 'FALLBACK')),
    founded_on              date,
    created_at              timestamptz not null,
    ended_at                timestamptz,
    ended_by                text,
    end_reason              text,
    successor_id            uuid     references organisation (id),
    version                 bigint   not null,
    constraint organisation_level_follows_from_kind check ((kind, level) in (
        ('CITY_FEDERATION', 1), ('DISTRICT_FEDERATION', 2), ('INDUSTRY_BUREAU', 2), ('SUBDISTRICT', 3),
        ('REGIONAL_FEDERATION', 4), ('INDUSTRY_FEDERATION', 4), ('JOINT_BASIC', 5), ('BASIC', 5))),
    constraint organisation_only_the_root_has_no_parent check ((parent_id is null) = (kind = 'CITY_FEDERATION')),
    constraint organisation_override_has_a_reason check (
        (credit_code is null) = (credit_code_verdict is null)
        and (credit_code_verdict is distinct from 'CHECK_FAILED_OVERRIDDEN' or credit_code_override is not null)),
    constraint organisation_end_is_recorded check (
        (state = 'ACTIVE') = (ended_at is null) and (state = 'ACTIVE') = (end_reason is null)
        and (state <> 'MERGED' or successor_id is not null))
);
create unique index organisation_has_one_root on organisation ((1)) where parent_id is null;
create unique index organisation_credit_code_is_unique on organisation (credit_code) where state = 'ACTIVE';
create index organisation_by_parent on organisation (parent_id);
create index organisation_by_district on organisation (district, kind) where level < 5;
create index organisation_by_street on organisation (street) where street is not null;
create index organisation_by_zone on organisation (zone) where zone is not null;

-- Whose child an organisation was, from when until when.
create table organisation_parent (
    id              uuid        not null primary key,
    organisation_id uuid        not null references organisation (id),
    parent_id       uuid        references organisation (id),
    valid_from      timestamptz not null,
    valid_until     timestamptz check (valid_until >= valid_from),
    changed_by      text        not null,
    reason          text
);
create unique index organisation_parent_is_one_at_a_time on organisation_parent (organisation_id)
    where valid_until is null;
create index organisation_parent_by_organisation on organisation_parent (organisation_id, valid_from);

-- How the chassis and every other feature of this service see organisations.
create view directory_organisation as
    select id, code, name, kind, level, district, parent_id, label, path, state = 'ACTIVE' as active, version
    from organisation;
