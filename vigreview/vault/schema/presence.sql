create table presence (
    id integer primary key,
    sitting_id integer not null references sittings(id),
    carer_id integer references carers(id),
    baby_id integer references babies(id),
    word text,
    check ((carer_id is not null) + (baby_id is not null) + (word is not null) = 1)
) strict;

create index presence_sitting on presence(sitting_id);
