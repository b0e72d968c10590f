-- What the membership service says of members, as far as training needs it.
create table member_reference (
    member_id       uuid   not null primary key,
    person_id       uuid   not null,
    account         text,
    organisation_id uuid   not null,
    state           text   not null,
    version         bigint not null
);
create index member_reference_by_account on member_reference (account);
