-- Whether the OpenID provider says that the applicant's login belongs to the person of the application. What was filed
-- before was never asked: such a login is not bound, and its owner links it (PUT /v1/members/me/login).
alter table join_application add column account_vouched boolean not null default false;
