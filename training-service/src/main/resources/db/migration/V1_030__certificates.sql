-- The last serial given to an issuer in a year; its row lock makes the numbers free of gaps.
create table certificate_serial (
    issuer text not null,
    year   int  not null,
    last   int  not null check (last between 1 and 999999),
    primary key (issuer, year)
);

create table certificate (
    number            text   not null primary key check (number ~ '^[YSJ][0-9]{14}[1-5][0-9]{6}$'),
    person_id         uuid   not null,
    case_id           uuid   not null unique,
    occupation        text   not null,
    level             text   not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN',
        'SENIOR_TECHNICIAN')),
    issued_on         date   not null,
    revoked_on        date,
    revocation_reason text,
    version           bigint not null,
    check ((revoked_on is null) = (revocation_reason is null))
);
-- The level's digit stands before the serial, so two numbers could differ in it alone.
create unique index certificate_serials_are_unique on certificate (substr(number, 1, 15), substr(number, 17));
