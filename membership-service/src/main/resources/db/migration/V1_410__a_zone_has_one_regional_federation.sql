-- Whoever entered a zone first got its applicants, and a second federation never knew why none came.
drop index organisation_by_zone;
create unique index organisation_zone_is_taken_in_once on organisation (zone)
    where kind = 'REGIONAL_FEDERATION' and state = 'ACTIVE';
