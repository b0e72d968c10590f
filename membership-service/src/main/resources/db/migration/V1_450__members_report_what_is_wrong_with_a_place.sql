create table point_report (
    id         uuid        not null primary key,
    point_id   uuid        not null references service_point (id),
    account    text        not null,
    kind       text        not null check (kind in ('WRONG_PLACE', 'WRONG_HOURS', 'CLOSED', 'FACILITY_BROKEN')),
    text       text        not null check (length(text) between 1 and 500),
    state      text        not null check (state in ('OPEN', 'ACCEPTED', 'DISMISSED')),
    filed_at   timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    note       text,
    changed    boolean     not null,
    version    bigint      not null,
    check ((state = 'OPEN') = (settled_at is null)),
    check (state <> 'DISMISSED' or note is not null)
);
-- Who says the same of a place again before it is settled says nothing new.
create unique index point_report_one_open on point_report (account, point_id, kind) where state = 'OPEN';
create index point_report_by_point on point_report (point_id, id);
create index point_report_by_account on point_report (account, filed_at);
create index point_report_to_settle on point_report (id) where state = 'OPEN';
create index point_report_settled on point_report (settled_at) where state <> 'OPEN';
