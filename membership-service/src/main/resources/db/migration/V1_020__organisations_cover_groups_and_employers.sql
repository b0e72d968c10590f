create table union_group (
    id              uuid    not null primary key,
    organisation_id uuid    not null references organisation (id),
    name            text    not null check (name <> ''),
    leader          text,
    station         text,
    active          boolean not null,
    version         bigint  not null
);
create unique index union_group_name_is_unique on union_group (organisation_id, name) where active;

create table employer (
    id                      uuid    not null primary key,
    credit_code             text    not null constraint employer_credit_code_is_unique unique,
    credit_code_verdict     text    not null check (credit_code_verdict in ('VALID', 'CHECK_FAILED_OVERRIDDEN')),
    credit_code_override    text,
    credit_code_override_by text,
    name                    text    not null check (name <> ''),
    organisation_id         uuid    not null references organisation (id),
    district                text,
    industry                text,
    ownership               text,
    size_band               text,
    dispatch                boolean not null,
    platform                boolean not null,
    reform_adjusting        boolean not null,
    labour_intensive        boolean not null,
    version                 bigint  not null,
    constraint employer_override_has_a_reason check (
        credit_code_verdict = 'VALID' or credit_code_override is not null)
);
create index employer_by_organisation on employer (organisation_id, id);

-- Terms of office of a union's committee (届次): three or five years (工会法 §16).
create table union_term (
    id              uuid not null primary key,
    organisation_id uuid not null references organisation (id),
    starts_on       date not null,
    years           int  not null check (years in (3, 5)),
    ends_on         date not null check (ends_on > starts_on),
    constraint union_term_starts_once unique (organisation_id, starts_on)
);
