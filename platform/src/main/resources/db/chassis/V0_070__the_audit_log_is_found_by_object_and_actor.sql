-- In the order of the log, so that a page is read from the index alone and not sorted.
create index audit_entry_of_object on audit_entry (object_id, xid, sequence);
create index audit_entry_of_actor on audit_entry (actor, xid, sequence);
drop index audit_entry_by_object;
