-- A case whose certificate was revoked keeps the number of it.
alter table promotion_case drop constraint promotion_case_state_check;
alter table promotion_case add constraint promotion_case_state_check check (state in ('OPEN', 'ELIGIBLE', 'NOT_ELIGIBLE',
    'SUBMITTED', 'APPROVED', 'REFUSED', 'CERTIFIED', 'REVOKED'));
alter table promotion_case drop constraint promotion_case_check;
alter table promotion_case add constraint promotion_case_check
    check ((state in ('CERTIFIED', 'REVOKED')) = (certificate_number is not null));
alter table promotion_case drop constraint promotion_case_check1;
alter table promotion_case add constraint promotion_case_check1
    check (state not in ('APPROVED', 'CERTIFIED', 'REVOKED') or approval_number is not null);
