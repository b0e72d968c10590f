-- Of several that were open the first proposed goes on.
update transfer t set state = 'CANCELLED', version = version + 1
    where state in ('OPENED', 'SOURCE_CONFIRMED', 'SOURCE_SILENT', 'TARGET_ACCEPTED')
    and exists (select from transfer first where first.member_id = t.member_id and first.id < t.id
        and first.state in ('OPENED', 'SOURCE_CONFIRMED', 'SOURCE_SILENT', 'TARGET_ACCEPTED'));
create unique index transfer_one_open on transfer (member_id)
    where state in ('OPENED', 'SOURCE_CONFIRMED', 'SOURCE_SILENT', 'TARGET_ACCEPTED');

-- Asked when an organisation ends.
create index join_application_by_decider on join_application (decider_id)
    where state not in ('MEMBER_CREATED', 'REJECTED', 'WITHDRAWN');
