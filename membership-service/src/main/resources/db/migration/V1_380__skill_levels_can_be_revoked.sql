-- An occupation whose last level was revoked keeps its row, so that older news cannot bring the level back.
alter table member_skill alter column level drop not null;
alter table member_skill alter column reached_on drop not null;
alter table member_skill add check ((level is null) = (reached_on is null));
