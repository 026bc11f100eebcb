create table files_out (
    id integer primary key,
    film_id integer not null references films(id),
    clip_id integer references clips(id),
    still_id integer,
    kind text not null,
    for_whom text not null,
    notes integer not null default 0,
    name text not null,
    why text not null,
    asked_at text not null,
    handed_at text,
    gone_at text
) strict;

create index files_out_film on files_out(film_id);
