-- The copy of organisations and officers' grants that events keep; a service that owns them has views of these names.
create table directory_organisation (
    id        uuid    not null primary key,
    code      text    not null,
    name      text    not null,
    kind      text    not null,
    level     int     not null,
    district  text,
    parent_id uuid,
    label     text    not null,
    path      text collate "C",
    active    boolean not null,
    version   bigint  not null
);
create index directory_organisation_by_path on directory_organisation (path);
create index directory_organisation_by_parent on directory_organisation (parent_id);

create table directory_grant (
    id              uuid        not null primary key,
    account         text        not null,
    organisation_id uuid        not null,
    role            text        not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    version         bigint      not null
);
create index directory_grant_by_account on directory_grant (account);
