-- One organisation as an officer reads it, the round trips of the service. See bench/README.md, "point-read".
begin;
select g.role from directory_grant g
join directory_organisation granted on granted.id = g.organisation_id
join directory_organisation target on target.id = :organisation::uuid
where g.account = :account and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
and target.path like granted.path || '%' and g.role = any('{CHAIR,OFFICER,REVIEWER,VIEWER}'::text[]);
select * from organisation where id = :organisation::uuid;
commit;
