-- What the membership service says of members, as far as disputes need it.
create table member_account (
    member_id uuid   not null primary key,
    account   text,
    version   bigint not null
);
create index member_account_by_account on member_account (account);
