-- One row for each one-time code sent to a phone. Phone, code and token can be found by keyed hashes only.
create table phone_verification (
    id            uuid        not null primary key,
    phone_index   bytea       not null,
    phone_sealed  bytea       not null,
    address_index bytea       not null,
    purpose       text        not null check (purpose in ('JOIN_APPLICATION')),
    code_index    bytea       not null,
    tries_left    int         not null check (tries_left >= 0),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    confirmed_at  timestamptz,
    token_index   bytea       unique,
    token_until   timestamptz,
    filed_at      timestamptz,
    check ((confirmed_at is null) = (token_index is null)),
    check ((confirmed_at is null) = (token_until is null)),
    check (filed_at is null or confirmed_at is not null)
);
create index phone_verification_by_phone on phone_verification (phone_index, created_at);
create index phone_verification_by_address on phone_verification (address_index, created_at);
create index phone_verification_by_age on phone_verification (created_at);
