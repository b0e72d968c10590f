-- An application that was turned into a transfer in secret falls due like the others, or waiting would tell it from them.
drop index join_application_to_escalate;
create index join_application_to_escalate on join_application (review_by)
    where state = 'ROUTED' or (state = 'CONVERTED_TO_TRANSFER' and not disclosed);
