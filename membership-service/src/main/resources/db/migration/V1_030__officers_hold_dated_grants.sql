-- What an account may do at an organisation and below it. A grant is never deleted: revoking sets its end.
create table officer_grant (
    id              uuid        not null primary key,
    organisation_id uuid        not null references organisation (id),
    account         text        not null check (account <> ''),
    role            text        not null check (role in ('CHAIR', 'OFFICER', 'REVIEWER', 'VIEWER')),
    valid_from      timestamptz not null,
    valid_until     timestamptz check (valid_until >= valid_from),
    granted_by      text        not null,
    granted_at      timestamptz not null,
    revoked_by      text,
    revoked_at      timestamptz,
    revoke_reason   text,
    version         bigint      not null,
    constraint officer_grant_revocation_is_whole check (
        (revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
create index officer_grant_by_account on officer_grant (account);
create index officer_grant_by_organisation on officer_grant (organisation_id, id);

create view directory_grant as
    select id, account, organisation_id, role, valid_from, valid_until, version from officer_grant;
