-- An entry belongs to an event of its own contest, and a place to an entry of its own event.
alter table contest_event add constraint contest_event_in_its_contest unique (id, contest_id);
alter table registration add constraint registration_in_its_event unique (event_id, id);
drop index registration_by_event;
alter table registration add foreign key (event_id, contest_id) references contest_event (id, contest_id);
alter table event_ranking add foreign key (event_id, contest_id) references contest_event (id, contest_id);
alter table event_placing add foreign key (event_id, entry_id) references registration (event_id, id);
alter table objection add foreign key (event_id, contest_id) references contest_event (id, contest_id);
alter table objection add foreign key (event_id, entry_id) references registration (event_id, id);

-- What a final result says is frozen on both sides of a change: what a row was, and what it would become.
create or replace function refuse_change_of_final_result() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from contest_event e join contest c on c.id = e.contest_id
        where e.id = any (array[old.event_id, new.event_id]) and c.state in ('FINAL', 'AWARDED', 'ARCHIVED')
    ) then
        raise exception 'A final result cannot change';
    end if;
    return coalesce(new, old);
end
$$;
create trigger final_rankings_are_frozen before insert or update or delete on event_ranking
    for each row execute function refuse_change_of_final_result();
-- Who took part; that an account has another name since then is no change of it.
create trigger entries_of_final_results_are_frozen
    before delete or update of id, event_id, contest_id, member_id, person_id, state on registration
    for each row execute function refuse_change_of_final_result();

-- Every other table of a result is referred to by this one, so that none of them is emptied without it.
create function refuse_to_empty_results() returns trigger language plpgsql as $$
begin
    raise exception 'Results are not emptied: a final one cannot change';
end
$$;
create trigger placings_are_not_emptied before truncate on event_placing
    for each statement execute function refuse_to_empty_results();

create function refuse_leaving_final() returns trigger language plpgsql as $$
begin
    raise exception 'A final result cannot change';
end
$$;
create trigger final_contests_stay_final before update of id, state on contest for each row
    when (old.state in ('FINAL', 'AWARDED', 'ARCHIVED')
        and (new.state not in ('FINAL', 'AWARDED', 'ARCHIVED') or new.id <> old.id))
    execute function refuse_leaving_final();

-- The others ask the contest of the event whether it is final, so the event does not move to another one.
create function refuse_moving_event_of_final_result() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from contest
        where id in (old.contest_id, new.contest_id) and state in ('FINAL', 'AWARDED', 'ARCHIVED')
    ) then
        raise exception 'A final result cannot change';
    end if;
    return new;
end
$$;
create trigger events_of_final_results_stay before update of id, contest_id on contest_event for each row
    when (old.id <> new.id or old.contest_id <> new.contest_id)
    execute function refuse_moving_event_of_final_result();
