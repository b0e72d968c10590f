create table skill_record (
    person_id uuid        not null primary key,
    opened_at timestamptz not null,
    version   bigint      not null
);

create table attainment (
    id                 uuid not null primary key,
    person_id          uuid not null references skill_record (person_id),
    occupation         text not null,
    level              text not null check (level in ('APPRENTICE', 'JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN',
        'SENIOR_TECHNICIAN', 'SPECIAL_TECHNICIAN', 'CHIEF_TECHNICIAN')),
    attained_on        date not null,
    certificate_number text not null unique,
    revoked_on         date
);
create index attainment_by_person on attainment (person_id, occupation);
