create table sentence_checks (
    language text not null,
    sentence text not null,
    words text,
    checked text,
    checked_by text,
    checked_at text,
    primary key (language, sentence)
) strict;

create table spoken (
    sitting_id integer primary key references sittings(id),
    language text not null
) strict;
