alter table noticings add column said_by text;

alter table noticings add column first_words text;

alter table noticings add column strength_at text check (
    strength_at is null or kind in ('noticing', 'since')
);

alter table ideas add column said_by text;

alter table ideas add column first_words text;

alter table ideas add column clip_id integer references clips(id);

alter table ideas add column noticing_id integer references noticings(id);

alter table ideas add column fits text not null default '';

alter table ideas add column when_words text;

alter table clips add column captions text not null default '';

create table noticing_moments (
    noticing_id integer primary key references noticings(id),
    film_id integer not null references films(id),
    at_us integer not null,
    x integer not null check (x between 0 and 1000),
    y integer not null check (y between 0 and 1000)
) strict;

create index noticing_moments_film on noticing_moments(film_id);

create table next_times (
    id integer primary key,
    sitting_id integer not null references sittings(id),
    ending integer not null,
    words text not null,
    original text,
    when_words text,
    said_at text not null
) strict;

create index next_times_sitting on next_times(sitting_id);
