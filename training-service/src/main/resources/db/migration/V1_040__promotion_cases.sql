create table promotion_case (
    id                 uuid        not null primary key,
    contest_id         uuid        not null,
    event_id           uuid        not null,
    entry_id           uuid        not null,
    person_id          uuid        not null references skill_record (person_id),
    member_id          uuid        not null,
    occupation         text        not null,
    contest_class      text        not null,
    rank               int         not null,
    final_on           date        not null,
    opened_at          timestamptz not null,
    rule_id            text        not null,
    granted_level      text        not null,
    if_already         text,
    yearly_cap         int         not null,
    rule_source        text        not null,
    state              text        not null check (state in ('OPEN', 'ELIGIBLE', 'NOT_ELIGIBLE', 'SUBMITTED', 'APPROVED',
        'REFUSED', 'CERTIFIED')),
    held_level         text,
    proposed_level     text,
    approval_number    text,
    refusal_reason     text,
    certificate_number text references certificate (number),
    version            bigint      not null,
    unique (event_id, person_id),
    check ((state = 'CERTIFIED') = (certificate_number is not null)),
    check (state not in ('APPROVED', 'CERTIFIED') or approval_number is not null),
    check ((state = 'REFUSED') = (refusal_reason is not null))
);
create index promotion_case_by_person on promotion_case (person_id);
create index promotion_case_by_member on promotion_case (member_id);
create index promotion_case_by_state on promotion_case (state, id);

create table promotion_case_reason (
    case_id uuid not null references promotion_case (id),
    reason  text not null,
    primary key (case_id, reason)
);
