alter table ratings add column carer_id integer references carers(id);

alter table descriptions add column carer_id integer references carers(id);

alter table descriptions add column said_in text;

alter table question_words add column said_in text;

alter table noticings add column said_in text;

alter table ideas add column said_in text;

alter table next_times add column said_in text;

update ratings set carer_id = (
    select max(carer_id) from journey_carers j where j.journey_id = ratings.journey_id
    group by j.journey_id having count(*) = 1
);

update descriptions set carer_id = (
    select max(carer_id) from journey_carers j where j.journey_id = descriptions.journey_id
    group by j.journey_id having count(*) = 1
);

create temporary view their_languages as
    select j.journey_id, max(trim(c.language)) as language
    from journey_carers j join carers c on c.id = j.carer_id
    where lower(trim(coalesce(c.language, ''))) not in ('', 'english', 'en')
    group by j.journey_id having count(distinct trim(c.language)) = 1;

update descriptions set said_in = (
    select language from their_languages t where t.journey_id = descriptions.journey_id
) where original is not null;

update question_words set said_in = (
    select language from their_languages t where t.journey_id = question_words.journey_id
) where original is not null;

update ideas set said_in = coalesce(
    (select trim(language) from carers where carers.id = ideas.carer_id
     and lower(trim(language)) not in ('', 'english', 'en')),
    (select language from their_languages t where t.journey_id = ideas.journey_id)
) where original is not null;

update noticings set said_in = coalesce(
    (select trim(language) from carers where carers.id = noticings.carer_id
     and lower(trim(language)) not in ('', 'english', 'en')),
    (select language from their_languages t join sittings s on s.journey_id = t.journey_id
     where s.id = noticings.sitting_id)
) where original is not null;

update next_times set said_in = (
    select language from their_languages t join sittings s on s.journey_id = t.journey_id
    where s.id = next_times.sitting_id
) where original is not null;

drop view their_languages;
