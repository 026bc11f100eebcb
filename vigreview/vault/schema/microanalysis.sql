alter table clips rename column note to why;

alter table clips add column wonder text not null default '';

alter table stills add column crop text;

alter table stills add column deleted_at text;

alter table clips add column face integer references stills(id);

alter table films add column held_at text;

alter table films add column held_why text;

create table clip_seen (
    clip_id integer not null references clips(id),
    what text not null,
    primary key (clip_id, what)
) strict;

create table steps (
    id integer primary key,
    film_id integer not null references films(id),
    what text not null,
    change text not null,
    undone integer not null default 0
) strict;

create index steps_film on steps(film_id);
