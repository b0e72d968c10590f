-- What can never be applied is settled by an operator, who says why. The row stays.
alter table dead_letter
    drop constraint dead_letter_state_check,
    add column discarded_at timestamptz,
    add column discarded_by text,
    add column discard_reason text,
    add constraint dead_letter_state_check check (state in ('PARKED', 'REPLAYED', 'DISCARDED')),
    add constraint dead_letter_discarded_by_somebody check (
        (state = 'DISCARDED') = (discarded_at is not null and discarded_by is not null and discard_reason is not null));
