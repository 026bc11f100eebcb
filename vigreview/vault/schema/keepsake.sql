create table keepsakes (
    film_id integer primary key references films(id),
    question integer not null
) strict;

create table keepsake_clips (
    clip_id integer primary key references clips(id),
    film_id integer not null references films(id),
    shown integer not null,
    noticing_id integer references noticings(id),
    slowly integer not null,
    still integer not null
) strict;

create table keepsake_ideas (
    idea_id integer primary key references ideas(id),
    film_id integer not null references films(id),
    shown integer not null
) strict;

create index keepsake_clips_film on keepsake_clips(film_id);

create index keepsake_ideas_film on keepsake_ideas(film_id);
