-- When an applicant's identity failed, whichever application it stood in: a login, or the index of a confirmed phone.
create table identity_failure (
    applicant text        not null,
    failed_at timestamptz not null
);
create index identity_failure_of_applicant on identity_failure (applicant, failed_at);
create index identity_failure_to_forget on identity_failure (failed_at);
