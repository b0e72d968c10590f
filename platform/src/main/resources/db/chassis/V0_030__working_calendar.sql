-- The State Council's yearly notices as officers loaded them; a year here replaces the one that ships with the platform.
CREATE TABLE calendar_year (
    year     integer PRIMARY KEY CHECK (year BETWEEN 1990 AND 2200),
    -- New with every load and never repeated, so that a copy from a load that was rolled back is never taken for current.
    revision uuid    NOT NULL
);

CREATE TABLE calendar_day (
    date date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    year integer NOT NULL GENERATED ALWAYS AS (EXTRACT(YEAR FROM date)::integer) STORED REFERENCES calendar_year,
    -- Only a Saturday or Sunday can be worked in exchange for a holiday.
    CHECK (kind = 'HOLIDAY' OR EXTRACT(ISODOW FROM date) >= 6)
);

CREATE INDEX calendar_day_year ON calendar_day (year);
