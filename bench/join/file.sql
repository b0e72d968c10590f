-- One application as it is filed: one transaction, the round trips of the service. See bench/README.md, "join".
\set k :k + 1
\set n (:start + :k) * 64 + :client_id
\set lock random(1, 1000000000000)
\startpipeline
begin;
select pg_try_advisory_xact_lock(:lock) as mine, i.id, i.request_hash, i.status, i.location, i.etag, i.body
from (select 1) as one
left join idempotency i on i.caller = 'worker-bench-' || :n::text and i.endpoint = 'POST /v1/join-applications' and i.key = 'key-' || :n::text;
\endpipeline
select c.*, o.name, o.level, c.issued_as_admin or exists (
    select 1 from directory_grant g
    join directory_organisation granted on granted.id = g.organisation_id
    where g.account = c.issued_by and g.role in ('CHAIR', 'OFFICER')
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
    and o.path like granted.path || '%') as issuer_may_still
from join_code c
left join directory_organisation o on o.id = c.organisation_id and o.active and o.path is not null
where c.code_index = (select code_index from bench_code);
select failed_at from identity_failure where applicant = 'worker-bench-' || :n::text and failed_at > now() - interval '1 day'
order by failed_at desc limit 5;
insert into join_application (id, account, account_vouched, state, join_code_id, code_union_id, code_group_id,
    organisation_id, group_id, charter_version, filed_at, submitted_at, rests_since, check_after,
    identity_type, identity, identity_index, name, phone, phone_index,
    employer_code, employer_name, employment_form, worker_group, district, street, zone,
    dispatch_choice, using_unit_code, using_unit_name, identity_failures, checks, reasons, warnings, disclosed, version)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 'worker-bench-' || :n::text, true, 'SUBMITTED',
    'd0000000-0000-7000-8000-000000000001', 'd0000000-0000-7000-8000-000000000002', null,
    'd0000000-0000-7000-8000-000000000002', null, '2023-10', now(), now(), null, now(),
    'RESIDENT_ID', decode(repeat('ab', 51), 'hex'), sha256(convert_to('i' || :n::text, 'UTF8')), decode(repeat('cd', 39), 'hex'),
    decode(repeat('ef', 47), 'hex'), sha256(convert_to('p' || :n::text, 'UTF8')),
    null, null, 'NEW_FORM', 'COURIER', null, null, null, null, null, null, 0, 0, '{}', '{}', false, 0)
on conflict (account) where state not in ('MEMBER_CREATED', 'REJECTED', 'WITHDRAWN') do nothing;
\startpipeline
insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 'zhigong.membership.join-application.v1', lpad(to_hex(:n::bigint), 32, '0'),
    'cn.zhigong.membership.join-submitted.v1',
    ('{"applicationId":"' || lpad(to_hex(:n::bigint), 32, '0') || '","joinCodeId":"d0000000-0000-7000-8000-000000000001"}')::jsonb, now(), null);
insert into join_consent (application_id, purpose, version, reading_seconds, given_at)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 'CHARTER', '2023-10', null, now())
on conflict do nothing;
insert into join_consent (application_id, purpose, version, reading_seconds, given_at)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 'PERSONAL_INFORMATION', '2023-10', null, now())
on conflict do nothing;
insert into audit_entry (at, actor, client, action, object_type, object_id, detail, trace_id)
values (now(), 'worker-bench-' || :n::text, 'bench', 'join-application.file', 'join-application', lpad(to_hex(:n::bigint), 32, '0'), '{}'::jsonb,
    lpad(to_hex(:n::bigint), 32, '0'));
insert into idempotency (id, caller, endpoint, key, request_hash, status, location, etag, body, created_at)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 'worker-bench-' || :n::text, 'POST /v1/join-applications', 'key-' || :n::text,
    repeat('0123456789abcdef', 4), 201, '/v1/join-applications/' || lpad(to_hex(:n::bigint), 32, '0'), '"0-0123456789abcdef"', decode(repeat('5a', 700), 'hex'), now());
\endpipeline
commit;
