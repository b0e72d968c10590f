alter table transfer
    add column reason               text check (reason in (
        'CHANGE_OF_EMPLOYER', 'OWN_UNION_FOUNDED', 'BACK_AT_WORK', 'OTHER')),
    -- Known to be the member's own wish, so that the old union may let them go by saying nothing.
    add column asked_by_member      boolean not null default false,
    -- What the member was before, while the transfer keeps them on the move.
    add column member_was           text check (member_was in ('ACTIVE', 'RETAINED')),
    add column chair_in_term        boolean not null default false,
    add column committee_decided_on date,
    add column consented_by         text,
    add column consented_at         timestamptz,
    add column refused_for          text check (refused_for in ('NOT_OF_THIS_UNION', 'FALSE_STATEMENT', 'OTHER')),
    add column note                 text,
    add column closed_at            timestamptz,
    add check ((consented_by is null) = (consented_at is null) and (consented_by is null) = (committee_decided_on is null)),
    add check ((refused_for is not null) = (state = 'TARGET_REJECTED'));

update transfer t set asked_by_member = true
    where exists (select from join_application a where a.id = t.application_id and a.disclosed);

-- What may fall silent, oldest first.
create index transfer_unanswered on transfer (opened_at)
    where state = 'OPENED' and asked_by_member and not chair_in_term;
