create table join_application (
    id                uuid   not null primary key,
    account           text   not null,
    state             text   not null check (state in (
        'DRAFT', 'SUBMITTED', 'IDENTITY_FAILED', 'VERIFIED', 'ROUTED', 'RETURNED', 'ESCALATED', 'APPROVED',
        'MEMBER_CREATED', 'REJECTED', 'WITHDRAWN', 'CONVERTED_TO_TRANSFER')),
    join_code_id      uuid,
    identity_type     text   not null,
    identity          bytea  not null,
    identity_index    bytea  not null,
    name              bytea  not null,
    phone             bytea  not null,
    phone_index       bytea  not null,
    employer_code     text,
    employer_name     text,
    employment_form   text   not null,
    worker_group      text,
    district          text,
    street            text,
    zone              text,
    dispatch_choice   text,
    using_unit_code   text,
    using_unit_name   text,
    charter_version   text   not null,
    filed_at          timestamptz not null,
    submitted_at      timestamptz,
    identity_failures int    not null check (identity_failures between 0 and 3),
    checks            int    not null,
    check_after       timestamptz,
    organisation_id   uuid,
    group_id          uuid,
    decider_id        uuid,
    routed_by         text,
    routed_on         date,
    review_by         timestamptz,
    reasons           text[] not null,
    warnings          text[] not null,
    note              text,
    decided_by        text,
    decided_at        timestamptz,
    member_id         uuid,
    transfer_id       uuid,
    disclosed         boolean not null,
    version           bigint not null,
    check (state not in ('ROUTED', 'ESCALATED', 'CONVERTED_TO_TRANSFER', 'APPROVED', 'MEMBER_CREATED')
        or (organisation_id is not null and decider_id is not null and routed_by is not null)),
    check (state <> 'MEMBER_CREATED' or member_id is not null)
);
-- An account has one application on its way; a converted one is on its way until its transfer is done.
create unique index join_application_one_open on join_application (account)
    where state not in ('MEMBER_CREATED', 'REJECTED', 'WITHDRAWN');
-- A person has one application under review, however many accounts and codes they used.
create unique index join_application_one_under_review on join_application (identity_index)
    where state in ('VERIFIED', 'ROUTED', 'ESCALATED', 'APPROVED');
create index join_application_by_account on join_application (account, id);
create index join_application_by_organisation on join_application (organisation_id, id);
create index join_application_by_code on join_application (join_code_id, id) where join_code_id is not null;
create index join_application_to_check on join_application (check_after) where state = 'SUBMITTED';
create index join_application_to_escalate on join_application (review_by) where state = 'ROUTED';

create table join_consent (
    application_id  uuid        not null references join_application (id),
    purpose         text        not null check (purpose in ('CHARTER', 'PERSONAL_INFORMATION')),
    version         text        not null,
    reading_seconds int         check (reading_seconds >= 0),
    given_at        timestamptz not null,
    primary key (application_id, purpose)
);
