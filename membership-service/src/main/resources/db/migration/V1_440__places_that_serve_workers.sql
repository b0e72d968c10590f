-- Metres on a plane that touches the city: one degree at 31.25° north is so long. Within the bounds below a distance on it
-- is wrong by less than one part in a hundred, and whatever orders by it can go through the index.
create function on_the_plane(longitude double precision, latitude double precision) returns point
    language sql immutable strict parallel safe
    return point(longitude * 95254, latitude * 110874);

-- Whether hours as they are kept ('1 08:00-11:30' for a Monday, '2026-10-01 09:00-12:00' for a day, '2026-10-01' for a
-- day that is closed) say open. Which weekday's hours the day has is known outside, where the working calendar is.
create function hours_say_open(hours text[], exceptions text[], weekday text, day text, clock text) returns boolean
    language sql immutable strict parallel safe
    return case when exists (select from unnest(exceptions) as one (text) where left(one.text, 10) = day)
        then exists (select from unnest(exceptions) as one (text) where left(one.text, 10) = day
            and substr(one.text, 12, 5) <= clock and clock < substr(one.text, 18, 5))
        else exists (select from unnest(hours) as one (text) where left(one.text, 1) = weekday
            and substr(one.text, 3, 5) <= clock and clock < substr(one.text, 9, 5)) end;

create table service_point (
    id                     uuid             not null primary key,
    type                   text             not null check (type in (
        'CARE_RELAY_STATION', 'HEALTH_SERVICE_POINT', 'FITNESS_STATION', 'MOTHERS_ROOM', 'WORKERS_LIBRARY', 'WORKERS_HOME',
        'SERVICE_COMPLEX', 'FRONTLINE_CANTEEN', 'DRIVERS_HOME', 'COURIERS_HOME', 'OUTDOOR_WORKERS_STATION')),
    organisation_id        uuid             not null,
    name                   text             not null check (length(name) between 1 and 100),
    address                text             not null check (length(address) between 1 and 200),
    district               text             not null check (district ~ '^[0-9]{6}$'),
    longitude              double precision not null check (longitude between 120.80 and 122.30),
    latitude               double precision not null check (latitude between 30.65 and 31.90),
    place                  point            not null generated always as (on_the_plane(longitude, latitude)) stored,
    facilities             text[]           not null,
    hours                  text[]           not null,
    exceptions             text[]           not null,
    keeps_working_calendar boolean          not null,
    phone                  text,
    star_rating            int              check (star_rating between 1 and 5),
    shared                 boolean,
    covered_employers      int              check (covered_employers >= 0),
    covered_workers        int              check (covered_workers >= 0),
    state                  text             not null check (state in ('PLANNED', 'OPEN', 'CLOSED_TEMPORARILY', 'CLOSED')),
    state_since            date             not null,
    state_reason           text,
    created_at             timestamptz      not null,
    version                bigint           not null,
    word_pairs             text[]           not null
        generated always as (text_pairs(lower(name || ' ' || address))) stored,
    check (type = 'MOTHERS_ROOM' or (star_rating is null and shared is null)),
    check (type = 'HEALTH_SERVICE_POINT' or (covered_employers is null and covered_workers is null)),
    check ((covered_employers is null) = (covered_workers is null)),
    check (state = 'PLANNED' or state_reason is not null)
);
-- Of a PostgreSQL without PostGIS this is the one index that both finds within a circle and reads by distance.
create index service_point_by_place on service_point using gist (place);
create index service_point_by_organisation on service_point (organisation_id, id);
create index service_point_by_district on service_point (district, id);
create index service_point_by_words on service_point using gin (word_pairs) with (fastupdate = off);

create table service_point_step (
    point_id    uuid        not null references service_point (id),
    number      int         not null,
    state       text        not null check (state in ('PLANNED', 'OPEN', 'CLOSED_TEMPORARILY', 'CLOSED')),
    since       date        not null,
    reason      text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    primary key (point_id, number)
);
