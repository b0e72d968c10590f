create table person (
    id             uuid  not null primary key,
    identity_type  text  not null,
    identity       bytea not null,
    identity_index bytea not null,
    name           bytea not null,
    phone          bytea not null,
    phone_index    bytea not null,
    created_at     timestamptz not null
);
create index person_by_phone on person (phone_index);

-- One person, one identity: the table is keyed by the blind index itself, so that it can be distributed by it.
create table person_identity (
    identity_index bytea not null primary key,
    person_id      uuid  not null
);

-- One login, one person.
create table person_account (
    account   text not null primary key,
    person_id uuid not null
);
create index person_account_by_person on person_account (person_id);

create sequence member_serial;

create table member (
    id                uuid   not null primary key,
    person_id         uuid   not null references person (id),
    number            text   not null constraint member_number_is_unique unique,
    account           text,
    organisation_id   uuid   not null,
    group_id          uuid,
    state             text   not null check (state in (
        'ACTIVE', 'TRANSFERRING', 'RETAINED', 'WITHDRAWN', 'DEEMED_WITHDRAWN', 'EXPELLED', 'DECEASED', 'MERGED')),
    joined_on         date   not null,
    current_org_since date   not null check (current_org_since >= joined_on),
    employment_form   text   not null,
    worker_group      text,
    channel           text   not null check (channel in ('CODE', 'FORM', 'COLLECTIVE', 'IMPORT')),
    version           bigint not null
);
create unique index member_has_one_membership on member (person_id)
    where state in ('ACTIVE', 'TRANSFERRING', 'RETAINED');
create index member_by_organisation on member (organisation_id, id);
create index member_by_account on member (account) where account is not null;

create table transfer (
    id                   uuid        not null primary key,
    member_id            uuid        not null references member (id),
    application_id       uuid,
    from_organisation_id uuid        not null,
    to_organisation_id   uuid        not null,
    state                text        not null check (state in (
        'OPENED', 'SOURCE_CONFIRMED', 'SOURCE_SILENT', 'TARGET_ACCEPTED', 'COMPLETED', 'TARGET_REJECTED', 'CANCELLED')),
    opened_at            timestamptz not null,
    version              bigint      not null,
    check (from_organisation_id <> to_organisation_id)
);
create index transfer_by_member on transfer (member_id);
create index transfer_by_source on transfer (from_organisation_id, id);
create index transfer_by_target on transfer (to_organisation_id, id);

-- The highest level in each occupation, as training tells of it.
create table member_skill (
    person_id          uuid   not null,
    occupation         text   not null,
    level              text   not null,
    certificate_number text,
    reached_on         date   not null,
    version            bigint not null,
    primary key (person_id, occupation)
);

-- Who looked for somebody by number or phone, to keep that slow.
create table member_lookup (
    account text        not null,
    at      timestamptz not null
);
create index member_lookup_by_account on member_lookup (account, at);
