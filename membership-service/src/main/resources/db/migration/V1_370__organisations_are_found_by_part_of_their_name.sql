-- Every two neighbouring characters of a text. Chinese words are mostly of two characters, which the trigrams of pg_trgm
-- cannot find by index; pairs can.
create function text_pairs(words text) returns text[] language sql immutable strict parallel safe
    return array(select distinct substr(words, n, 2) from generate_series(1, length(words) - 1) as n);

alter table organisation add column name_pairs text[] not null generated always as (text_pairs(lower(name))) stored;
-- Organisations change seldom, and a pending list would be read by every search.
create index organisation_by_name_pairs on organisation using gin (name_pairs) with (fastupdate = off);

-- The one before was for level < 5, which does not follow from the kinds that the queries ask for.
drop index organisation_by_district;
create index organisation_by_district on organisation (district, kind)
    where kind in ('DISTRICT_FEDERATION', 'INDUSTRY_FEDERATION');
