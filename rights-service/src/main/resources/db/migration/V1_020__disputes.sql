-- What was told in confidence is in the one encrypted column; nothing of it stands anywhere else.
create table dispute (
    id                     uuid        not null primary key,
    claimant_account       text,
    channel                text        not null check (channel in ('ONLINE', 'ORAL', 'HOTLINE')),
    kind                   text        not null check (kind in ('LABOUR_RELATION', 'LABOUR_CONTRACT',
        'DISMISSAL_OR_RESIGNATION', 'WORKING_CONDITIONS', 'PAY_OR_COMPENSATION', 'OTHER_BY_LAW')),
    workers                int         not null check (workers > 0),
    respondent_credit_code text,
    respondent_name        text        not null,
    organisation_id        uuid        not null,
    state                  text        not null check (state in ('REGISTERED', 'ACCEPTED', 'NOT_ACCEPTED', 'REFERRED',
        'MEDIATING', 'SUSPENDED', 'AGREED', 'FAILED', 'FILED_WITH_COURT', 'COURT_CLOSED', 'CONFIRMATION_PENDING',
        'CONFIRMED', 'CONFIRMATION_REJECTED', 'ARB_REVIEW_PENDING', 'ARB_MEDIATION_LETTER', 'ARB_REJECTED', 'PERFORMED',
        'BREACHED', 'ARCHIVED')),
    refusal_reason         text check (refusal_reason in ('NOT_LABOUR', 'OTHER_FORUM', 'ALREADY_PENDING',
        'ALREADY_SETTLED', 'WITHDRAWN')),
    forum                  text check (forum in ('ARBITRATION', 'COURT', 'LABOUR_INSPECTION',
        'SOCIAL_INSURANCE_AGENCY', 'PETITION_OFFICE')),
    knew_on                date        not null,
    employment_ended_on    date,
    registered_at          timestamptz not null,
    received_at            timestamptz not null,
    screened_at            timestamptz,
    confidential           bytea       not null,
    version                bigint      not null,
    check ((state = 'NOT_ACCEPTED') <= (refusal_reason is not null)),
    check ((forum is not null) = (refusal_reason is not distinct from 'OTHER_FORUM'))
);
create index dispute_by_claimant on dispute (claimant_account, id);
create index dispute_by_organisation on dispute (organisation_id, id);

create table dispute_claim (
    dispute_id uuid not null references dispute,
    position   int  not null,
    kind       text not null,
    fen        bigint check (fen between 1 and 1000000000000),
    primary key (dispute_id, position)
);
