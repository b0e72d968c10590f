-- The scratch schema of the join baseline: what a join writes, in the same shape and with the same indexes; what it only
-- reads (codes, organisations, persons) is read where the service reads it. search_path is bench_join, public.
create table join_application (like public.join_application including all);
create table join_consent (
    like public.join_consent including all,
    foreign key (application_id) references join_application (id)
);
create table outbox (like public.outbox including all);
create table audit_entry (like public.audit_entry including all);
create table idempotency (like public.idempotency including all);

-- pgbench has no variable for a bytea.
create table bench_code as select code_index from public.join_code order by created_at desc limit 1;

-- The two transactions of the identity check. The service sends their single-row statements in JDBC batches, which pgbench
-- cannot; a loop here costs the database the same and the network less.
create function claim_batch(most int) returns uuid[] language sql as $$
    with taken as (
        update join_application set checks = checks + 1, check_after = now() + interval '12 seconds'
        where id in (select id from join_application where state = 'SUBMITTED' and check_after <= now()
            order by check_after limit most for update skip locked)
        returning id, version, checks, identity_type, identity, identity_index, name, phone, phone_index)
    select coalesce(array_agg(id), '{}') from taken;
$$;

create function record_batch(ids uuid[]) returns int language plpgsql as $$
declare
    one   record;
    union_id uuid;
begin
    perform * from join_application where id = any (ids) order by id for no key update;
    perform pg_advisory_xact_lock(lock) from (
        select distinct hashtextextended(encode(identity_index, 'hex'), 0) as lock
        from join_application where id = any (ids) order by 1) persons;
    perform a.id from join_application a where a.id = any (ids) and exists (
        select from join_application b where b.identity_index = a.identity_index and b.id <> a.id
        and b.state in ('VERIFIED', 'ROUTED', 'ESCALATED', 'APPROVED'));
    perform c.id, m.id, m.organisation_id, a.person_id = i.person_id,
            exists (select from person p where p.phone_index = c.phone_index and p.identity_index <> c.identity_index)
        from join_application c
        left join person_identity i on i.identity_index = c.identity_index
        left join member m on m.person_id = i.person_id and m.state in ('ACTIVE', 'TRANSFERRING', 'RETAINED')
        left join person_account a on a.account = c.account
        where c.id = any (ids);
    perform one_id, pg_try_advisory_xact_lock_shared(hashtextextended('organisation ' || one_id, 0))
        from (select distinct organisation_id as one_id from join_application where id = any (ids)) as unions;
    perform id from public.organisation
        where id in (select organisation_id from join_application where id = any (ids)) and state = 'ACTIVE';
    for one in select id, version, organisation_id from join_application where id = any (ids) loop
        update join_application
            set decider_id = one.organisation_id, routed_by = 'JOIN_CODE', routed_on = current_date,
                review_by = now() + interval '7 days', warnings = '{}', state = 'ROUTED', version = one.version + 1
            where id = one.id and version = one.version;
        insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
            values (one.id, 'zhigong.membership.join-application.v1', one.id::text, 'cn.zhigong.membership.join-routed.v1',
                ('{"applicationId":"' || one.id || '","organisationId":"' || one.id || '","routedBy":"JOIN_CODE","deciderId":"'
                    || one.id || '"}')::jsonb, now(), null);
        insert into audit_entry (at, actor, client, action, object_type, object_id, detail, trace_id)
            values (now(), 'system', '', 'join-application.verified', 'join-application', one.id::text, '{}'::jsonb, '');
    end loop;
    return cardinality(ids);
end
$$;
