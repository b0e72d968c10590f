-- How many of an application's changes its applicant is not told of: a version that rises alone would tell.
alter table join_application add column untold int not null default 0;
