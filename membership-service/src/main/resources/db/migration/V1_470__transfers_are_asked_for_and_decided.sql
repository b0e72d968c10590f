alter table transfer
    add column reason               text check (reason in (
        'CHANGE_OF_EMPLOYER', 'OWN_UNION_FOUNDED', 'BACK_AT_WORK', 'OTHER')),
    add column opened_by            text,
    -- Known to be the member's own wish, so that the old union may let them go by saying nothing.
    add column asked_by_member      boolean not null default false,
    add column chair_in_term        boolean not null default false,
    add column committee_decided_on date,
    add column consented_by         text,
    add column consented_at         timestamptz,
    add column refused_for          text check (refused_for in ('NOT_OF_THIS_UNION', 'FALSE_STATEMENT', 'OTHER')),
    add column note                 text,
    add column closed_at            timestamptz,
    add check ((consented_by is null) = (consented_at is null) and (consented_by is null) = (committee_decided_on is null)),
    add check ((refused_for is not null) = (state = 'TARGET_REJECTED'));

-- Nobody could answer the proposals made so far: their time begins now.
update transfer t set
    opened_by = coalesce((select a.account from join_application a where a.id = t.application_id), 'system'),
    asked_by_member = exists (select from join_application a where a.id = t.application_id and a.disclosed),
    opened_at = case when state = 'OPENED' then now() else opened_at end,
    chair_in_term = exists (
        select from member m join officer_grant g on g.account = m.account
        where m.id = t.member_id and g.organisation_id = t.from_organisation_id and g.role = 'CHAIR'
            and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()));
alter table transfer alter column opened_by set not null;

-- What may fall silent, oldest first.
create index transfer_unanswered on transfer (opened_at)
    where state = 'OPENED' and asked_by_member and not chair_in_term;
