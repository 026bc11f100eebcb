create table wordings (
    id integer primary key,
    source text not null,
    taken_at text not null
) strict;

create table wording_lines (
    wording_id integer not null references wordings(id),
    position integer not null,
    level text not null,
    principle text,
    name text not null,
    means text not null,
    to_parent text not null,
    primary key (wording_id, position)
) strict;
