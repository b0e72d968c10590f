create table contest (
    id                uuid        not null primary key,
    organiser_id      uuid        not null,
    drafted_by        text        not null,
    title             text        not null,
    level             text        not null check (level in ('TEAM', 'ENTERPRISE', 'STREET', 'DISTRICT', 'CITY', 'DELTA',
        'NATIONAL', 'INTERNATIONAL')),
    contest_class     text        not null check (contest_class in ('NATIONAL_1', 'NATIONAL_2', 'CITY_1', 'CITY_2',
        'DISTRICT', 'ENTERPRISE')),
    kind              text        not null check (kind in ('LEADING', 'MAJOR_PROJECT', 'SKILLS', 'ANKANG', 'INNOVATION',
        'DIGITAL', 'NEW_EMPLOYMENT', 'ONLINE_DRILL')),
    year              int         not null,
    entrants          text        not null check (entrants in ('OWN_MEMBERS', 'ANY_MEMBER')),
    state             text        not null check (state in ('DRAFT', 'FILED', 'APPROVED', 'RETURNED', 'PUBLISHED',
        'REG_OPEN', 'REG_CLOSED', 'READY', 'RUNNING', 'SCORING', 'RANKED', 'PUBLICITY', 'OBJECTION_HANDLING', 'FINAL',
        'AWARDED', 'ARCHIVED', 'CANCELLED', 'POSTPONED')),
    filed_by          text,
    reason            text,
    published_at      timestamptz,
    publicity_ends_at timestamptz,
    revision          bigint      not null,
    check (state not in ('PUBLICITY', 'OBJECTION_HANDLING', 'FINAL') or publicity_ends_at is not null)
);
create index contest_by_organiser on contest (organiser_id);

create table contest_judge (
    contest_id uuid not null references contest (id),
    account    text not null,
    primary key (contest_id, account)
);

create table contest_event (
    id          uuid not null primary key,
    contest_id  uuid not null references contest (id),
    trade       text not null,
    occupation  text not null,
    level_base  int  not null check (level_base between 1 and 5),
    quota       int  not null check (quota > 0),
    tie_rule    text not null check (tie_rule in ('NONE', 'DENSE', 'GAPPED')),
    seats_taken int  not null default 0,
    check (seats_taken between 0 and quota)
);
create index contest_event_by_contest on contest_event (contest_id);
