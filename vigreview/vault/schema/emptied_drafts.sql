alter table drafts add column open integer not null default 0;

update drafts set open = 1 where trim(words) <> '';
