create table audit_entry (
    sequence    bigint generated always as identity,
    xid         xid8        not null default pg_current_xact_id(),
    at          timestamptz not null,
    actor       text        not null,
    client      text        not null,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    detail      jsonb       not null,
    trace_id    text        not null,
    primary key (xid, sequence)
);
create index audit_entry_by_object on audit_entry (object_id);

create table audit_seal (
    number      bigint      not null primary key,
    from_xid    xid8        not null,
    through_xid xid8        not null,
    entries     bigint      not null,
    hash        text        not null,
    sealed_at   timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_is_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
