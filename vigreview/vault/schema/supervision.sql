alter table films add column kind text not null default 'moment'
    check (kind in ('moment', 'supervision'));

alter table consents add column seen_by text;

alter table files_out add column to_whom text not null default '';
