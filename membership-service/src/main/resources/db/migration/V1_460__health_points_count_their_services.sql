-- Each correction is a row of its own; the one with the highest number holds.
create table service_point_month (
    point_id    uuid        not null references service_point (id),
    month       text        not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    number      int         not null check (number > 0),
    services    int         not null check (services >= 0),
    reason      text,
    reported_at timestamptz not null,
    reported_by text        not null,
    primary key (point_id, month, number),
    check ((number = 1) = (reason is null))
);
