create table note (
    id      uuid   not null primary key,
    author  text   not null,
    text    text   not null,
    version bigint not null
);
create table note_echo (
    note_id uuid not null,
    times   int  not null,
    primary key (note_id)
);
