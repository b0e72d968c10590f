-- Since when an application rests with its applicant untouched; null while others are at work on it.
alter table join_application add column rests_since timestamptz;
update join_application set rests_since = coalesce(decided_at, submitted_at, filed_at)
    where state in ('DRAFT', 'IDENTITY_FAILED', 'RETURNED');
create index join_application_at_rest on join_application (rests_since)
    where state in ('DRAFT', 'IDENTITY_FAILED', 'RETURNED');
-- The open applications of people without account, who find them again by their document and their phone.
create index join_application_without_account on join_application (identity_index)
    where account like 'applicant:%' and state not in ('MEMBER_CREATED', 'REJECTED', 'WITHDRAWN');
