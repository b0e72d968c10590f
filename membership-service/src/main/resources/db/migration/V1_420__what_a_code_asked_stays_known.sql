-- Which union and group a code asked, apart from where the application lies: the place was overwritten by the routing, and a
-- corrected application then asked the union it had been routed to. What is null here was filed by the version before.
alter table join_application
    add column code_union_id uuid,
    add column code_group_id uuid;
-- Routed by another rule means that the code's union had ended; else the place has followed its mergers.
update join_application a
    set code_union_id = case when a.routed_by <> 'JOIN_CODE' then c.organisation_id else a.organisation_id end,
        code_group_id = case when a.routed_by <> 'JOIN_CODE' then c.group_id else a.group_id end
    from join_code c where c.id = a.join_code_id;
